package org.daybook.api.access;

import java.util.Objects;

/**
 * Who is behind the secret of a session.
 *
 * @param actor who acts
 * @param sessionId in which session
 * @param key what changes must carry beside the cookie, so that no page of anybody else's can make
 *     them; follows from the secret and cannot be turned back into it
 */
public record SignedIn(Actor actor, String sessionId, String key) {
  public SignedIn {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(key, "key");
  }

  /** Without the key, which belongs into no log. */
  @Override
  public String toString() {
    return actor + " in session " + sessionId;
  }
}
