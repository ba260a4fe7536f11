package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.daybook.api.report.Block.Figure;
import org.daybook.api.report.Block.Table;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Summary;
import org.daybook.api.report.Tone;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class SheetTest {
  @Test
  public void theFourFiguresComeFromTheSummary() {
    assertThat(sheet(report(1, new Summary(3, 5, 23, 25, 215))).figures())
        .containsExactly(
            new Figure("Выполнено задач", "3 из 5", Tone.WARNING),
            new Figure("Техника в порядке", "23 из 25", Tone.WARNING),
            new Figure("Время на выезде", "3 ч 35 мин", Tone.NEUTRAL),
            new Figure("Требует внимания", "4", Tone.BAD));
  }

  @Test
  public void withEverythingInOrderNothingNeedsAttention() {
    assertThat(sheet(report(1, new Summary(5, 5, 0, 0, 60))).figures())
        .containsExactly(
            new Figure("Выполнено задач", "5 из 5", Tone.GOOD),
            new Figure("Техника в порядке", "—", Tone.NEUTRAL),
            new Figure("Время на выезде", "1 ч", Tone.NEUTRAL),
            new Figure("Требует внимания", "ничего", Tone.GOOD));
  }

  @Test
  public void timesAreTheClients() {
    Sheet sheet = sheet(report(1, new Summary(1, 1, 1, 1, 1)));
    assertThat(sheet.when()).isEqualTo("12 марта 2026, 09:00–15:00");
    assertThat(sheet.nextVisit()).isEqualTo("26 марта 2026, 09:00");
  }

  @Test
  public void aVisitPastMidnightHasTwoDays() {
    Words words = new Words(Examples.ENGLISH, Examples.ZONE);
    assertThat(words.span(Examples.NOW, Examples.NOW.plus(Duration.ofHours(18))))
        .isEqualTo("12 March 2026, 09:00 – 13 March 2026, 03:00");
  }

  @Test
  public void aCorrectionNamesItsRevisionAndAPreviewItself() {
    assertThat(sheet(report(2, new Summary(1, 1, 1, 1, 1))).number())
        .isEqualTo("№ 2026-0001, редакция 2");
    assertThat(Rendered.html(report(0, new Summary(1, 1, 1, 1, 1))))
        .contains("Предварительный просмотр");
    assertThat(Rendered.txt(report(1, new Summary(1, 1, 1, 1, 1))))
        .doesNotContain("Предварительный просмотр");
  }

  @Test
  public void theHashIsShort() {
    assertThat(sheet(report(1, new Summary(1, 1, 1, 1, 1))).shortHash()).hasSize(12);
  }

  @Test
  public void bothLanguagesHaveTheSameKeys() {
    assertThat(keys(Examples.RUSSIAN)).isEqualTo(keys(Examples.ENGLISH));
  }

  @Test
  public void columnsFillTheTable() {
    Table table =
        new Table(
            "",
            List.of("Техника", "Неисправность", "Срок"),
            List.of(List.of("ПК-1", "Антивирусные базы не обновляются", "12 марта")));
    List<Integer> widths = Columns.widths(table);
    assertThat(widths.stream().mapToInt(width -> width).sum()).isEqualTo(100);
    assertThat(widths.get(1)).isGreaterThan(widths.get(2));
    assertThat(widths.get(2)).isGreaterThan(15);
  }

  private static List<String> keys(Locale language) {
    return ResourceBundle.getBundle(
            "org.daybook.rendering.velocity.words",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .keySet()
        .stream()
        .sorted()
        .toList();
  }

  private static Sheet sheet(ReportDocument report) {
    return new Sheet(report, new Words(report.language(), report.zone()));
  }

  private static ReportDocument report(int revision, Summary summary) {
    ReportDocument usual = ExampleReport.usual(Examples.RUSSIAN);
    return new ReportDocument(
        usual.number(),
        revision,
        usual.sha256(),
        usual.createdAt(),
        usual.language(),
        usual.zone(),
        usual.client(),
        usual.clientCode(),
        usual.site(),
        usual.engineer(),
        Optional.empty(),
        usual.visit(),
        usual.arrivedAt(),
        usual.departedAt(),
        usual.nextVisitAt(),
        summary,
        usual.headline(),
        usual.decisions(),
        usual.sections(),
        usual.revised(),
        usual.previousSha256(),
        usual.branding());
  }
}
