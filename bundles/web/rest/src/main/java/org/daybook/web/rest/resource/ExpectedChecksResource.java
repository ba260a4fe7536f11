package org.daybook.web.rest.resource;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.visit.NewCheck;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.http.Packed;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.ExpectedCheckView;
import org.daybook.web.rest.view.ExpectedChecksView;

/** The checks of a visit before there are any, for a phone that arrives without network. */
@Path(Paths.VISITS + "/{id}/expected-checks")
@Produces(MediaType.APPLICATION_JSON)
public final class ExpectedChecksResource {
  private final Parts parts;

  public ExpectedChecksResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation(
      value =
          "Lists the checks that would come onto a visit if its engineer arrived now; none once"
              + " somebody has arrived.",
      answer = ExpectedChecksView.class)
  public Response list(
      @Context SecurityContext caller, @Context HttpHeaders headers, @PathParam("id") String id) {
    List<NewCheck> checks = parts.visits().expectedChecks(Caller.of(caller), id);
    return Packed.answer(
        ExpectedChecksView.whole(checks.stream().map(ExpectedCheckView::of).toList()), headers);
  }
}
