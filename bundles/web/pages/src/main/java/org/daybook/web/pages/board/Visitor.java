package org.daybook.web.pages.board;

import org.daybook.api.access.Actor;
import org.daybook.web.pages.http.FormKey;

/**
 * Who looks at the board.
 *
 * @param secret what only we know of their account, so that forms can be made for nobody else
 */
public record Visitor(Actor actor, String secret) {
  /**
   * The key of a form, which fits no other person and no other purpose.
   *
   * @param purpose what the form does, and to what: {@code cancel:ID}
   */
  public String key(String purpose) {
    return FormKey.of(secret, whole(purpose));
  }

  boolean fits(String key, String purpose) {
    return FormKey.fits(key, secret, whole(purpose));
  }

  private String whole(String purpose) {
    return "board:" + actor.id() + ":" + purpose;
  }

  @Override
  public String toString() {
    return actor.toString();
  }
}
