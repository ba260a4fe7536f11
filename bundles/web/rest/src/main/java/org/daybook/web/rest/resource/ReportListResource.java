package org.daybook.web.rest.resource;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.ReportView;

/** All reports with where they stand: which are held, which went out. */
@Path(Paths.REPORTS)
@Produces(MediaType.APPLICATION_JSON)
public final class ReportListResource {
  private final Parts parts;

  public ReportListResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the reports with their revisions, newest first.")
  public Listing<ReportView> list(
      @QueryParam("client") String client,
      @QueryParam("visit") String visit,
      @QueryParam("number") String number,
      @QueryParam("state") @Values(ReportState.class) List<String> state,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.newestFirst(limit, after),
        Transaction::reports,
        tx ->
            ReportQuery.builder()
                .clientId(References.clientFilter(tx, client))
                .visitId(Query.text(visit))
                .number(Query.text(number))
                .states(Query.constants("state", state, ReportState.class))
                .build(),
        ReportView::of);
  }
}
