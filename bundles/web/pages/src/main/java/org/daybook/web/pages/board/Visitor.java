package org.daybook.web.pages.board;

import org.daybook.api.access.Actor;
import org.daybook.web.pages.http.FormKey;

/**
 * Who looks at the board.
 *
 * @param secret what only we know of their account, so that forms can be made for nobody else
 */
record Visitor(Actor actor, String secret) {
  /** The key of the button that acknowledges a notice. */
  String key(String noticeId) {
    return FormKey.of(secret, purpose(noticeId));
  }

  boolean fits(String key, String noticeId) {
    return FormKey.fits(key, secret, purpose(noticeId));
  }

  private String purpose(String noticeId) {
    return "board:" + actor.id() + ":acknowledge:" + noticeId;
  }

  @Override
  public String toString() {
    return actor.toString();
  }
}
