package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.access.Session;
import org.daybook.api.access.SignedIn;

/**
 * Who is calling, and how long they stay logged in.
 *
 * @param staff their id
 * @param key what changes carry in the header {@code X-Daybook-Key}; null without a session
 * @param keep whether the session is kept on its device
 * @param expiresAt when it is over if it is not used any more; null without a session
 */
public record SessionView(
    String staff, String name, Role role, String key, boolean keep, Instant expiresAt) {
  /** Of somebody who sends login and password with each request. */
  public static SessionView of(Actor actor) {
    return new SessionView(actor.id(), actor.name(), actor.role(), null, false, null);
  }

  public static SessionView of(SignedIn signedIn, Session session) {
    Actor actor = signedIn.actor();
    return new SessionView(
        actor.id(),
        actor.name(),
        actor.role(),
        signedIn.key(),
        session.kept(),
        session.expiresAt());
  }
}
