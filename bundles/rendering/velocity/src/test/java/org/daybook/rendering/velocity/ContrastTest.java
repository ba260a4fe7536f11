package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.report.Branding;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.Test;

/** WCAG 2.2, 1.4.3 and 1.4.11. */
public class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double BORDER = 3;
  private static final Pattern INK = Pattern.compile("(?<![-\\w])color:(#[0-9a-f]{6})");
  private static final Pattern PAPER = Pattern.compile("background-color:(#[0-9a-f]{6})");
  private static final Pattern DARK =
      Pattern.compile("\\.(\\w+)\\{background-color:(#\\w{6})!important;color:(#\\w{6})");

  @Test
  public void everyTextOfTheEmailStandsOutFromWhatIsBehindIt() {
    standsOut(Rendered.html(ExampleReport.usual(Examples.RUSSIAN)));
  }

  /** The lightest grey that may carry white; with a company, a logo and the buttons. */
  @Test
  public void everyTextStandsOutOnTheLightestAccentThatThereMayBe() {
    Branding branding =
        new Branding(
            "Кедр",
            "#767676",
            Optional.of(new Branding.Logo("image/png", "aGVsbG8=", 300, 100)),
            "Хвойная улица, 7",
            Optional.empty(),
            Optional.empty());
    byte[] letter =
        new HtmlRenderer(new Templates())
            .render(
                ExampleReport.looking(ExampleReport.usual(Examples.RUSSIAN), branding),
                new Presentation(Optional.of("https://example.com/r/x"), LogoPlace.IN_MESSAGE));
    standsOut(new String(letter, StandardCharsets.UTF_8));
  }

  private static void standsOut(String html) {
    var page = Jsoup.parse(html);
    List<Element> inked =
        page.select("[style*=color]").stream().filter(e -> find(INK, e) != null).toList();
    assertThat(inked).hasSizeGreaterThan(20);
    for (Element element : inked) {
      assertThat(ratio(find(INK, element), paper(element)))
          .as(element.outerHtml())
          .isGreaterThanOrEqualTo(TEXT);
    }
  }

  @Test
  public void everyTextStandsOutInTheDark() {
    String html = Rendered.html(ExampleReport.usual(Examples.RUSSIAN));
    Matcher pair = DARK.matcher(html);
    int pairs = 0;
    while (pair.find()) {
      assertThat(ratio(pair.group(3), pair.group(2)))
          .as(pair.group(1))
          .isGreaterThanOrEqualTo(TEXT);
      pairs++;
    }
    assertThat(pairs).isEqualTo(6);
    assertThat(html).contains(".muted{color:#aab7c4");
    assertThat(ratio("#aab7c4", "#19222b")).isGreaterThanOrEqualTo(TEXT);
  }

  @Test
  public void everyLookIsReadable() {
    for (Look look : List.of(Look.GOOD, Look.WARNING, Look.BAD, Look.NEUTRAL)) {
      assertThat(ratio(look.ink(), look.paper())).as(look.name()).isGreaterThanOrEqualTo(TEXT);
      assertThat(ratio(look.line(), "#ffffff")).as(look.name()).isGreaterThanOrEqualTo(BORDER);
    }
  }

  @Test
  public void printUsesTheSameColours() {
    String print = Rendered.print(ExampleReport.usual(Examples.RUSSIAN));
    for (Look look : List.of(Look.GOOD, Look.WARNING, Look.BAD, Look.NEUTRAL)) {
      assertThat(print)
          .contains(
              ".%s { background-color: %s; color: %s; border-color: %s; }"
                  .formatted(look.name(), look.paper(), look.ink(), look.line()));
    }
  }

  private static String paper(Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      String paper = e.hasAttr("bgcolor") ? e.attr("bgcolor") : find(PAPER, e);
      if (paper != null) {
        return paper;
      }
    }
    return "#ffffff";
  }

  private static String find(Pattern pattern, Element element) {
    Matcher found = pattern.matcher(element.attr("style"));
    return found.find() ? found.group(1) : null;
  }

  private static double ratio(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
