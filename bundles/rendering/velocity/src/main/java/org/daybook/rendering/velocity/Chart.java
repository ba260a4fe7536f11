package org.daybook.rendering.velocity;

import java.util.List;
import org.daybook.api.report.Block;

/** A bar chart with its bars measured. */
public record Chart(String caption, List<Bar> bars) {
  static Chart of(Block.BarChart chart, Words words) {
    double greatest = chart.bars().stream().mapToDouble(Block.Bar::value).max().orElse(0);
    return new Chart(
        chart.caption(),
        chart.bars().stream().map(bar -> Bar.of(bar, chart.unit(), greatest, words)).toList());
  }

  /**
   * One bar.
   *
   * @param value with its unit
   * @param percent of the longest bar, 1 to 100
   */
  public record Bar(String label, String value, int percent) {
    static Bar of(Block.Bar bar, String unit, double greatest, Words words) {
      double share = greatest > 0 ? bar.value() / greatest : 0;
      String value = words.number(bar.value());
      return new Bar(
          bar.label(),
          unit.isBlank() ? value : value + " " + unit,
          (int) Math.min(100, Math.max(1, Math.round(share * 100))));
    }
  }
}
