package org.daybook.web.pages.board.charts;

import java.util.List;
import org.daybook.web.pages.board.Svg;
import org.daybook.web.pages.template.SafeHtml;

/**
 * Bars of parts that lie one after another, each bar under what it says. What they show stands in a
 * table as well.
 *
 * @param parts from left to right; one without a length is left out
 */
public record Bars(String text, List<Part> parts) {
  private static final double STEP = 2.75;
  private static final int TEXT = 70;

  public Bars {
    parts = List.copyOf(parts);
  }

  /**
   * A part of a bar.
   *
   * @param tone its class in the style sheet
   */
  public record Part(String tone, int length) {}

  /**
   * The picture; blank without bars.
   *
   * @param id unique on the page
   * @param title what it shows
   * @param description what somebody who does not see it should know
   */
  public static SafeHtml picture(String id, String title, String description, List<Bars> bars) {
    if (bars.isEmpty()) {
      return SafeHtml.rendered("");
    }
    int longest = Math.max(1, bars.stream().mapToInt(Bars::length).max().orElse(1));
    StringBuilder svg = new StringBuilder(bars.size() * 300);
    Svg.open(svg, id, "bars", bars.size() * STEP, title, description);
    for (int i = 0; i < bars.size(); i++) {
      bars.get(i).draw(svg, i * STEP, longest);
    }
    return SafeHtml.rendered(svg.append("</svg>").toString());
  }

  private int length() {
    return parts.stream().mapToInt(Part::length).sum();
  }

  private void draw(StringBuilder svg, double top, int longest) {
    svg.append("<text y=\"").append(Svg.em(top + 1)).append("\">");
    svg.append(Svg.escape(Svg.shortened(text, TEXT))).append("</text>");
    int begin = 0;
    for (Part part : parts) {
      if (part.length() > 0) {
        svg.append("<rect class=\"").append(part.tone()).append("\" x=\"");
        svg.append(Svg.percent(100.0 * begin / longest)).append("\" y=\"");
        svg.append(Svg.em(top + 1.4)).append("\" width=\"");
        svg.append(Svg.percent(100.0 * part.length() / longest));
        svg.append("\" height=\"0.75em\"/>");
        begin += part.length();
      }
    }
  }
}
