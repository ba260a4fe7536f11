package org.daybook.web.rest.resource;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.SignedIn;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.DeviceView;
import org.daybook.web.rest.view.Listing;

/** Where somebody is logged in. */
@Path(Paths.SESSIONS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionsResource {
  private final Parts parts;

  public SessionsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists one's own sessions that are not over.")
  public Listing<DeviceView> list(@Context SecurityContext caller) {
    Optional<String> current = Caller.sessionOf(caller).map(SignedIn::sessionId);
    return Listing.whole(
        parts.sessions().of(Caller.of(caller)).stream()
            .map(session -> DeviceView.of(session, current.equals(Optional.of(session.id()))))
            .toList());
  }

  @DELETE
  @Path("{id}")
  @Operation("Ends a session of one's own; an administrator ends anybody's.")
  public void revoke(@Context SecurityContext caller, @PathParam("id") String id) {
    parts.sessions().revoke(Caller.of(caller), id);
  }
}
