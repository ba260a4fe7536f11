package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.daybook.api.report.Block.Table;
import org.junit.Test;

public class SpreadTest {
  @Test
  public void shortRowsStandBesideEachOther() {
    Spread spread = Spread.of(table(9, "ПК-%d", "готово"));
    assertThat(spread.head()).containsExactly("А", "Б", "А", "Б", "А", "Б");
    assertThat(spread.rows()).hasSize(3);
    assertThat(spread.rows().get(0))
        .containsExactly("ПК-1", "готово", "ПК-2", "готово", "ПК-3", "готово");
    assertThat(spread.widths().stream().mapToInt(width -> width).sum()).isBetween(94, 100);
  }

  @Test
  public void theLastRowIsFilledUp() {
    Spread spread = Spread.of(table(7, "Бухгалтерия-%d (ws-001)", "8 из 8 пунктов"));
    assertThat(spread.head()).hasSize(4);
    assertThat(spread.rows()).hasSize(4);
    assertThat(spread.rows().get(3))
        .containsExactly("Бухгалтерия-7 (ws-001)", "8 из 8 пунктов", "", "");
    assertThat(spread.isFirst(0)).isTrue();
    assertThat(spread.isFirst(1)).isFalse();
    assertThat(spread.isFirst(2)).isTrue();
  }

  @Test
  public void longRowsAndFewStandAlone() {
    assertThat(Spread.of(table(20, "ПК-%d", "длинный текст ".repeat(5))).head()).hasSize(2);
    assertThat(Spread.of(table(4, "ПК-%d", "готово")).head()).hasSize(2);
  }

  @Test
  public void theEndOfALongOneIsApartWithTheSameColumns() {
    Spread spread = Spread.of(table(20, "ПК-%d", "длинный текст ".repeat(5)));
    List<Spread> parts = spread.endApart();
    assertThat(parts).hasSize(2);
    assertThat(parts).extracting(Spread::widths).containsOnly(spread.widths());
    assertThat(parts.get(0).rows()).hasSize(18);
    assertThat(parts.get(1).rows()).isEqualTo(spread.rows().subList(18, 20));
    assertThat(Spread.of(table(4, "ПК-%d", "готово")).endApart()).hasSize(1);
  }

  private static Table table(int count, String first, String second) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rows.add(List.of(first.formatted(i), second));
    }
    return new Table("", List.of("А", "Б"), rows);
  }
}
