package org.daybook.web.rest.resource;

import java.time.LocalDate;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.plan.Absence;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.AbsenceBody;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.AbsenceView;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;

/** When our staff are away. */
@Path(Paths.ABSENCES)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AbsencesResource {
  private final Parts parts;

  public AbsencesResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the absences that were not taken back, in the order they were entered.")
  public Listing<AbsenceView> list(
      @QueryParam("staff") String staff,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::absences,
        tx ->
            AbsenceQuery.builder()
                .staffId(References.staffFilter(tx, "staff", staff))
                .from(Days.day("from", from))
                .until(Days.day("to", to))
                .removed(false)
                .build(),
        AbsenceView::of);
  }

  @POST
  @Operation("Notes that a member of staff is away.")
  public Created<AbsenceView> add(@Context SecurityContext caller, AbsenceBody body) {
    AbsenceBody given = Input.body(body);
    String staff =
        Input.read(
            parts,
            in -> {
              in.required("staff", given.staff());
              in.required("from", given.from());
              in.required("until", given.until());
              in.required("reason", given.reason());
              return in.staff("staff", given.staff()).orElse("");
            });
    LocalDate from = Days.requiredDay("from", given.from());
    LocalDate until = Days.requiredDay("until", given.until());
    Absence added =
        parts.planning().addAbsence(Caller.of(caller), staff, from, until, given.reason());
    AbsenceView view = parts.store().read(tx -> AbsenceView.of(added, new Names(tx)));
    return new Created<>(view, Paths.ABSENCES + "/" + added.id());
  }

  @DELETE
  @Path("{id}")
  @Operation("Takes an absence back.")
  public void remove(@Context SecurityContext caller, @PathParam("id") String id) {
    parts.planning().removeAbsence(Caller.of(caller), id);
  }
}
