package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.report.ReportDocument;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.Test;

/** Whoever reads plain text is told what everybody else is told. */
public class SameWordsTest {
  private static final List<ReportDocument> REPORTS =
      List.of(
          ExampleReport.usual(Examples.RUSSIAN),
          ExampleReport.usual(Examples.ENGLISH),
          ExampleReport.revised(ExampleReport.saying("слова", Examples.RUSSIAN), "причина"),
          Rendered.large(400, 40),
          Rendered.large());

  @Test
  public void plainTextSaysEverythingTheHtmlSays() {
    for (ReportDocument report : REPORTS) {
      String txt = squeezed(Rendered.txt(report));
      for (String text : texts(Rendered.html(report))) {
        assertThat(txt.contains(text)).as(text).isTrue();
      }
    }
  }

  @Test
  public void printSaysEverythingTheHtmlSays() {
    for (ReportDocument report : REPORTS) {
      String print = String.join("\n", texts(Rendered.print(report)));
      for (String text : texts(Rendered.html(report))) {
        assertThat(print.contains(text)).as(text).isTrue();
      }
    }
  }

  @Test
  public void plainTextHasEveryAddressOfTheHtml() {
    Presentation letter =
        new Presentation(Optional.of("https://reports.example.com/r/token"), LogoPlace.IN_MESSAGE);
    for (ReportDocument report : REPORTS) {
      Templates templates = new Templates();
      String txt = string(new TextRenderer(templates).render(report, letter));
      String html = string(new HtmlRenderer(templates).render(report, letter));
      assertThat(Jsoup.parse(html).select("a[href]")).isNotEmpty();
      for (String address : Jsoup.parse(html).select("a").eachAttr("href")) {
        assertThat(txt.lines()).contains(address);
      }
      String squeezed = squeezed(txt);
      for (String text : texts(html)) {
        assertThat(squeezed.contains(text)).as(text).isTrue();
      }
    }
  }

  private static String string(byte[] document) {
    return new String(document, StandardCharsets.UTF_8);
  }

  private static Set<String> texts(String html) {
    Set<String> texts = new LinkedHashSet<>();
    for (TextNode node :
        Jsoup.parse(html, "", Parser.htmlParser()).body().selectXpath("//text()", TextNode.class)) {
      boolean shown = !node.parent().nameIs("title") && !node.parent().nameIs("style");
      for (String fact : shown ? node.text().split("·") : new String[0]) {
        String text = squeezed(fact);
        if (!text.isEmpty()) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** Without what is not words: spaces and the signs beside words. */
  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\u00A0✓✕▲•—:]+", "");
  }
}
