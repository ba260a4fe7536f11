package org.daybook.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class BlockTest {
  @Test
  public void aTableHasAsManyCellsInEachRowAsInItsHead() {
    assertThatThrownBy(
            () -> new Block.Table("", List.of("a", "b"), List.of(List.of("1", "2"), List.of("1"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  public void blocksDoNotChangeWithTheListsTheyWereMadeOf() {
    List<String> row = new ArrayList<>(List.of("1"));
    List<List<String>> rows = new ArrayList<>(List.of(row));
    List<String> details = new ArrayList<>(List.of("detail"));
    Block.Table table = new Block.Table("", List.of("head"), rows);
    Block.TaskItem item =
        new Block.TaskItem(
            "title",
            "state",
            Tone.GOOD,
            details,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    row.set(0, "2");
    rows.clear();
    details.clear();
    assertThat(table.rows()).containsExactly(List.of("1"));
    assertThat(item.details()).containsExactly("detail");
  }

  @Test
  public void aParagraphIsNeutralUnlessToldOtherwise() {
    assertThat(Block.Paragraph.of("text")).isEqualTo(new Block.Paragraph("text", Tone.NEUTRAL));
  }
}
