package org.daybook.core.planning;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Client;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.Shortfall;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@link Planning} over the store. The planner works outside of any transaction on what it read
 * before; what it finds is written in one, unless somebody changed the same visits meanwhile.
 */
@Component(service = Planning.class, configurationPid = PlanningConfig.PID)
@Designate(ocd = PlanningConfig.class)
public final class PlanningService implements Planning {
  static final Job OUTGROWN_LOOK = new Job("plan-outgrown", "daily");

  private static final String INVITATION_JOB = "invitation";
  private static final int LAST_YEAR = 2199;
  private static final Logger LOG = LoggerFactory.getLogger(PlanningService.class);

  private final Store store;
  private final Clock clock;
  private final Settings settings;
  private final Words words;
  private final ProductionCalendar calendar;
  private final JobQueue jobs;

  @Activate
  public PlanningService(
      @Reference Store store,
      @Reference Clock clock,
      @Reference JobQueue jobs,
      PlanningConfig config,
      BundleContext context) {
    this(
        store,
        clock,
        jobs,
        Settings.of(config),
        Settings.directory(config.calendarDirectory(), context.getProperty("karaf.etc")));
  }

  PlanningService(
      Store store, Clock clock, JobQueue jobs, Settings settings, Path calendarDirectory) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    this.words = new Words(settings.language());
    this.calendar = new ProductionCalendar(calendarDirectory);
    this.jobs = jobs;
  }

  @Override
  public MonthPlan propose(Actor actor, YearMonth month) {
    Rights.requireManager(actor, "plan visits");
    Instant now = clock.instant();
    YearMonth thisMonth = YearMonth.from(now.atZone(settings.zone()));
    if (month.isBefore(thisMonth) || month.getYear() > LAST_YEAR) {
      throw new InvalidInputException("month", "must be " + thisMonth + " to " + LAST_YEAR + "-12");
    }
    store.read(tx -> requireNone(tx, month));
    Workdays workdays = calendar.of(month.getYear());
    Company company = store.read(tx -> Company.whole(tx, month));
    Planner.Outcome outcome =
        new Planner(
                company, month, Optional.empty(), ByHand.NOTHING, workdays, settings, words, now)
            .plan(clockwork());
    return store.inTransaction(
        actor,
        tx -> {
          requireNone(tx, month);
          MonthPlan plan =
              tx.monthPlans()
                  .insert(MonthPlan.builder().id(tx.newId()).month(month).createdAt(now).build());
          MonthPlan written =
              new Proposing(tx, words, company).write(plan, outcome, notes(workdays));
          LOG.info(
              "The plan for {} has {} visits; {} wishes are unmet",
              month,
              outcome.stops().size(),
              outcome.unmet().size());
          return written;
        });
  }

  @Override
  public MonthPlan replan(Actor actor, String planId, OptionalLong expectedVersion) {
    Rights.requireManager(actor, "plan visits");
    Instant now = clock.instant();
    MonthPlan plan = store.read(tx -> Rights.find(tx, planId));
    Rights.requireVersion("plan", planId, plan.version(), expectedVersion);
    if (plan.state() == PlanState.SUPERSEDED) {
      throw new RefusedException("The plan was thrown away; propose another one.");
    }
    Workdays workdays = calendar.of(plan.month().getYear());
    Company company = store.read(tx -> Company.whole(tx, plan.month()));
    ByHand byHand = store.read(tx -> ByHand.of(tx, plan, company));
    Planner.Outcome outcome =
        new Planner(
                company, plan.month(), Optional.of(plan), byHand, workdays, settings, words, now)
            .plan(clockwork());
    return store.inTransaction(
        actor,
        tx -> {
          if (Rights.lock(tx, planId).version() != plan.version()) {
            throw new StaleVersionException("plan", planId);
          }
          MonthPlan written =
              new Proposing(tx, words, company).write(plan, outcome, notes(workdays));
          if (plan.state() == PlanState.PUBLISHED) {
            announce(tx, planId, now);
          }
          return written;
        });
  }

  @Override
  public Visit move(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      Optional<String> engineerId,
      Optional<Instant> plannedFor) {
    return draftVisit(
        actor,
        visitId,
        expectedVersion,
        (drafting, visit, plan) -> drafting.move(visit, plan, engineerId, plannedFor));
  }

  @Override
  public Visit add(
      Actor actor,
      String planId,
      String clientId,
      Optional<String> siteId,
      Optional<String> engineerId,
      Instant plannedFor) {
    Rights.requireManager(actor, "plan visits");
    return store.inTransaction(
        actor,
        tx -> {
          MonthPlan plan = Rights.lock(tx, planId);
          Rights.requireDraft(plan);
          return drafting(tx).add(plan, clientId, siteId, engineerId, plannedFor);
        });
  }

  @Override
  public Visit drop(Actor actor, String visitId, OptionalLong expectedVersion) {
    return draftVisit(actor, visitId, expectedVersion, Drafting::drop);
  }

  /** The plan is locked before its visit, as everywhere here. */
  private Visit draftVisit(
      Actor actor, String visitId, OptionalLong expectedVersion, Change change) {
    Rights.requireManager(actor, "plan visits");
    return store.inTransaction(
        actor,
        tx -> {
          Optional<MonthPlan> plan =
              tx.visits()
                  .find(visitId)
                  .flatMap(Visit::planId)
                  .flatMap(id -> tx.monthPlans().findForUpdate(id));
          Visit visit = Rights.lockDraftVisit(tx, visitId, expectedVersion);
          MonthPlan draft = plan.orElseThrow(() -> new NotFoundException("plan of visit", visitId));
          Rights.requireDraft(draft);
          return change.of(drafting(tx), visit, draft);
        });
  }

  /** Something that a manager does with a visit of a draft. */
  private interface Change {
    Visit of(Drafting drafting, Visit visit, MonthPlan plan);
  }

  private Drafting drafting(Transaction tx) {
    return new Drafting(tx, settings, words, clock.instant());
  }

  @Override
  public MonthPlan publish(Actor actor, String planId, OptionalLong expectedVersion) {
    Rights.requireManager(actor, "publish plans");
    Instant now = clock.instant();
    return store.inTransaction(
        actor,
        tx -> {
          MonthPlan plan = locked(tx, planId, expectedVersion);
          MonthPlan published = new Publishing(tx, settings, words, now).publish(plan);
          announce(tx, planId, now);
          // Control looks every morning whether equipment has outgrown the plans: now as well.
          jobs.enqueue(OUTGROWN_LOOK);
          jobs.hasten(OUTGROWN_LOOK);
          return published;
        });
  }

  /** Whom the visits concern is told what has changed for them; nothing, if nothing has. */
  private void announce(Transaction tx, String planId, Instant now) {
    VisitQuery coming = VisitQuery.builder().planId(planId).from(now).build();
    for (Visit visit : tx.visits().all(coming)) {
      jobs.enqueue(new Job(INVITATION_JOB, visit.id()));
    }
  }

  @Override
  public MonthPlan discard(Actor actor, String planId, OptionalLong expectedVersion) {
    Rights.requireManager(actor, "plan visits");
    return store.inTransaction(
        actor,
        tx ->
            new Publishing(tx, settings, words, clock.instant())
                .discard(locked(tx, planId, expectedVersion)));
  }

  @Override
  public VisitTerms setTerms(Actor actor, VisitTerms terms) {
    Rights.requireManager(actor, "change what clients agreed on");
    return store.inTransaction(actor, tx -> TermsEntry.set(tx, terms));
  }

  @Override
  public Absence addAbsence(
      Actor actor, String staffId, LocalDate from, LocalDate until, String reason) {
    Rights.requireManager(actor, "note absences");
    return store.inTransaction(actor, tx -> AbsenceEntry.add(tx, staffId, from, until, reason));
  }

  @Override
  public Absence removeAbsence(Actor actor, String absenceId) {
    Rights.requireManager(actor, "take absences back");
    return store.inTransaction(actor, tx -> AbsenceEntry.remove(tx, absenceId));
  }

  @Override
  public Norm norm(String clientId) {
    return store.read(
        tx -> {
          Client client =
              tx.clients()
                  .find(clientId)
                  .orElseThrow(() -> new NotFoundException("client", clientId));
          AssetQuery inUse = AssetQuery.builder().clientId(clientId).retired(false).build();
          int devices = (int) tx.assets().count(inUse);
          return new Norms(settings, words).of(client, devices, tx.visitTerms().find(clientId));
        });
  }

  @Override
  public String table(String planId) {
    return new PlanTable(words).of(shown(planId));
  }

  @Override
  public String picture(String planId) {
    return new PlanPicture(words).of(shown(planId));
  }

  @Override
  public List<Shortfall> shortfalls(YearMonth from) {
    return store.read(tx -> new Shortfalls(tx, new Norms(settings, words)).from(from));
  }

  private ShownPlan shown(String planId) {
    MonthPlan plan = store.read(tx -> Rights.find(tx, planId));
    Workdays workdays = calendar.of(plan.month().getYear());
    return store.read(tx -> ShownPlan.of(tx, plan, workdays, settings));
  }

  private static MonthPlan locked(Transaction tx, String planId, OptionalLong expectedVersion) {
    MonthPlan plan = Rights.lock(tx, planId);
    Rights.requireVersion("plan", planId, plan.version(), expectedVersion);
    return plan;
  }

  private static Void requireNone(Transaction tx, YearMonth month) {
    MonthPlanQuery standing =
        MonthPlanQuery.builder()
            .month(month)
            .addStates(PlanState.DRAFT, PlanState.PUBLISHED)
            .build();
    tx.monthPlans()
        .first(standing)
        .ifPresent(
            plan -> {
              throw new RefusedException(
                  "There is a plan for %s already, %s: plan that one again."
                      .formatted(month, plan.id()));
            });
    return null;
  }

  private List<String> notes(Workdays workdays) {
    return workdays.missing().stream()
        .map(year -> words.get("note.noCalendar", String.valueOf(year)))
        .toList();
  }

  /** Whether the planner's time is up; it is measured, not read from a clock that tests set. */
  private BooleanSupplier clockwork() {
    long end = System.nanoTime() + settings.planningTime().toNanos();
    return () -> System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted();
  }
}
