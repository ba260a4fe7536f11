package org.daybook.web.rest.resource;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.EmptyBody;
import org.daybook.web.rest.body.MonthBody;
import org.daybook.web.rest.body.MoveBody;
import org.daybook.web.rest.body.PlannedVisitBody;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.PlanView;
import org.daybook.web.rest.view.VisitView;
import org.daybook.web.rest.view.WholePlanView;

/** The plans of months, and the visits of those that are drafts. */
@Path(Paths.PLANS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlansResource {
  private static final String CSV = "text/csv;charset=utf-8";
  private static final String SVG = "image/svg+xml";
  private static final String NOTHING_BUT_ITSELF =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Parts parts;

  public PlansResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the plans, newest first, without their visits.")
  public Listing<PlanView> list(
      @QueryParam("month") String month,
      @QueryParam("state") @Values(PlanState.class) List<String> state,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.newestFirst(limit, after),
        Transaction::monthPlans,
        tx ->
            MonthPlanQuery.builder()
                .month(Days.month("month", month))
                .states(Query.constants("state", state, PlanState.class))
                .build(),
        PlanView::of);
  }

  @POST
  @Operation("Plans a month for all clients, as a draft.")
  public Created<WholePlanView> propose(@Context SecurityContext caller, MonthBody body) {
    YearMonth month = Days.requiredMonth("month", Input.body(body).month());
    MonthPlan plan = parts.planning().propose(Caller.of(caller), month);
    return new Created<>(view(plan), Paths.PLANS + "/" + plan.id());
  }

  @GET
  @Path("{id}")
  @Operation("Gets a plan with its visits and what is unmet.")
  public WholePlanView get(@PathParam("id") String id) {
    return view(stored(id));
  }

  @GET
  @Path("{id}.csv")
  @Produces(CSV)
  @Operation("Gets a plan as a table.")
  public Response table(@PathParam("id") String id) {
    MonthPlan plan = stored(id);
    return file(plan, parts.planning().table(id), CSV, "csv");
  }

  @GET
  @Path("{id}.svg")
  @Produces(SVG)
  @Operation("Gets a plan as a picture: engineers by days.")
  public Response picture(@PathParam("id") String id) {
    MonthPlan plan = stored(id);
    return file(plan, parts.planning().picture(id), SVG, "svg");
  }

  @POST
  @Path("{id}/publish")
  @Operation("Puts the visits of a draft into the calendar.")
  public WholePlanView publish(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    return view(parts.planning().publish(Caller.of(caller), id, seen(id, ifMatch)));
  }

  @POST
  @Path("{id}/replan")
  @Operation("Plans again what does not fit any more, and moves as little as possible.")
  public WholePlanView replan(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    return view(parts.planning().replan(Caller.of(caller), id, seen(id, ifMatch)));
  }

  @POST
  @Path("{id}/discard")
  @Operation("Throws a draft away with its visits.")
  public WholePlanView discard(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    return view(parts.planning().discard(Caller.of(caller), id, seen(id, ifMatch)));
  }

  @POST
  @Path("{id}/visits")
  @Operation("Adds a visit to a draft.")
  public Created<VisitView> add(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      PlannedVisitBody body) {
    PlannedVisitBody given = Input.body(body);
    seen(id, ifMatch);
    Place place =
        Input.read(
            parts,
            in -> {
              String client = in.client(given.client());
              in.required("plannedFor", given.plannedFor(), null);
              return new Place(
                  client, in.site(given.site(), client), in.staff("engineer", given.engineer()));
            });
    Visit added =
        parts
            .planning()
            .add(
                Caller.of(caller),
                id,
                place.client(),
                Optional.of(place.site()),
                place.engineer(),
                given.plannedFor());
    return new Created<>(view(added), Paths.VISITS + "/" + added.id());
  }

  @POST
  @Path("{id}/visits/{visitId}/move")
  @Operation("Puts a visit of a draft elsewhere; it stays there when the month is planned again.")
  public VisitView move(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @PathParam("visitId") String visitId,
      @HeaderParam("If-Match") String ifMatch,
      MoveBody body) {
    MoveBody given = Input.body(body);
    OptionalLong seen = seenVisit(id, visitId, ifMatch);
    Optional<String> engineer = Input.read(parts, in -> in.staff("engineer", given.engineer()));
    return view(
        parts
            .planning()
            .move(
                Caller.of(caller),
                visitId,
                seen,
                engineer,
                Optional.ofNullable(given.plannedFor())));
  }

  @DELETE
  @Path("{id}/visits/{visitId}")
  @Operation("Takes a visit out of a draft.")
  public void drop(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @PathParam("visitId") String visitId,
      @HeaderParam("If-Match") String ifMatch) {
    parts.planning().drop(Caller.of(caller), visitId, seenVisit(id, visitId, ifMatch));
  }

  /** Where a visit goes, and who does, as ids. */
  private record Place(String client, String site, Optional<String> engineer) {}

  private OptionalLong seen(String id, String ifMatch) {
    return Versions.given(ifMatch, "plan", id, stored(id).version());
  }

  private OptionalLong seenVisit(String planId, String visitId, String ifMatch) {
    Visit visit =
        parts
            .store()
            .read(tx -> tx.visits().find(visitId))
            .filter(found -> found.planId().equals(Optional.of(planId)))
            .orElseThrow(() -> new NotFoundException("visit", visitId));
    return Versions.given(ifMatch, "visit", visitId, visit.version());
  }

  private MonthPlan stored(String id) {
    return parts
        .store()
        .read(tx -> tx.monthPlans().find(id))
        .orElseThrow(() -> new NotFoundException("plan", id));
  }

  private WholePlanView view(MonthPlan plan) {
    return parts.store().read(tx -> WholePlanView.of(plan, new Names(tx)));
  }

  private VisitView view(Visit visit) {
    return parts.store().read(tx -> VisitView.of(visit, new Names(tx)));
  }

  private static Response file(MonthPlan plan, String text, String type, String extension) {
    return Response.ok()
        .header("Content-Type", type)
        .header("Content-Security-Policy", NOTHING_BUT_ITSELF)
        .header(
            "Content-Disposition",
            "inline; filename=\"plan-" + plan.month() + "." + extension + "\"")
        .entity(text.getBytes(StandardCharsets.UTF_8))
        .build();
  }
}
