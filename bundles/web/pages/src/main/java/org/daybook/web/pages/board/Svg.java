package org.daybook.web.pages.board;

/**
 * Pieces of pictures (SVG 2). Across they are in percent and down in em, so that they fit any
 * screen and any size of text without a style of their own.
 */
public final class Svg {
  private Svg() {}

  /**
   * The beginning of a picture with a name and a description for those who do not see it.
   *
   * @param id unique on the page
   * @param kind its class in the style sheet
   * @param height in em
   */
  public static void open(
      StringBuilder svg, String id, String kind, double height, String title, String description) {
    svg.append("<svg class=\"").append(kind);
    svg.append("\" role=\"img\" width=\"100%\" height=\"").append(em(height));
    svg.append("\" aria-labelledby=\"").append(id).append("-title\" aria-describedby=\"");
    svg.append(id).append("-desc\"><title id=\"").append(id).append("-title\">");
    svg.append(escape(title)).append("</title><desc id=\"").append(id).append("-desc\">");
    svg.append(escape(description)).append("</desc>");
  }

  public static String em(double length) {
    return rounded(length) + "em";
  }

  public static String percent(double share) {
    return rounded(share) + "%";
  }

  private static double rounded(double length) {
    return Math.round(length * 100) / 100.0;
  }

  /** What is longer than a bar is cut off with dots. */
  public static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** Text in markup, or the value of an attribute. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(point < ' ' ? 0xFFFD : point);
              }
            });
    return escaped.toString();
  }
}
