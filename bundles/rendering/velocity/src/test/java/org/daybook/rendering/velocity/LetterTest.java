package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Test;

/** What a letter may be made of, and how large it may be. */
public class LetterTest {
  private static final int LETTER_BYTES = 100_000;
  private static final int GMAIL_BYTES = 102 * 1024;
  private static final String PAGE = "https://reports.example.com/r/tokenOfOneReader";
  private static final Presentation LETTER =
      new Presentation(Optional.of(PAGE), LogoPlace.IN_MESSAGE);

  /** Elements that Outlook, Gmail, Mail.ru and Yandex show. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "html", "head", "meta", "title", "style", "body", "table", "tbody", "tr", "td", "th",
          "h1", "h2", "h3", "p", "br", "span", "strong", "a", "img");

  /** CSS that they support or, where one does not, that nothing is lost without. */
  private static final Set<String> PROPERTIES =
      Set.of(
          "margin",
          "padding",
          "border",
          "border-left",
          "border-bottom",
          "border-radius",
          "color",
          "background-color",
          "font-family",
          "font-size",
          "font-weight",
          "line-height",
          "text-align",
          "text-decoration",
          "max-width",
          "table-layout",
          "word-break",
          "overflow-wrap",
          "display");

  /** Outlook pads nothing but cells. */
  private static final Set<String> PADDED = Set.of("td", "th");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "lang",
          "charset",
          "name",
          "content",
          "class",
          "style",
          "role",
          "width",
          "height",
          "cellpadding",
          "cellspacing",
          "border",
          "align",
          "valign",
          "bgcolor",
          "scope",
          "colspan",
          "href",
          "src",
          "alt");

  @Test
  public void itIsMadeOfWhatEveryMailProgramShows() {
    for (ReportDocument report : reports()) {
      Document letter = Jsoup.parse(html(report));
      for (Element element : letter.select("*").not("#root")) {
        if (element.nameIs("#root")) {
          continue;
        }
        assertThat(ELEMENTS).contains(element.tagName());
        for (Attribute attribute : element.attributes()) {
          assertThat(ATTRIBUTES).as(element.tagName()).contains(attribute.getKey());
        }
        properties(element).forEach(each -> requireSupported(element, each));
      }
    }
  }

  private static void requireSupported(Element element, String property) {
    assertThat(PROPERTIES).as(element.cssSelector()).contains(property);
    if (property.equals("padding")) {
      assertThat(PADDED).as(element.cssSelector()).contains(element.tagName());
    }
    if (property.equals("display")) {
      assertThat(element.tagName()).isEqualTo("img");
    }
  }

  @Test
  public void nothingIsLoadedFromAnywhere() {
    for (ReportDocument report : reports()) {
      String html = html(report);
      assertThat(html)
          .doesNotContain("url(")
          .doesNotContain("@import")
          .doesNotContain("@font-face");
      Document letter = Jsoup.parse(html);
      assertThat(letter.select("img").eachAttr("src")).allMatch("cid:logo"::equals);
      assertThat(letter.select("a").eachAttr("href"))
          .isNotEmpty()
          .allMatch(address -> address.startsWith(PAGE));
    }
  }

  @Test
  public void theLinkToAMissingTaskStandsUnderTheWishes() {
    for (Locale language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      String letter = Jsoup.parse(html(ExampleReport.usual(language))).body().text();
      Words words = new Words(language, Examples.ZONE);
      int wishes = letter.indexOf("2. ");
      int link = letter.indexOf(words.get("missing"));
      assertThat(link).isBetween(wishes, letter.indexOf("3. "));
    }
  }

  @Test
  public void withoutAPageTheReaderIsToldWhomToAsk() {
    Document letter = Jsoup.parse(Rendered.html(ExampleReport.usual(Examples.RUSSIAN)));
    assertThat(letter.select("a")).isEmpty();
    assertThat(letter.body().text())
        .contains("Моей задачи нет в отчёте? Ответьте на письмо")
        .contains("Ольга Берёзкина");
  }

  @Test
  public void aHundredDevicesAndFortyTasksFitWithTheirText() {
    assertThat(bytes(html(Rendered.large(100, 40))) + bytes(txt(Rendered.large(100, 40))))
        .isLessThan(LETTER_BYTES);
  }

  /** Gmail counts the HTML; this holds even if it counted it as it is sent. */
  @Test
  public void theHtmlOfAHundredDevicesIsNotCutOffHoweverItIsCounted() {
    byte[] html = html(Rendered.large(100, 40)).getBytes(StandardCharsets.UTF_8);
    assertThat(Base64.getMimeEncoder().encode(html).length).isLessThan(GMAIL_BYTES);
  }

  @Test
  public void fourHundredDevicesAreNotCutOff() {
    ReportDocument report = Rendered.large(400, 40);
    String html = html(report);
    assertThat(bytes(html)).isLessThan(GMAIL_BYTES);
    assertThat(Jsoup.parse(html).body().text()).contains("Бухгалтерия-399").contains("в порядке");
  }

  @Test
  public void aColourThatIsNoneIsNotUsed() {
    Branding branding =
        new Branding(
            "x",
            "red;background:url(http://example.com)",
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty());
    String html = html(ExampleReport.looking(ExampleReport.usual(Examples.RUSSIAN), branding));
    assertThat(html).doesNotContain("url(").contains(Branding.NONE.accent());
  }

  private static List<ReportDocument> reports() {
    Branding branding =
        new Branding(
            "Мастерская «Кедр»",
            "#1f6f54",
            Optional.of(new Branding.Logo("image/png", "aGVsbG8=", 300, 100)),
            "Хвойная улица, 7\nhelp@example.com",
            Optional.empty(),
            Optional.empty());
    List<ReportDocument> reports = new ArrayList<>();
    for (Locale language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      ReportDocument usual = ExampleReport.usual(language);
      reports.add(usual);
      reports.add(ExampleReport.revised(ExampleReport.looking(usual, branding), "x"));
    }
    reports.add(Rendered.large(100, 40));
    reports.add(Rendered.large(400, 40));
    return reports;
  }

  private static List<String> properties(Element element) {
    return List.of(element.attr("style").split(";")).stream()
        .filter(rule -> !rule.isBlank())
        .map(rule -> rule.substring(0, rule.indexOf(':')).strip())
        .toList();
  }

  private static String html(ReportDocument report) {
    return new String(
        new HtmlRenderer(new Templates()).render(report, LETTER), StandardCharsets.UTF_8);
  }

  private static String txt(ReportDocument report) {
    return new String(
        new TextRenderer(new Templates()).render(report, LETTER), StandardCharsets.UTF_8);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
