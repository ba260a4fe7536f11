package org.daybook.web.rest.resource;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
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
                .reportId(Query.text(report).or(() -> reportOf(tx, visit)))
                .states(Query.constants("state", state, DeliveryState.class))
                .build(),
        DeliveryView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a delivery.")
  public DeliveryView get(@PathParam("id") String id) {
    return parts
        .store()
        .read(tx -> tx.deliveries().find(id).map(found -> DeliveryView.of(found, new Names(tx))))
        .orElseThrow(() -> new NotFoundException("delivery", id));
  }

  @POST
  @Path("{id}/retry")
  @Operation("Tries a delivery again now.")
  public DeliveryView retry(
      @Context SecurityContext caller, @PathParam("id") String id, EmptyBody body) {
    Delivery delivery = parts.deliveries().retry(Caller.of(caller), id);
    return parts.store().read(tx -> DeliveryView.of(delivery, new Names(tx)));
  }

  /** The newest report of a visit; a visit without one has no deliveries. */
  private static Optional<String> reportOf(Transaction tx, String visit) {
    return Query.text(visit)
        .map(
            id ->
                tx.reports()
                    .last(ReportQuery.builder().visitId(id).build())
                    .map(VisitReport::id)
                    .orElse("none"));
  }
}
