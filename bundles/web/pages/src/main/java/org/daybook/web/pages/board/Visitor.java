package org.daybook.web.pages.board;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.SignedIn;
import org.daybook.web.pages.http.FormKey;

/**
 * Who looks at the board.
 *
 * @param secret what only we know of their session or account, so that forms can be made for nobody
 *     else
 * @param session the id of their session; empty if they send their password with each request
 */
public record Visitor(Actor actor, String secret, Optional<String> session) {
  /** Somebody who logged in on a page. */
  public static Visitor of(SignedIn session) {
    return new Visitor(session.actor(), session.key(), Optional.of(session.sessionId()));
  }

  /**
   * The key of a form, which fits no other person and no other purpose.
   *
   * @param purpose what the form does, and to what: {@code cancel:ID}
   */
  public String key(String purpose) {
    return FormKey.of(secret, whole(purpose));
  }

  /**
   * The key of a form that was sent when nobody was logged in, and is sent once more by somebody
   * who was shown what is in it.
   *
   * @param path where it leads, whatever it does there
   */
  public String keyToSendAgain(String path) {
    return key(again(path));
  }

  boolean maySendAgain(String key, String path) {
    return fits(key, again(path));
  }

  private static String again(String path) {
    return "again:" + path;
  }

  /** Whether a form carries the key that it was given. */
  public boolean fits(String key, String purpose) {
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
