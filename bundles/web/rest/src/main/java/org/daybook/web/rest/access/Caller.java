package org.daybook.web.rest.access;

import java.security.Principal;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;

/** The person who is calling, as the request carries them. */
public record Caller(Actor actor) implements Principal {
  /** Who is calling; every route that asks is guarded, so there is somebody. */
  public static Actor of(SecurityContext security) {
    return ((Caller) security.getUserPrincipal()).actor();
  }

  @Override
  public String getName() {
    return actor.name();
  }
}
