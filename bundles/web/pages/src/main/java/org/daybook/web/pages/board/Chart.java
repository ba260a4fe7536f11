package org.daybook.web.pages.board;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.daybook.api.figures.FigureRow;
import org.daybook.web.pages.template.SafeHtml;

/**
 * Bars of the visits that were planned, each filled as far as they were made (SVG 2). Widths are in
 * percent and heights in em, so that it fits any screen and any size of text. It shows what the
 * table below says too, so that it needs no words but a name.
 */
final class Chart {
  /** More bars are not read but scrolled by. */
  static final int MOST = 20;

  private static final int NAME = 60;
  private static final double STEP = 2.75;

  private Chart() {}

  /** Whose bars are drawn: those with the most visits. */
  static List<FigureRow> drawn(List<FigureRow> rows) {
    return rows.stream()
        .filter(row -> row.visitsPlanned() > 0)
        .sorted(Comparator.comparing(FigureRow::visitsPlanned).reversed())
        .limit(MOST)
        .toList();
  }

  static SafeHtml of(List<FigureRow> drawn, String label, Words words) {
    if (drawn.isEmpty()) {
      return SafeHtml.rendered("");
    }
    int longest = drawn.stream().mapToInt(FigureRow::visitsPlanned).max().orElse(1);
    StringBuilder svg = new StringBuilder(drawn.size() * 300);
    svg.append("<svg class=\"bars\" role=\"img\" width=\"100%\" height=\"")
        .append(Svg.em(drawn.size() * STEP))
        .append("\" aria-label=\"")
        .append(Svg.escape(label))
        .append("\">");
    for (int i = 0; i < drawn.size(); i++) {
      bar(svg, drawn.get(i), i * STEP, longest, words);
    }
    return SafeHtml.rendered(svg.append("</svg>").toString());
  }

  private static void bar(StringBuilder svg, FigureRow row, double top, int longest, Words words) {
    String numbers =
        words.fill("chart.bar", Map.of("made", row.visitsMade(), "all", row.visitsPlanned()));
    svg.append("<text y=\"").append(Svg.em(top + 1)).append("\">");
    // The numbers first: what does not fit on a phone is the end of a name.
    svg.append(Svg.escape(numbers))
        .append(" — ")
        .append(Svg.escape(Svg.shortened(name(row, words), NAME)));
    svg.append("</text>");
    rect(svg, "planned", top, row.visitsPlanned(), longest);
    rect(svg, "made", top, Math.min(row.visitsMade(), row.visitsPlanned()), longest);
  }

  private static void rect(StringBuilder svg, String kind, double top, int length, int longest) {
    svg.append("<rect class=\"")
        .append(kind)
        .append("\" y=\"")
        .append(Svg.em(top + 1.4))
        .append("\" width=\"")
        .append(Svg.percent(100.0 * length / longest))
        .append("\" height=\"0.75em\"/>");
  }

  static String name(FigureRow row, Words words) {
    return row.id().isEmpty() ? words.get("figures.nobody") : row.name();
  }
}
