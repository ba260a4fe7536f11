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
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.EmptyBody;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.DeliveryView;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;

/** Which report went to whom, and how far it is known to have come. */
@Path(Paths.DELIVERIES)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DeliveriesResource {
  /** No report has this id. */
  private static final String NONE = "none";

  private static final Unchanged<Delivery> UNCHANGED =
      new Unchanged<>("delivery", Transaction::deliveries, Delivery::version);

  private final Parts parts;

  public DeliveriesResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the deliveries, newest first.")
  public Listing<DeliveryView> list(
      @QueryParam("client") String client,
      @QueryParam("visit") String visit,
      @QueryParam("report") String report,
      @QueryParam("state") @Values(DeliveryState.class) List<String> state,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.newestFirst(limit, after),
        Transaction::deliveries,
        tx ->
            DeliveryQuery.builder()
                .clientId(References.clientFilter(tx, client))
                .reportId(Query.text(report))
                .addAllReportIds(reportsOf(tx, visit))
                .states(Query.constants("state", state, DeliveryState.class))
                .build(),
        DeliveryView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a delivery with its history.")
  public DeliveryView get(@PathParam("id") String id) {
    return parts
        .store()
        .read(tx -> tx.deliveries().find(id).map(found -> DeliveryView.whole(found, new Names(tx))))
        .orElseThrow(() -> new NotFoundException("delivery", id));
  }

  @POST
  @Path("{id}/retry")
  @Operation("Tries a delivery again now.")
  public DeliveryView retry(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    Actor actor = Caller.of(caller);
    UNCHANGED.then(parts, actor, id, ifMatch, () -> parts.deliveries().retry(actor, id));
    return get(id);
  }

  @POST
  @Path("{id}/revoke-link")
  @Operation("Takes back the address of the recipient's page, which opens nothing from now on.")
  public DeliveryView revokeLink(
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
          parts.links().revoke(actor, id);
          return id;
        });
    return get(id);
  }

  /** The revisions of a visit's report; a visit without one has no deliveries. */
  private static List<String> reportsOf(Transaction tx, String visit) {
    return Query.text(visit)
        .map(
            id -> {
              ReportQuery revisions = ReportQuery.builder().visitId(id).build();
              List<String> ids = tx.reports().all(revisions).stream().map(VisitReport::id).toList();
              return ids.isEmpty() ? List.of(NONE) : ids;
            })
        .orElse(List.of());
  }
}
