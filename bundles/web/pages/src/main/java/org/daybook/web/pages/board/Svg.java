package org.daybook.web.pages.board;

import java.util.Locale;

/**
 * Pieces of pictures (SVG 2). Across they are in percent and down in em, so that they fit any
 * screen and any size of text without a style of their own.
 */
public final class Svg {
  private Svg() {}

  /**
   * The beginning of a picture with a name and a description for those who do not see it.
   *
   * @param kind its class in the style sheet; unique on the page, as ids begin with it
   * @param height in em
   */
  public static void open(
      StringBuilder svg, String kind, double height, String title, String description) {
    svg.append("<svg class=\"")
        .append(kind)
        .append("\" role=\"img\" width=\"100%\" height=\"")
        .append(em(height))
        .append("\" aria-labelledby=\"")
        .append(kind)
        .append("-title\" aria-describedby=\"")
        .append(kind)
        .append("-desc\"><title id=\"")
        .append(kind)
        .append("-title\">")
        .append(escape(title))
        .append("</title><desc id=\"")
        .append(kind)
        .append("-desc\">")
        .append(escape(description))
        .append("</desc>");
  }

  public static String em(double length) {
    return String.format(Locale.ROOT, "%.2fem", length);
  }

  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
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
