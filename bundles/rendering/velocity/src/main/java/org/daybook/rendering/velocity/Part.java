package org.daybook.rendering.velocity;

import org.daybook.api.report.Block;

/**
 * A block as templates take it.
 *
 * @param kind tells which macro shows it
 * @param content the block, or what a template needs in its place
 */
public record Part(String kind, Object content) {
  static Part of(Block block, Words words) {
    if (block instanceof Block.Paragraph) {
      return new Part("paragraph", block);
    }
    if (block instanceof Block.KeyFigures figures) {
      return new Part("figures", figures.figures());
    }
    if (block instanceof Block.Table) {
      return new Part("table", block);
    }
    if (block instanceof Block.TaskList) {
      return new Part("tasks", block);
    }
    if (block instanceof Block.StatusGrid grid) {
      return new Part("grid", Grid.of(grid));
    }
    return new Part("chart", Chart.of((Block.BarChart) block, words));
  }
}
