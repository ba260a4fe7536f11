package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.Bar;
import org.daybook.api.report.Tone;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class TextRendererTest {
  private static final String LONG_WORD = "http://example.com/" + "x".repeat(100);

  @Test
  public void linesAreNoLongerThanOneReadsInATerminal() {
    assertThat(Rendered.txt(ExampleReport.usual(Examples.RUSSIAN)).lines())
        .allMatch(line -> line.length() <= 78);
    assertThat(Rendered.txt(Rendered.large()).lines()).allMatch(line -> line.length() <= 78);
  }

  @Test
  public void longTextIsWrappedUnderItsBeginning() {
    String words = "слово ".repeat(30);
    assertThat(new TextLines().wrap("  * ", words).lines())
        .hasSize(3)
        .allMatch(line -> line.length() <= 78)
        .element(1)
        .asString()
        .startsWith("    слово");
  }

  @Test
  public void longWordsStayWhole() {
    assertThat(new TextLines().wrap("", "см. " + LONG_WORD + " там").lines())
        .containsExactly("см.", LONG_WORD, "там");
  }

  @Test
  public void goodAndBadAreMarked() {
    String txt =
        Rendered.txt(
            Rendered.saying(
                new Block.Paragraph("всё хорошо", Tone.GOOD),
                new Block.Paragraph("присмотримся", Tone.WARNING),
                new Block.Paragraph("сломано", Tone.BAD),
                new Block.Paragraph("просто так", Tone.NEUTRAL)));
    assertThat(txt)
        .contains("\n[OK] всё хорошо\n")
        .contains("\n[~]  присмотримся\n")
        .contains("\n[!]  сломано\n")
        .contains("\nпросто так\n");
  }

  @Test
  public void aSmallTableStandsInColumns() {
    Block.Table table =
        new Block.Table(
            "Часы", List.of("Кто", "Сколько"), List.of(List.of("Пётр", "2 ч"), List.of("Я", "3")));
    assertThat(Rendered.txt(Rendered.saying(table)))
        .contains("Часы\n\nКто    Сколько\n--------------\nПётр   2 ч\nЯ      3\n");
  }

  @Test
  public void aWideTableIsToldRowByRow() {
    String much = "много слов ".repeat(6).strip();
    Block.Table table =
        new Block.Table(
            "", List.of("Что", "Почему", "Срок"), List.of(List.of("Диск", much, "завтра")));
    assertThat(Rendered.txt(Rendered.saying(table)))
        .contains("* Что: Диск\n  Почему: " + much + "\n  Срок: завтра\n");
  }

  @Test
  public void aChartIsDrawn() {
    Block.BarChart chart =
        new Block.BarChart("Задачи", "шт.", List.of(new Bar("А", 2), new Bar("Б", 0.5)));
    assertThat(Rendered.txt(Rendered.saying(chart)))
        .contains("  А: 2 шт. " + "#".repeat(30) + "\n")
        .contains("  Б: 0,5 шт. " + "#".repeat(7) + "\n");
  }

  @Test
  public void blankLinesSeparateAndNothingElse() {
    String txt = Rendered.txt(ExampleReport.usual(Examples.RUSSIAN));
    assertThat(txt).doesNotContain("\n\n\n").endsWith("\n");
    assertThat(txt.lines().filter(line -> line.endsWith(" ")).collect(Collectors.toList()))
        .isEmpty();
  }
}
