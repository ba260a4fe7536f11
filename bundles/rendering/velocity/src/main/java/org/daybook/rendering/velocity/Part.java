package org.daybook.rendering.velocity;

import org.daybook.api.report.Block;

/**
 * A block as templates take it.
 *
 * @param kind tells which macro shows it
 * @param content the block, or what a template needs in its place
 */
public record Part(String kind, Object content) {
  private static final int FEW_CELLS = 30;

  /** Whether its end takes up a small part of a page. */
  boolean endsShortly() {
    if (content instanceof Block.Pictures) {
      return false;
    }
    return !(content instanceof Grid grid)
        || grid.groups().stream().allMatch(group -> group.green().size() <= FEW_CELLS);
  }

  /**
   * @param brief whether a line is enough for a task of which there is only a result to tell
   */
  static Part of(Block block, Words words, boolean brief) {
    if (block instanceof Block.Paragraph) {
      return new Part("paragraph", block);
    }
    if (block instanceof Block.KeyFigures figures) {
      return new Part("figures", figures.figures());
    }
    if (block instanceof Block.Table) {
      return new Part("table", block);
    }
    if (block instanceof Block.TaskList list) {
      return new Part("tasks", Tasks.of(list, brief));
    }
    if (block instanceof Block.StatusGrid grid) {
      return new Part("grid", Grid.of(grid));
    }
    if (block instanceof Block.Pictures) {
      return new Part("pictures", block);
    }
    return new Part("chart", Chart.of((Block.BarChart) block, words));
  }
}
