package org.daybook.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class BrandingTest {
  /** WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1. */
  private static final double ENOUGH = 4.5;

  @Test
  public void whiteTextCanBeReadOnTheColourOfNoBranding() {
    assertThat(1.05 / (luminance(Branding.NONE.accent()) + 0.05)).isGreaterThan(ENOUGH);
  }

  /** As WCAG 2.2 defines relative luminance. */
  private static double luminance(String colour) {
    assertThat(colour).matches("#[0-9a-f]{6}");
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
