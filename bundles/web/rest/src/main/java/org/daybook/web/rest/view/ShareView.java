package org.daybook.web.rest.view;

import org.daybook.api.figures.Share;

/**
 * A part of a whole.
 *
 * @param percent rounded down; null without a whole
 */
public record ShareView(int part, int whole, Integer percent) {

  public static ShareView of(Share share) {
    return new ShareView(
        share.part(),
        share.whole(),
        share.percent().isPresent() ? share.percent().getAsInt() : null);
  }
}
