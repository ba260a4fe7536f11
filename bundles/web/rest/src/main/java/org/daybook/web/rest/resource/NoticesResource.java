package org.daybook.web.rest.resource;

import java.util.List;
import java.util.Optional;
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
import org.daybook.api.error.NotFoundException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.EmptyBody;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.NoticeView;

/** What managers and operators were told. */
@Path(Paths.API + "/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NoticesResource {
  private static final Unchanged<Notice> UNCHANGED =
      new Unchanged<>("notice", Transaction::notices, Notice::version);

  private final Parts parts;

  public NoticesResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the notices, newest first: all for managers, their own for others.")
  public Listing<NoticeView> list(
      @Context SecurityContext caller,
      @QueryParam("kind") @Values(NoticeKind.class) List<String> kind,
      @QueryParam("state") @Values(Notice.State.class) List<String> state,
      @QueryParam("recipient") String recipient,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.newestFirst(limit, after),
        Transaction::notices,
        tx ->
            NoticeQuery.builder()
                .kinds(Query.constants("kind", kind, NoticeKind.class))
                .states(Query.constants("state", state, Notice.State.class))
                .recipientId(Own.filter(tx, Caller.of(caller), "recipient", recipient))
                .build(),
        NoticeView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a notice; one that is for somebody else is not there.")
  public NoticeView get(@Context SecurityContext caller, @PathParam("id") String id) {
    Actor actor = Caller.of(caller);
    return parts
        .store()
        .read(
            tx ->
                tx.notices()
                    .find(id)
                    .filter(notice -> isFor(notice, actor))
                    .map(notice -> NoticeView.of(notice, new Names(tx))))
        .orElseThrow(() -> new NotFoundException("notice", id));
  }

  private static boolean isFor(Notice notice, Actor actor) {
    return Own.seesAll(actor) || notice.recipientId().equals(Optional.of(actor.id()));
  }

  @POST
  @Path("{id}/acknowledge")
  @Operation("Says that a notice was seen.")
  public NoticeView acknowledge(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    Actor actor = Caller.of(caller);
    Notice notice =
        UNCHANGED.then(parts, actor, id, ifMatch, () -> parts.notices().acknowledge(actor, id));
    return parts.store().read(tx -> NoticeView.of(notice, new Names(tx)));
  }
}
