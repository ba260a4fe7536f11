package org.daybook.web.rest.resource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
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
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.DisputeBody;
import org.daybook.web.rest.body.EmptyBody;
import org.daybook.web.rest.body.OutcomeBody;
import org.daybook.web.rest.body.PenaltyBody;
import org.daybook.web.rest.body.ReasonBody;
import org.daybook.web.rest.body.StatementBody;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.DisputeView;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;

/** What clients miss in their reports, and what comes of it. */
@Path(Paths.DISPUTES)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DisputesResource {
  private static final int LARGEST_SCALE = 20;

  private final Parts parts;

  public DisputesResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the disputes, newest first: all for managers, their own for engineers.")
  public Listing<DisputeView> list(
      @Context SecurityContext caller,
      @QueryParam("client") String client,
      @QueryParam("visit") String visit,
      @QueryParam("engineer") String engineer,
      @QueryParam("task") String task,
      @QueryParam("state") @Values(DisputeState.class) List<String> state,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.newestFirst(limit, after),
        Transaction::disputes,
        tx ->
            DisputeQuery.builder()
                .clientId(References.clientFilter(tx, client))
                .visitId(Query.text(visit))
                .engineerId(Own.filter(tx, Caller.of(caller), "engineer", engineer))
                .taskId(Query.text(task))
                .states(Query.constants("state", state, DisputeState.class))
                .build(),
        DisputeView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a dispute.")
  public DisputeView get(@Context SecurityContext caller, @PathParam("id") String id) {
    Dispute dispute = stored(id);
    Actor actor = Caller.of(caller);
    if (!Own.seesAll(actor) && !dispute.engineerId().equals(actor.id())) {
      throw new ForbiddenException("The dispute concerns somebody else.");
    }
    return view(dispute);
  }

  @POST
  @Operation("Writes down for a client which task they miss: opens a dispute and creates the task.")
  public Created<DisputeView> open(@Context SecurityContext caller, DisputeBody body) {
    DisputeBody given = Input.body(body);
    String visit = Input.read(parts, in -> in.visit("visit", given.visit()));
    String externalId =
        Input.optional(given.externalId()).orElseGet(() -> UUID.randomUUID().toString());
    boolean known = isKnown(visit, externalId);
    DisputeRequest request =
        new DisputeRequest(externalId, Input.text(given.title()), Input.text(given.text()));
    Dispute dispute = parts.disputes().open(Caller.of(caller), visit, request);
    return new Created<>(view(dispute), Paths.DISPUTES + "/" + dispute.id(), !known);
  }

  @POST
  @Path("{id}/review")
  @Operation("A manager takes a dispute up.")
  public DisputeView review(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    return act(caller, id, ifMatch, new DisputeAction.Review());
  }

  @POST
  @Path("{id}/answer")
  @Operation("The engineer says what happened.")
  public DisputeView answer(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      StatementBody body) {
    String text = Input.text(Input.body(body).text());
    return act(caller, id, ifMatch, new DisputeAction.Answer(text));
  }

  @POST
  @Path("{id}/uphold")
  @Operation("Finds that the client is right; the client reads the outcome.")
  public DisputeView uphold(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      OutcomeBody body) {
    String outcome = Input.text(Input.body(body).outcome());
    return act(caller, id, ifMatch, new DisputeAction.Uphold(outcome));
  }

  @POST
  @Path("{id}/reject")
  @Operation("Finds that the client is not right; the client reads the outcome.")
  public DisputeView reject(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      OutcomeBody body) {
    String outcome = Input.text(Input.body(body).outcome());
    return act(caller, id, ifMatch, new DisputeAction.Reject(outcome));
  }

  @POST
  @Path("{id}/withdraw")
  @Operation("Writes down that the client took a dispute back; the client reads the reason.")
  public DisputeView withdraw(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ReasonBody body) {
    return act(caller, id, ifMatch, new DisputeAction.Withdraw(reason(body)));
  }

  @POST
  @Path("{id}/penalty")
  @Operation("Proposes a penalty for an upheld dispute.")
  public DisputeView propose(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      PenaltyBody body) {
    PenaltyBody given = Input.body(body);
    seen(id, ifMatch);
    Penalty.Kind kind =
        Input.read(parts, in -> in.required("kind", given.kind(), Penalty.Kind.REMARK));
    return act(
        caller,
        id,
        ifMatch,
        new DisputeAction.ProposePenalty(
            kind,
            Optional.ofNullable(given.amount()).map(DisputesResource::sensible),
            Input.optional(given.currency()),
            Input.text(given.note())));
  }

  @POST
  @Path("{id}/penalty/apply")
  @Operation("Applies the penalty that was proposed.")
  public DisputeView apply(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    return act(caller, id, ifMatch, new DisputeAction.ApplyPenalty());
  }

  @POST
  @Path("{id}/penalty/waive")
  @Operation("Waives the penalty that was proposed, with the reason.")
  public DisputeView waive(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ReasonBody body) {
    return act(caller, id, ifMatch, new DisputeAction.WaivePenalty(reason(body)));
  }

  private DisputeView act(SecurityContext caller, String id, String ifMatch, DisputeAction action) {
    return view(parts.disputes().act(Caller.of(caller), id, seen(id, ifMatch), action));
  }

  /** Who saw an older version is told so before what is wrong with the request. */
  private OptionalLong seen(String id, String ifMatch) {
    return Versions.given(ifMatch, "dispute", id, stored(id).version());
  }

  private Dispute stored(String id) {
    return parts
        .store()
        .read(tx -> tx.disputes().find(id))
        .orElseThrow(() -> new NotFoundException("dispute", id));
  }

  private boolean isKnown(String visit, String externalId) {
    DisputeQuery query = DisputeQuery.builder().visitId(visit).externalId(externalId).build();
    return parts.store().read(tx -> tx.disputes().first(query)).isPresent();
  }

  /** {@code 1e99999999} is a number, too, and takes the memory of the whole node to write down. */
  private static BigDecimal sensible(BigDecimal amount) {
    if (Math.abs((long) amount.scale()) > LARGEST_SCALE) {
      throw new InvalidInputException("amount", "must be an amount of money");
    }
    return amount;
  }

  private static String reason(ReasonBody body) {
    return Input.text(Input.body(body).reason());
  }

  private DisputeView view(Dispute dispute) {
    return parts.store().read(tx -> DisputeView.of(dispute, new Names(tx)));
  }
}
