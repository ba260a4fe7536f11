package org.daybook.web.rest.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Candidate;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.AssignBody;
import org.daybook.web.rest.body.CloseBody;
import org.daybook.web.rest.body.ReasonBody;
import org.daybook.web.rest.body.RescheduleBody;
import org.daybook.web.rest.body.StepBody;
import org.daybook.web.rest.body.VisitBody;
import org.daybook.web.rest.body.WishBody;
import org.daybook.web.rest.http.Problem;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.CandidateView;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.OpenItemView;
import org.daybook.web.rest.view.TaskView;
import org.daybook.web.rest.view.VisitView;

/** Visits from the calendar to the close gate. */
@Path(Paths.VISITS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VisitsResource {
  private static final String CLIENT_SOURCE = "client";

  private final Parts parts;
  private final Defaults defaults;

  public VisitsResource(Parts parts, Defaults defaults) {
    this.parts = parts;
    this.defaults = defaults;
  }

  @GET
  @Operation(
      "Lists the visits that the caller may see, in the order in which they are planned; as"
          + " engineer, me stands for the caller.")
  public Listing<VisitView> list(
      @Context SecurityContext caller,
      @QueryParam("client") String client,
      @QueryParam("site") String site,
      @QueryParam("engineer") String engineer,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("state") @Values(VisitState.class) List<String> state,
      @QueryParam("kind") @Values(VisitKind.class) List<String> kind,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    Actor actor = Caller.of(caller);
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::visits,
        tx ->
            VisitQuery.builder()
                .clientId(References.clientFilter(tx, client))
                .siteId(Query.text(site))
                .engineerId(new Seen(tx, actor).filter(Role.ENGINEER, "engineer", engineer))
                .from(Query.from("from", from, defaults.zone()))
                .until(Query.until("to", to, defaults.zone()))
                .states(Query.constants("state", state, VisitState.class))
                .kind(onlyOne(Query.constants("kind", kind, VisitKind.class)))
                .visibleTo(actor)
                .build(),
        VisitView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a visit.")
  public VisitView get(@Context SecurityContext caller, @PathParam("id") String id) {
    return view(seen(caller, id));
  }

  @POST
  @Operation("Puts a visit into the calendar.")
  public Created<VisitView> add(@Context SecurityContext caller, VisitBody body) {
    VisitDraft draft = Input.read(parts, in -> draft(in, Input.body(body)));
    Visit visit = parts.visits().schedule(Caller.of(caller), draft);
    return new Created<>(view(visit), Paths.VISITS + "/" + visit.id());
  }

  @POST
  @Path("{id}/start")
  @Operation("The engineer has arrived.")
  public VisitView start(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      StepBody body) {
    return view(parts.visits().start(Caller.of(caller), id, Input.version(ifMatch), at(body)));
  }

  @POST
  @Path("{id}/wishes")
  @Operation("Records what the responsible person asks for: a task on this visit.")
  public Created<TaskView> wish(
      @Context SecurityContext caller, @PathParam("id") String id, WishBody body) {
    Visit visit = seen(caller, id);
    TaskRequest request = Input.read(parts, in -> request(in, visit, Input.body(body)));
    Actor author = Caller.of(caller);
    Task task = parts.intake().submit(CLIENT_SOURCE, request, author);
    TaskView view =
        parts.store().read(tx -> TaskView.of(new Seen(tx, author).task(task.id()), new Names(tx)));
    return new Created<>(view, Paths.TASKS + "/" + task.id());
  }

  @POST
  @Path("{id}/reschedule")
  @Operation("Puts a visit to another time, with the reason.")
  public VisitView reschedule(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      RescheduleBody body) {
    RescheduleBody given = Input.body(body);
    seen(caller, id);
    Input.read(parts, in -> in.required("plannedFor", given.plannedFor(), null));
    return view(
        parts
            .visits()
            .reschedule(
                Caller.of(caller),
                id,
                Input.version(ifMatch),
                given.plannedFor(),
                Input.text(given.reason())));
  }

  @POST
  @Path("{id}/cancel")
  @Operation("Cancels a visit, with the reason.")
  public VisitView cancel(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ReasonBody body) {
    String reason = Input.text(Input.body(body).reason());
    return view(parts.visits().cancel(Caller.of(caller), id, Input.version(ifMatch), reason));
  }

  @POST
  @Path("{id}/close")
  @Operation(
      value = "Closes a visit, or says with 409 what is still open.",
      answer = VisitView.class)
  public Response close(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      CloseBody body) {
    Optional<String> override =
        body != null && Boolean.TRUE.equals(body.override())
            ? Optional.of(Input.text(body.reason()))
            : Optional.empty();
    Optional<Instant> at = Optional.ofNullable(body).map(CloseBody::at);
    Closing closing =
        parts.visits().close(Caller.of(caller), id, Input.version(ifMatch), override, at);
    if (closing instanceof Closing.StillOpen missing) {
      return stillOpen(missing);
    }
    return Response.ok(view(((Closing.Closed) closing).visit())).build();
  }

  @GET
  @Path("candidates")
  @Operation("Lists the engineers who could be sent to an emergency, the best first.")
  public Listing<CandidateView> candidates(
      @Context SecurityContext caller,
      @QueryParam("client") String client,
      @QueryParam("site") String site) {
    List<Candidate> found =
        Query.checked(
            () ->
                parts.visits().candidates(Caller.of(caller), Query.text(client), Query.text(site)));
    return Listing.whole(found.stream().map(CandidateView::of).toList());
  }

  @POST
  @Path("{id}/assign")
  @Operation("Hands a visit to another engineer, before arrival; support only an emergency.")
  public VisitView assign(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      AssignBody body) {
    String given = Input.text(Input.body(body).engineer());
    // Whether there is such an engineer, the service says, after it has looked at the version.
    String engineer =
        parts
            .store()
            .read(tx -> References.staff(tx, given))
            .map(member -> member.id())
            .orElse(given);
    return view(parts.visits().assign(Caller.of(caller), id, Input.version(ifMatch), engineer));
  }

  @POST
  @Path("{id}/accept")
  @Operation("The engineer takes an emergency on.")
  public VisitView accept(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      StepBody body) {
    return view(parts.visits().accept(Caller.of(caller), id, Input.version(ifMatch), at(body)));
  }

  @POST
  @Path("{id}/on-the-way")
  @Operation("The engineer sets out for an emergency.")
  public VisitView onTheWay(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      StepBody body) {
    return view(parts.visits().setOut(Caller.of(caller), id, Input.version(ifMatch), at(body)));
  }

  private static Optional<Instant> at(StepBody body) {
    return Optional.ofNullable(body).map(StepBody::at);
  }

  private static Response stillOpen(Closing.StillOpen missing) {
    List<OpenItemView> open = missing.open().stream().map(OpenItemView::of).toList();
    Problem problem =
        Problem.of(409, "The visit cannot be closed yet: " + open.size() + " still open.")
            .with("open", open);
    return Response.status(409)
        .type(Problem.MEDIA_TYPE)
        .header("ETag", Versions.tag(missing.visit().version()))
        .entity(problem.members())
        .build();
  }

  private static VisitDraft draft(Input in, VisitBody body) {
    Optional<String> client = Input.optional(body.client());
    Optional<String> clientId =
        client.flatMap(given -> References.client(in.transaction(), given)).map(c -> c.id());
    Optional<String> site =
        Input.optional(body.site())
            .map(
                given ->
                    clientId
                        .flatMap(owner -> References.site(in.transaction(), owner, given))
                        .map(found -> found.id())
                        .orElse(given));
    return VisitDraft.builder()
        .kind(Optional.ofNullable(body.kind()))
        .client(client)
        .site(site)
        .engineer(in.staff("engineer", body.engineer()))
        .plannedFor(Optional.ofNullable(body.plannedFor()))
        .requestedAt(Optional.ofNullable(body.requestedAt()))
        .build();
  }

  private static TaskRequest request(Input in, Visit visit, WishBody body) {
    return TaskRequest.builder()
        .externalId(Input.optional(body.externalId()))
        .client(in.transaction().clients().find(visit.clientId()).map(client -> client.code()))
        .asset(Input.optional(body.asset()))
        .title(Input.optional(body.title()))
        .description(Input.optional(body.description()))
        .priority(Optional.ofNullable(body.priority()))
        .dueAt(Optional.ofNullable(body.dueAt()))
        .visitId(visit.id())
        .build();
  }

  /** Both kinds are as good as none. */
  private static Optional<VisitKind> onlyOne(Set<VisitKind> kinds) {
    return kinds.size() == 1 ? Optional.of(kinds.iterator().next()) : Optional.empty();
  }

  private Visit seen(SecurityContext caller, String id) {
    return parts.store().read(tx -> new Seen(tx, Caller.of(caller)).visit(id));
  }

  private VisitView view(Visit visit) {
    return parts.store().read(tx -> VisitView.of(visit, new Names(tx)));
  }
}
