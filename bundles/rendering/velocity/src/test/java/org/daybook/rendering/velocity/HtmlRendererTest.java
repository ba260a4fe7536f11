package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.Cell;
import org.daybook.api.report.Block.CellStatus;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.daybook.api.report.Tone;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Test;

public class HtmlRendererTest {
  /** Gmail cuts a message off after so much of its HTML. */
  private static final int GMAIL_BYTES = 102 * 1024;

  private final Document page = Jsoup.parse(Rendered.html(ExampleReport.usual(Examples.RUSSIAN)));

  @Test
  public void itLoadsNothing() {
    assertThat(page.select("[src],[href],[background],link,script,img,iframe,object,form"))
        .isEmpty();
    assertThat(page.html())
        .doesNotContain("url(")
        .doesNotContain("http:")
        .doesNotContain("@import");
  }

  @Test
  public void itHasALanguageATitleAndAColourScheme() {
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ru");
    assertThat(page.title()).isEqualTo("Отчёт о выезде № 2026-0001 — ООО «Ромашка», 12 марта 2026");
    assertThat(page.selectFirst("meta[name=color-scheme]").attr("content")).contains("dark");
  }

  @Test
  public void tablesAreForLayoutOrHaveHeads() {
    assertThat(page.select("table"))
        .allMatch(
            table -> table.attr("role").equals("presentation") || !table.select("th").isEmpty());
    assertThat(page.select("th")).allMatch(head -> !head.attr("scope").isEmpty());
  }

  @Test
  public void headingsFollowOneAnotherWithoutGaps() {
    int level = 0;
    for (Element heading : page.select("h1,h2,h3,h4,h5,h6")) {
      int next = Integer.parseInt(heading.tagName().substring(1));
      assertThat(next).isLessThanOrEqualTo(level + 1);
      level = next;
    }
    assertThat(page.select("h1")).hasSize(1);
  }

  @Test
  public void itLooksTheSameWithoutItsStyleSheet() {
    for (Element styled : page.select("[class]:not(.ground):not(.card):not(.rule)")) {
      assertThat(styled.attr("style")).as(styled.cssSelector()).contains("color:");
    }
  }

  @Test
  public void aRedCellHasColourSignAndWord() {
    Cell red =
        new Cell(
            "ПК-1",
            "",
            CellStatus.RED,
            "неисправно",
            List.of("Шумит."),
            Optional.of("новая неисправность"));
    Element cell =
        Jsoup.parse(Rendered.html(Rendered.saying(new Block.StatusGrid("", List.of(red)))))
            .selectFirst("td.bad[colspan]");
    assertThat(cell.attr("bgcolor")).isEqualTo(Look.BAD.paper());
    assertThat(cell.text()).isEqualTo("✕ ПК-1 — неисправно · новая неисправность Шумит.");
  }

  @Test
  public void aSectionThatIsMissingIsSeenToBe() {
    assertThat(page.select("td.watch").eachText()).contains("▲ Раздел временно недоступен.");
    assertThat(page.body().text()).contains("4. Раздел партнёра");
  }

  @Test
  public void aSectionThatIsMissingWithoutAWordIsSeenToBeToo() {
    var report =
        ExampleReport.with(
            ExampleReport.usual(Examples.ENGLISH),
            List.of(new Section("x", "Extra", Status.UNAVAILABLE, List.of())));
    assertThat(Jsoup.parse(Rendered.html(report)).select("td.watch").eachText())
        .contains("▲ This section is unavailable for now");
    assertThat(Rendered.txt(report)).contains("[~]  This section is unavailable for now");
    assertThat(Rendered.print(report)).contains("▲ This section is unavailable for now");
  }

  @Test
  public void aWideTableIsShownRowByRow() {
    Block.Table table =
        new Block.Table(
            "", List.of("А", "Б", "В", "Г"), List.of(List.of("один", "два", "три", "четыре")));
    assertThat(Jsoup.parse(Rendered.html(Rendered.saying(table))).body().text())
        .contains("один Б: два · В: три · Г: четыре");
  }

  @Test
  public void aNumberKeepsItsPercentSign() {
    Block figures =
        new Block.KeyFigures(List.of(new Block.Figure("Решено", "57 из 60 (95 %)", Tone.NEUTRAL)));
    assertThat(Rendered.html(Rendered.saying(figures))).contains("57 из 60 (95\u00a0%)");
    assertThat(Rendered.txt(Rendered.saying(figures))).contains("57 из 60 (95 %)");
  }

  @Test
  public void lineBreaksAreKept() {
    Block two = new Block.Paragraph("раз\r\nдва <3", Tone.NEUTRAL);
    assertThat(Rendered.html(Rendered.saying(two))).contains("раз<br/>два &lt;3");
  }

  @Test
  public void aHundredDevicesAndFortyTasksAreNotCutOff() {
    byte[] html = Rendered.html(Rendered.large()).getBytes(StandardCharsets.UTF_8);
    assertThat(html.length).isLessThan(GMAIL_BYTES);
  }
}
