package org.daybook.web.rest.resource;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;
import org.daybook.api.access.SignedIn;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.access.SessionCookie;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.SessionView;

/** The session of the request itself; it is begun on the page {@code /login}. */
@Path(Paths.SESSION)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {
  private final Parts parts;

  public SessionResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Tells who is calling, and the key that changes need in a session.")
  public SessionView get(@Context SecurityContext caller) {
    Actor actor = Caller.of(caller);
    Optional<SignedIn> signedIn = Caller.sessionOf(caller);
    return signedIn
        .flatMap(
            mine ->
                parts.sessions().of(actor).stream()
                    .filter(session -> session.id().equals(mine.sessionId()))
                    .findFirst()
                    .map(session -> SessionView.of(mine, session)))
        .orElseGet(() -> SessionView.of(actor));
  }

  @DELETE
  @Operation(value = "Logs out; nothing happens without a session.", answer = void.class)
  public Response end(@Context SecurityContext caller) {
    Caller.sessionOf(caller)
        .ifPresent(mine -> parts.sessions().revoke(mine.actor(), mine.sessionId()));
    return Response.noContent().header("Set-Cookie", SessionCookie.GONE).build();
  }
}
