package org.daybook.core.reports;

/** How well two colours can be told apart, by WCAG 2.2 (contrast ratio). */
final class Contrast {
  private Contrast() {}

  /**
   * Of white on a colour.
   *
   * @param rgb as {@code 0xrrggbb}
   * @return 1 to 21
   */
  static double withWhite(int rgb) {
    double luminance =
        0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    return 1.05 / (luminance + 0.05);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
