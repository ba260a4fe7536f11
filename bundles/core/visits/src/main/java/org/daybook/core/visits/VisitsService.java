package org.daybook.core.visits;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Client;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.plan.WorkCalendar;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Candidate;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitListener;
import org.daybook.api.visit.VisitState;
import org.daybook.api.visit.Visits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The {@link Visits} over the store. */
@Component(service = Visits.class, configurationPid = VisitsConfig.PID)
@Designate(ocd = VisitsConfig.class)
public final class VisitsService implements Visits {

  private static final Actor REPORTS = Actor.system("reports");
  private static final Actor CONTROL = Actor.system("control");
  private static final String INVITATION_JOB = "invitation";

  private final Store store;
  private final Clock clock;
  private final JobQueue jobs;
  private final FrozenJson json = new FrozenJson();
  private final Arrival arrival;
  private final CloseGate gate;
  private final Corrections corrections;
  private final EmergencyClock emergencies;
  private final Duration trip;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<VisitListener> listeners = List.of();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile WorkCalendar calendar;

  @Activate
  public VisitsService(
      @Reference Store store,
      @Reference Clock clock,
      @Reference JobQueue jobs,
      @Reference Notices notices,
      @Reference PluginRunner runner,
      VisitsConfig config) {
    if (config.listenerSeconds() < 1 || config.listenerSeconds() > 120) {
      throw new IllegalArgumentException(
          VisitsConfig.PID + ": listenerSeconds must be 1 to 120, is " + config.listenerSeconds());
    }
    this.store = store;
    this.clock = clock;
    this.jobs = jobs;
    CheckPlanner planner =
        new CheckPlanner(
            runner,
            () -> listeners,
            Duration.ofSeconds(config.listenerSeconds()),
            ids(config.requiredSources()));
    this.arrival = new Arrival(store, clock, notices, planner);
    this.gate = new CloseGate(store, clock, notices, jobs, planner, json);
    this.corrections = new Corrections(store, clock, jobs, json);
    this.emergencies = EmergencySettings.clock(config, () -> calendar);
    this.trip = EmergencySettings.trip(config);
  }

  /** For tests, which have no service registry. */
  void setListeners(List<VisitListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public Visit schedule(Actor actor, VisitDraft draft) {
    if (draft.kind().equals(Optional.of(VisitKind.EMERGENCY))) {
      Guard.requireDesk(actor, "raise an emergency");
    } else {
      Guard.requireManager(actor, "plan visits");
    }
    return store.inTransaction(actor, tx -> announced(scheduling(tx).schedule(draft)));
  }

  @Override
  public Visit start(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    return arrival.begin(actor, visitId, expectedVersion, at);
  }

  @Override
  public List<NewCheck> expectedChecks(Actor actor, String visitId) {
    return arrival.expected(actor, visitId);
  }

  @Override
  public Visit reschedule(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      Instant plannedFor,
      String reason) {
    Guard.requireManager(actor, "reschedule visits");
    if (plannedFor == null) {
      throw new InvalidInputException("plannedFor", "is required");
    }
    return inCalendar(
        actor,
        visitId,
        expectedVersion,
        (calendar, visit) -> calendar.reschedule(visit, plannedFor, reason));
  }

  @Override
  public Visit cancel(Actor actor, String visitId, OptionalLong expectedVersion, String reason) {
    Guard.requireManager(actor, "cancel visits");
    return inCalendar(
        actor, visitId, expectedVersion, (calendar, visit) -> calendar.cancel(visit, reason));
  }

  @Override
  public Check answer(
      Actor actor,
      String visitId,
      String checkId,
      OptionalLong expectedVersion,
      CheckAnswer answer) {
    CheckDesk.check(answer);
    return store.inTransaction(
        actor,
        tx ->
            new CheckDesk(tx, actor, clock.instant())
                .answer(visitId, checkId, expectedVersion, answer));
  }

  @Override
  public Closing close(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      Optional<String> overrideReason,
      Optional<Instant> at) {
    return gate.close(actor, visitId, expectedVersion, overrideReason, at);
  }

  @Override
  public void correct(Actor actor, String visitId, Correction correction) {
    corrections.correct(actor, visitId, correction);
  }

  @Override
  public ClosedVisit view(String visitId) {
    return store.read(
        tx -> {
          Visit visit = Guard.find(tx, visitId);
          return visit.state().isClosed()
              ? frozen(tx, visitId)
              : new ViewAssembler(tx, clock.instant()).assemble(visit);
        });
  }

  @Override
  public List<ClosedVisit.Device> devices(String visitId) {
    return store.read(
        tx -> {
          Visit visit = Guard.find(tx, visitId);
          return visit.state().isClosed()
              ? frozen(tx, visitId).devices()
              : new ViewAssembler(tx, clock.instant()).devices(visit);
        });
  }

  @Override
  public void reported(String visitId) {
    store.inTransaction(
        REPORTS,
        tx -> {
          Visit visit = Guard.lock(tx, visitId);
          return visit.state() == VisitState.REPORTED
              ? visit
              : tx.visits().update(Guard.move(visit, VisitEvent.REPORT));
        });
  }

  @Override
  public Visit missed(String visitId) {
    return store.inTransaction(
        CONTROL,
        tx -> {
          Visit visit = Guard.lock(tx, visitId);
          return visit.state() == VisitState.MISSED
              ? visit
              : announced(tx.visits().update(Guard.move(visit, VisitEvent.MISS)));
        });
  }

  @Override
  public List<Candidate> candidates(Actor actor, Optional<String> client, Optional<String> site) {
    Guard.requireDesk(actor, "look for an engineer");
    return store.read(
        tx -> {
          Input input = new Input();
          Optional<Client> found = scheduling(tx).client(client, input);
          Optional<String> siteId = found.flatMap(c -> scheduling(tx).siteId(c, site, input));
          input.throwIfWrong();
          return new NearestFree(tx, clock.instant(), trip)
              .of(found.orElseThrow(), siteId.orElseThrow());
        });
  }

  @Override
  public Visit assign(Actor actor, String visitId, OptionalLong expectedVersion, String engineer) {
    Guard.requireDesk(actor, "hand a visit on");
    return store.inTransaction(
        actor,
        tx -> {
          Visit visit = Guard.lock(tx, visitId);
          Guard.requireVersion(visit, expectedVersion);
          if (visit.kind() == VisitKind.PLANNED) {
            Guard.requireManager(actor, "hand a planned visit on");
          }
          Input input = new Input().required("engineer", Optional.ofNullable(engineer));
          input.throwIfWrong();
          Optional<String> engineerId = scheduling(tx).activeEngineer(engineer.strip(), input);
          input.throwIfWrong();
          return announced(scheduling(tx).assign(visit, engineerId.orElseThrow()));
        });
  }

  @Override
  public Visit accept(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    return onTheWay(actor, visitId, expectedVersion, (desk, visit) -> desk.accept(visit, at));
  }

  @Override
  public Visit setOut(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    return onTheWay(actor, visitId, expectedVersion, (desk, visit) -> desk.setOut(visit, at));
  }

  @Override
  public List<Task> tasks(String visitId) {
    return store.read(
        tx -> {
          Visit visit = Guard.find(tx, visitId);
          Stream<Task> onIt = tx.tasks().all(TaskQuery.builder().visitId(visitId).build()).stream();
          Stream<Task> coming =
              visit.state() == VisitState.SCHEDULED
                  ? new TaskPlanner(tx, clock.instant()).waitingFor(visit).stream()
                  : Stream.empty();
          return Stream.concat(onIt, coming).distinct().sorted(Order.OF_TASKS).toList();
        });
  }

  @Override
  public List<OpenItem> missing(String visitId) {
    return store.read(tx -> CloseGate.missing(tx, Guard.find(tx, visitId)));
  }

  private Visit onTheWay(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      BiFunction<EmergencyDesk, Visit, Visit> step) {
    return store.inTransaction(
        actor,
        tx -> {
          Visit visit = Guard.lock(tx, visitId);
          Guard.requireWorker(actor, visit);
          Guard.requireVersion(visit, expectedVersion);
          return step.apply(new EmergencyDesk(tx, clock.instant()), visit);
        });
  }

  private Scheduling scheduling(Transaction tx) {
    return new Scheduling(tx, clock.instant(), emergencies);
  }

  private ClosedVisit frozen(Transaction tx, String visitId) {
    return tx.frozenVisit(visitId)
        .map(frozen -> json.read(frozen.json()))
        .orElseThrow(() -> new NotFoundException("frozen visit", visitId));
  }

  private Visit inCalendar(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      BiFunction<Scheduling, Visit, Visit> change) {
    return store.inTransaction(
        actor,
        tx -> {
          Visit visit = Guard.lock(tx, visitId);
          Guard.requireVersion(visit, expectedVersion);
          return announced(change.apply(scheduling(tx), visit));
        });
  }

  /** Whom a change of the calendar concerns is told of it; harmless to repeat. */
  private Visit announced(Visit visit) {
    jobs.enqueue(new Job(INVITATION_JOB, visit.id()));
    return visit;
  }

  private static Set<String> ids(String list) {
    return Stream.of(list.split(",", -1))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .collect(toUnmodifiableSet());
  }
}
