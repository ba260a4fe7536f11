package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
          Rendering.large());

  @Test
  public void plainTextSaysEverythingTheHtmlSays() {
    for (ReportDocument report : REPORTS) {
      String txt = squeezed(Rendering.txt(report));
      for (String text : texts(Rendering.html(report))) {
        assertThat(txt).contains(text);
      }
    }
  }

  @Test
  public void printSaysEverythingTheHtmlSays() {
    for (ReportDocument report : REPORTS) {
      String print = String.join("\n", texts(Rendering.print(report)));
      for (String text : texts(Rendering.html(report))) {
        assertThat(print).contains(text);
      }
    }
  }

  private static List<String> texts(String html) {
    List<String> texts = new ArrayList<>();
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
