package org.daybook.web.rest.resource;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.EmptyBody;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.LetterView;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;

/** Letters that are no reports: invitations, reminders, notices; not what they say. */
@Path(Paths.LETTERS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LettersResource {
  private static final Unchanged<OutgoingLetter> UNCHANGED =
      new Unchanged<>("letter", Transaction::letters, OutgoingLetter::version);

  private final Parts parts;

  public LettersResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the letters, newest first.")
  public Listing<LetterView> list(
      @QueryParam("state") @Values(DeliveryState.class) List<String> state,
      @QueryParam("recipient") String recipient,
      @QueryParam("key") String key,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.newestFirst(limit, after),
        Transaction::letters,
        tx ->
            LetterQuery.builder()
                .states(Query.constants("state", state, DeliveryState.class))
                .recipient(Query.text(recipient))
                .key(Query.text(key))
                .build(),
        LetterView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a letter.")
  public LetterView get(@PathParam("id") String id) {
    return parts
        .store()
        .read(tx -> tx.letters().find(id).map(found -> LetterView.of(found, new Names(tx))))
        .orElseThrow(() -> new NotFoundException("letter", id));
  }

  @POST
  @Path("{id}/retry")
  @Operation("Tries a letter again now.")
  public LetterView retry(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    Actor actor = Caller.of(caller);
    UNCHANGED.then(parts, actor, id, ifMatch, () -> parts.postOffice().retry(actor, id));
    return get(id);
  }

  @POST
  @Path("{id}/revoke-link")
  @Operation("Takes back the address to add wishes that the letter carried.")
  public LetterView revokeLink(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    Actor actor = Caller.of(caller);
    get(id);
    UNCHANGED.then(
        parts,
        actor,
        id,
        ifMatch,
        () -> {
          parts.wishLinks().revoke(actor, id);
          return id;
        });
    return get(id);
  }
}
