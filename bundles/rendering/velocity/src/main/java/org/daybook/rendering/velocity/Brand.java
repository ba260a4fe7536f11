package org.daybook.rendering.velocity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.report.Branding;
import org.daybook.api.report.Branding.Logo;

/**
 * The company's looks as templates take them.
 *
 * @param company its name; blank for none
 * @param accent {@code #rrggbb}; white on it is readable
 * @param footer the lines at the end
 */
public record Brand(String company, String accent, Optional<Picture> logo, List<String> footer) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  static Brand of(Branding branding, LogoPlace place) {
    return new Brand(
        branding.company().strip(),
        // It ends up in style sheets, where nothing is escaped.
        COLOUR.matcher(branding.accent()).matches() ? branding.accent() : Branding.NONE.accent(),
        branding.logo().map(logo -> Picture.of(logo, place)),
        branding.footer().strip().lines().toList());
  }

  /**
   * A logo. The company's name stands beside it, so that it needs no text of its own.
   *
   * @param source its address
   * @param width in CSS pixels, no larger than a head has room for
   */
  public record Picture(String source, int width, int height) {
    private static final double WIDEST = 260;
    private static final double HIGHEST = 56;

    static Picture of(Logo logo, LogoPlace place) {
      double scale =
          Math.min(
              1,
              Math.min(WIDEST / Math.max(1, logo.width()), HIGHEST / Math.max(1, logo.height())));
      return new Picture(
          place == LogoPlace.IN_MESSAGE
              ? "cid:logo"
              : "data:" + logo.mediaType() + ";base64," + logo.base64(),
          (int) Math.max(1, Math.round(logo.width() * scale)),
          (int) Math.max(1, Math.round(logo.height() * scale)));
    }
  }
}
