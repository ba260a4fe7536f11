package org.daybook.web.rest.resource;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.http.Packed;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.DiaryClientView;
import org.daybook.web.rest.view.DiaryContactView;
import org.daybook.web.rest.view.DiaryDayView;
import org.daybook.web.rest.view.DiaryDeviceView;
import org.daybook.web.rest.view.DiaryDisputeView;
import org.daybook.web.rest.view.DiaryPersonView;
import org.daybook.web.rest.view.DiaryProjectView;
import org.daybook.web.rest.view.DiaryReportView;
import org.daybook.web.rest.view.DiaryTaskView;
import org.daybook.web.rest.view.DiaryView;
import org.daybook.web.rest.view.DiaryVisitView;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.OpenItemView;

/** What fills a phone before it goes into the basement: a whole day in two answers. */
@Path(Paths.API + "/diary")
@Produces(MediaType.APPLICATION_JSON)
public final class DiaryResource {
  private static final Duration LOOK_BACK = Duration.ofHours(36);
  private static final Duration LOOK_AHEAD = Duration.ofDays(14);

  /** How far ahead of a visit its tasks are counted. */
  private static final Duration NEAR = Duration.ofHours(36);

  private static final int MOST_VISITS = 60;
  private static final int MOST_TASKS = 200;

  private final Parts parts;

  public DiaryResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation(
      value =
          "Gets what the caller has to do: visits, disputes to answer, what was handed over to them,"
              + " and whom they may hand over to.",
      answer = DiaryView.class)
  public Response diary(@Context SecurityContext caller, @Context HttpHeaders headers) {
    Actor actor = Caller.of(caller);
    return Packed.answer(parts.store().read(tx -> diary(tx, actor)), headers);
  }

  @GET
  @Path("visits/{id}")
  @Operation(
      value =
          "Gets everything of one visit: contacts, tasks, equipment with its checks, projects, and"
              + " what closing would miss.",
      answer = DiaryDayView.class)
  public Response day(
      @Context SecurityContext caller, @Context HttpHeaders headers, @PathParam("id") String id) {
    Actor actor = Caller.of(caller);
    return Packed.answer(parts.store().read(tx -> day(tx, actor, id)), headers);
  }

  private DiaryView diary(Transaction tx, Actor actor) {
    Names names = new Names(tx);
    Instant now = parts.clock().instant();
    return new DiaryView(
        tx.staff().find(actor.id()).map(DiaryPersonView::of).orElseGet(() -> itself(actor)),
        visits(tx, actor, now).stream().map(visit -> card(tx, visit, now, names)).toList(),
        disputes(tx, actor).map(dispute -> DiaryDisputeView.of(dispute, names)).toList(),
        DiaryTaskView.of(tasks(tx, actor), names),
        tx.staff().all(StaffQuery.builder().addRoles(Role.SPECIALIST).active(true).build()).stream()
            .map(DiaryPersonView::of)
            .sorted(Comparator.comparing(DiaryPersonView::name))
            .toList(),
        clients(tx, actor));
  }

  private static DiaryPersonView itself(Actor actor) {
    return new DiaryPersonView(actor.id(), actor.name(), actor.role(), null);
  }

  private static List<Visit> visits(Transaction tx, Actor actor, Instant now) {
    VisitQuery.Builder mine = VisitQuery.builder().engineerId(actor.id());
    VisitQuery underWay =
        VisitQuery.builder()
            .engineerId(actor.id())
            .addStates(VisitState.ON_SITE, VisitState.CLOSING)
            .build();
    VisitQuery around =
        mine.addStates(
                VisitState.SCHEDULED,
                VisitState.RESCHEDULED,
                VisitState.CLOSED,
                VisitState.REPORTED)
            .from(now.minus(LOOK_BACK))
            .until(now.plus(LOOK_AHEAD))
            .build();
    return Stream.of(underWay, around)
        .flatMap(query -> first(tx, query).stream())
        .sorted(Comparator.comparing(Visit::plannedFor).thenComparing(Visit::id))
        .toList();
  }

  private static List<Visit> first(Transaction tx, VisitQuery query) {
    return tx.visits().list(query, new PageRequest(MOST_VISITS, Optional.empty(), false)).items();
  }

  /** What the caller has not answered: the client's word, or a penalty that came of it. */
  private static Stream<Dispute> disputes(Transaction tx, Actor actor) {
    DisputeQuery undecided =
        DisputeQuery.builder()
            .engineerId(actor.id())
            .addStates(DisputeState.OPENED, DisputeState.UNDER_REVIEW)
            .build();
    DisputeQuery proposed =
        DisputeQuery.builder()
            .engineerId(actor.id())
            .addPenaltyStates(Penalty.State.PROPOSED)
            .build();
    return Stream.of(undecided, proposed)
        .flatMap(query -> tx.disputes().all(query).stream())
        .filter(DiaryResource::isUnanswered)
        .sorted(Comparator.comparing(Dispute::openedAt).thenComparing(Dispute::id));
  }

  private static boolean isUnanswered(Dispute dispute) {
    Instant asked = dispute.penalty().map(Penalty::proposedAt).orElse(dispute.openedAt());
    return dispute.answeredAt().filter(at -> !at.isBefore(asked)).isEmpty();
  }

  private static List<Task> tasks(Transaction tx, Actor actor) {
    TaskQuery.Builder query = TaskQuery.builder();
    switch (actor.role()) {
      case SPECIALIST ->
          query
              .specialistId(actor.id())
              .addStates(TaskState.HANDED_OVER, TaskState.ACCEPTED, TaskState.RETURNED);
      case SUPPORT -> query.source("remote").states(unfinished());
      default -> {
        return List.of();
      }
    }
    return tx
        .tasks()
        .list(query.build(), new PageRequest(MOST_TASKS, Optional.empty(), true))
        .items()
        .stream()
        .sorted(
            Comparator.comparing(Task::priority)
                .reversed()
                .thenComparing(Task::createdAt)
                .thenComparing(Task::id))
        .toList();
  }

  private static Set<TaskState> unfinished() {
    Set<TaskState> states = EnumSet.allOf(TaskState.class);
    states.removeIf(TaskState::isFinal);
    return states;
  }

  private static List<DiaryClientView> clients(Transaction tx, Actor actor) {
    return actor.role() == Role.SUPPORT
        ? tx.clients().all(ClientQuery.builder().active(true).build()).stream()
            .map(DiaryClientView::of)
            .sorted(Comparator.comparing(DiaryClientView::name))
            .toList()
        : List.of();
  }

  private DiaryVisitView card(Transaction tx, Visit visit, Instant now, Names names) {
    boolean counted = !visit.state().isClosed() && visit.plannedFor().isBefore(now.plus(NEAR));
    return DiaryVisitView.of(
        visit,
        contacts(tx, visit).stream().findFirst().orElse(null),
        counted ? waiting(visit, parts.visits().tasks(visit.id())) : null,
        names);
  }

  private DiaryDayView day(Transaction tx, Actor actor, String id) {
    Visit visit = new Seen(tx, actor).visit(id);
    Names names = new Names(tx);
    List<Task> tasks = parts.visits().tasks(id);
    List<DiaryContactView> contacts = contacts(tx, visit);
    // Before the tasks, which name some of them: the transaction knows them then
    List<DiaryDeviceView> devices = devices(tx, visit);
    List<Project> projects =
        tx.projects().all(ProjectQuery.builder().clientId(visit.clientId()).build());
    return new DiaryDayView(
        DiaryVisitView.of(
            visit, contacts.stream().findFirst().orElse(null), waiting(visit, tasks), names),
        contacts,
        DiaryTaskView.of(tasks, names),
        devices,
        projects.stream()
            .filter(
                project ->
                    project.state() == Project.State.ACTIVE
                        || project.state() == Project.State.ON_HOLD)
            .map(DiaryProjectView::of)
            .toList(),
        parts.visits().missing(id).stream().map(OpenItemView::of).toList(),
        report(tx, visit));
  }

  /** As reports are sent: of planned visits, to the contacts that are marked for it. */
  private static DiaryReportView report(Transaction tx, Visit visit) {
    Optional<Client> client = tx.clients().find(visit.clientId());
    boolean sent =
        visit.kind() == VisitKind.PLANNED
            && client.filter(each -> each.plan().includesVisitReports()).isPresent();
    List<String> recipients =
        sent
            ? tx
                .contacts()
                .all(
                    ContactQuery.builder().clientId(visit.clientId()).reportRecipient(true).build())
                .stream()
                .map(Contact::name)
                .sorted()
                .toList()
            : List.of();
    return new DiaryReportView(recipients, client.filter(Client::reviewFirst).isPresent());
  }

  private List<DiaryDeviceView> devices(Transaction tx, Visit visit) {
    Map<String, Asset> assets =
        tx.assets().all(AssetQuery.builder().clientId(visit.clientId()).build()).stream()
            .collect(toMap(Asset::id, Function.identity()));
    Map<String, List<Check>> checks =
        tx.checks().all(CheckQuery.builder().visitId(visit.id()).build()).stream()
            .collect(groupingBy(Check::assetId));
    Map<String, List<Problem>> problems =
        tx
            .problems()
            .all(ProblemQuery.builder().clientId(visit.clientId()).ended(false).build())
            .stream()
            .collect(groupingBy(Problem::assetId));
    return parts.visits().devices(visit.id()).stream()
        .map(
            device ->
                DiaryDeviceView.of(
                    device,
                    Optional.ofNullable(assets.get(device.id())),
                    problems.getOrDefault(device.id(), List.of()),
                    checks.getOrDefault(device.id(), List.of())))
        .toList();
  }

  /** The responsible person first. */
  private static List<DiaryContactView> contacts(Transaction tx, Visit visit) {
    return tx.contacts().all(ContactQuery.builder().clientId(visit.clientId()).build()).stream()
        .sorted(
            Comparator.comparing(Contact::responsible)
                .reversed()
                .thenComparing(Contact::name)
                .thenComparing(Contact::id))
        .map(DiaryContactView::of)
        .toList();
  }

  private static Map<Priority, Integer> waiting(Visit visit, List<Task> tasks) {
    Map<Priority, Integer> counts = new EnumMap<>(Priority.class);
    tasks.stream()
        .filter(task -> waits(visit, task))
        .forEach(task -> counts.merge(task.priority(), 1, Integer::sum));
    return counts;
  }

  /** What was carried over is answered where it was left, and waits for the visit to come. */
  private static boolean waits(Visit visit, Task task) {
    return !task.state().isAnswered()
        || visit.state() == VisitState.SCHEDULED && task.state() == TaskState.CARRIED_OVER;
  }
}
