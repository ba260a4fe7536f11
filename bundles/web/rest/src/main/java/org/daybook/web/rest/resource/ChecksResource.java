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
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Visit;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.AnswerBody;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.CheckView;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;

/** The regulation's items on a visit, and their answers. */
@Path(Paths.VISITS + "/{id}/checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChecksResource {
  private final Parts parts;

  public ChecksResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the checks of a visit.")
  public Listing<CheckView> list(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @QueryParam("asset") String asset,
      @QueryParam("state") @Values(CheckState.class) List<String> state,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    Visit visit = parts.store().read(tx -> new Seen(tx, Caller.of(caller)).visit(id));
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::checks,
        tx ->
            CheckQuery.builder()
                .visitId(id)
                .addAllAssetIds(
                    References.assetFilter(tx, Optional.of(visit.clientId()), asset)
                        .map(List::of)
                        .orElse(List.of()))
                .states(Query.constants("state", state, CheckState.class))
                .build(),
        CheckView::of);
  }

  @GET
  @Path("{checkId}")
  @Operation("Gets a check.")
  public CheckView get(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @PathParam("checkId") String checkId) {
    parts.store().read(tx -> new Seen(tx, Caller.of(caller)).visit(id));
    return stored(id, checkId);
  }

  @POST
  @Path("{checkId}")
  @Operation("Answers a check.")
  public CheckView answer(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @PathParam("checkId") String checkId,
      @HeaderParam("If-Match") String ifMatch,
      AnswerBody body) {
    AnswerBody given = Input.body(body);
    stored(id, checkId);
    CheckAnswer answer = Input.read(parts, in -> answer(in, given));
    Check check =
        parts.visits().answer(Caller.of(caller), id, checkId, Input.version(ifMatch), answer);
    return parts.store().read(tx -> CheckView.of(check, new Names(tx)));
  }

  private CheckView stored(String id, String checkId) {
    return parts
        .store()
        .read(
            tx ->
                tx.checks()
                    .find(checkId)
                    .filter(check -> check.visitId().equals(id))
                    .map(check -> CheckView.of(check, new Names(tx))))
        .orElseThrow(() -> new NotFoundException("check", checkId));
  }

  private static CheckAnswer answer(Input in, AnswerBody body) {
    AnswerBody.Result result = in.required("result", body.result(), AnswerBody.Result.OK);
    return CheckAnswer.builder()
        .result(CheckState.valueOf(result.name()))
        .description(Input.optional(body.description()))
        .action(Input.optional(body.action()))
        .dueAt(Optional.ofNullable(body.dueAt()))
        .reason(Input.optional(body.reason()))
        .build();
  }
}
