package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.Test;

/** Whatever people write into any field is text in the report, and nothing else. */
public class HostileTextTest {
  private static final List<String> MARKUP =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "' style='background:url(//example.com)",
          "</td></tr></table><h1>x</h1>",
          "<![if mso]><!--",
          "--><b>x</b>",
          "]]>",
          "&lt;b&gt;",
          "javascript:alert(1)",
          "</style><style>*{display:none}</style>");

  private static final List<String> DIRECTIVES =
      List.of(
          "#set($s = 'x')",
          "$s.class.forName('x')",
          "${s.getClass()}",
          "$!{show}",
          "#foreach($i in [1..9])x#end",
          "#evaluate('x')",
          "#include('x')",
          "#[[x]]#",
          "## x",
          "#macro(part $p)x#end",
          "#stop");

  private final Templates templates = new Templates();

  @Test
  public void markupIsShownAsText() {
    for (String text : MARKUP) {
      for (String format : List.of("html", "page", "print")) {
        Document document = parsed(format, ExampleReport.saying(text, Examples.RUSSIAN));
        assertThat(document.select("script,iframe,object,embed,form,link,b")).isEmpty();
        assertThat(document.select("[onerror],[onmouseover]")).isEmpty();
        assertThat(document.select("h1")).hasSize(1);
        assertThat(document.select("style").size()).isLessThanOrEqualTo(1);
        assertThat(document.select("img")).isEmpty();
        assertThat(times(text, document.body().text())).as(format + " " + text).isGreaterThan(15);
      }
      assertThat(times(text, txt(text))).as(text).isGreaterThan(15);
    }
  }

  @Test
  public void directivesAreShownAsText() {
    for (String text : DIRECTIVES) {
      for (String format : List.of("html", "page", "print")) {
        Document document = parsed(format, ExampleReport.saying(text, Examples.RUSSIAN));
        assertThat(times(text, document.body().text())).as(format + " " + text).isGreaterThan(15);
      }
      assertThat(times(text, txt(text))).as(text).isGreaterThan(15);
    }
  }

  @Test
  public void nothingTurnsTheDirectionOfTheRest() {
    for (String format : List.of("html", "page", "print", "txt")) {
      assertThat(string(format, saying("\u202Eabc \u2066def\u2069 \u202Bghi")))
          .contains("abc def ghi")
          .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
    }
  }

  @Test
  public void whatIsNotSeenHarmsNothing() {
    for (String format : List.of("html", "page", "print", "txt")) {
      assertThat(string(format, saying("a\u200Bb\uFEFFc\u2060d\u2028e\u0000f\uDB40\uDC41g")))
          .containsPattern("a\\p{Cf}?b\\p{Cf}?c\\p{Cf}?d\\s*e")
          .doesNotContain("\u0000")
          .doesNotContain("\u2028")
          .doesNotContain("\uDB40\uDC41");
    }
  }

  @Test
  public void tenThousandCharactersInEachFieldAreAllThere() {
    String word = "щ".repeat(10_000);
    String text = "слово ".repeat(1_666) + "конец";
    for (String format : List.of("html", "page", "print", "txt")) {
      assertThat(times(word, string(format, saying(word)))).isGreaterThan(15);
      assertThat(times("конец", string(format, saying(text)))).isGreaterThan(15);
    }
  }

  @Test
  public void anAddressThatIsNoneBecomesNoLink() {
    for (String address : List.of("javascript:alert(1)", "data:text/html,x", "\" onclick=\"x")) {
      Presentation presentation = new Presentation(Optional.of(address), LogoPlace.IN_DOCUMENT);
      byte[] html =
          new HtmlRenderer(templates).render(ExampleReport.usual(Examples.RUSSIAN), presentation);
      assertThat(new String(html, StandardCharsets.UTF_8)).doesNotContain(address);
    }
  }

  private static ReportDocument saying(String text) {
    return ExampleReport.saying(text, Examples.RUSSIAN);
  }

  private String txt(String text) {
    return string("txt", saying(text));
  }

  private Document parsed(String format, ReportDocument report) {
    String document = string(format, report);
    return format.equals("print")
        ? Jsoup.parse(
            document, "", Parser.xmlParser().settings(Jsoup.parse("").parser().settings()))
        : Jsoup.parse(document);
  }

  private String string(String format, ReportDocument report) {
    ReportRenderer renderer =
        switch (format) {
          case "html" -> new HtmlRenderer(templates);
          case "page" -> new PageRenderer(templates);
          case "print" -> new PrintRenderer(templates);
          default -> new TextRenderer(templates);
        };
    try {
      return new String(renderer.render(report, Presentation.PLAIN), StandardCharsets.UTF_8);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static int times(String part, String whole) {
    int times = 0;
    for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + part.length())) {
      times++;
    }
    return times;
  }
}
