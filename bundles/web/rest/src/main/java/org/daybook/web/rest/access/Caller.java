package org.daybook.web.rest.access;

import java.security.Principal;
import java.util.Optional;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;
import org.daybook.api.access.SignedIn;

/**
 * The person who is calling, as the request carries them.
 *
 * @param session of whom no password was sent
 */
public record Caller(Actor actor, Optional<SignedIn> session) implements Principal {
  /** Somebody who sent login and password. */
  static Caller byPassword(Actor actor) {
    return new Caller(actor, Optional.empty());
  }

  static Caller bySession(SignedIn session) {
    return new Caller(session.actor(), Optional.of(session));
  }

  /** Who is calling; every route that asks is guarded, so there is somebody. */
  public static Actor of(SecurityContext security) {
    return ((Caller) security.getUserPrincipal()).actor();
  }

  /** In which session they are; empty if they sent login and password. */
  public static Optional<SignedIn> sessionOf(SecurityContext security) {
    return ((Caller) security.getUserPrincipal()).session();
  }

  @Override
  public String getName() {
    return actor.name();
  }
}
