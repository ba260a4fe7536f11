package org.daybook.web.pages.board;

import java.util.Locale;
import org.daybook.web.pages.template.SafeHtml;

/** A bar that is full so far. The words beside it say the same: it has none of its own. */
public final class Meter {
  private Meter() {}

  /**
   * The picture.
   *
   * @param percent what is more than all of it, or less than nothing, is drawn as that
   * @param tone what a style sheet calls it
   */
  public static SafeHtml of(int percent, String tone) {
    return SafeHtml.rendered(
        String.format(
            Locale.ROOT,
            "<svg class=\"meter\" width=\"100%%\" height=\"0.75em\" aria-hidden=\"true\">"
                + "<rect class=\"all\" width=\"100%%\" height=\"100%%\"/>"
                + "<rect class=\"line-%s\" width=\"%d%%\" height=\"100%%\"/></svg>",
            tone,
            Math.max(0, Math.min(100, percent))));
  }
}
