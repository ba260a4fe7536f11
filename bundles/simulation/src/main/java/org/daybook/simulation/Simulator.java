package org.daybook.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.Diary;
import org.daybook.api.directory.Directory;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.TimeMachine;
import org.daybook.api.notice.Notices;
import org.daybook.api.plan.Planning;
import org.daybook.api.report.Reports;
import org.daybook.api.simulation.Simulation;
import org.daybook.api.simulation.SimulationOrder;
import org.daybook.api.simulation.SimulationSummary;
import org.daybook.api.simulation.SimulationSummary.Figure;
import org.daybook.api.source.Intake;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Visits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Lives through months, from one thing that happens to the next. */
@Component
public final class Simulator implements Simulation {
  private static final Actor ACTOR = Actor.system("simulation");
  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int DAYS_OF_A_WEEK = 7;

  /** What was sent on the last evening is looked after for so many days more. */
  private static final int DAYS_AFTER = 3;

  private final Store store;
  private final Clock clock;
  private final Directory directory;
  private final Planning planning;
  private final Visits visits;
  private final Diary diary;
  private final Intake intake;
  private final Disputes disputes;
  private final Notices notices;
  private final Reports reports;
  private final AtomicBoolean running = new AtomicBoolean();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile TimeMachine time;

  @Activate
  public Simulator(
      @Reference Store store,
      @Reference Clock clock,
      @Reference Directory directory,
      @Reference Planning planning,
      @Reference Visits visits,
      @Reference Diary diary,
      @Reference Intake intake,
      @Reference Disputes disputes,
      @Reference Notices notices,
      @Reference Reports reports) {
    this.store = store;
    this.clock = clock;
    this.directory = directory;
    this.planning = planning;
    this.visits = visits;
    this.diary = diary;
    this.intake = intake;
    this.disputes = disputes;
    this.notices = notices;
    this.reports = reports;
  }

  @Override
  public SimulationSummary run(SimulationOrder order, Consumer<String> told) {
    TimeMachine machine = time;
    if (machine == null) {
      throw new RefusedException(
          "Daybook was not started for a simulation, so its time cannot be moved: start a copy of"
              + " its own with DAYBOOK_SIMULATION=true.");
    }
    if (store.read(tx -> tx.clients().first(ClientQuery.everything())).isPresent()) {
      throw new RefusedException("There are clients already: a simulation begins with none.");
    }
    if (!running.compareAndSet(false, true)) {
      throw new RefusedException("A simulation is running.");
    }
    try {
      return live(order, machine, told);
    } finally {
      running.set(false);
    }
  }

  private SimulationSummary live(
      SimulationOrder order, TimeMachine machine, Consumer<String> told) {
    long began = System.nanoTime();
    Services services =
        new Services(
            store, clock, machine, directory, planning, visits, diary, intake, disputes, notices,
            reports);
    Chance chance = new Chance(order.seed());
    YearMonth first = YearMonth.from(clock.instant().atZone(ZONE)).plusMonths(1);
    LocalDate begin = first.atDay(1);
    LocalDate end = begin.plusMonths(order.months());
    // Some days before, so that the first month can be planned.
    move(machine, Life.moment(begin.minusDays(2), LocalTime.of(9, 0)));
    Company company = new Founder(directory, ACTOR, chance).found(order.clients());
    Agenda agenda = new Agenda();
    Tally tally = new Tally();
    Life life = new Life(services, company, chance, agenda, tally);
    life.plan(first);
    Memory memory = new Memory();
    for (LocalDate day = begin; day.isBefore(end); day = day.plusDays(1)) {
      life.begin(day, YearMonth.from(end.minusDays(1)));
      until(Life.moment(day.plusDays(1), LocalTime.MIN), agenda, machine);
      if (begin.until(day).getDays() % DAYS_OF_A_WEEK == DAYS_OF_A_WEEK - 1) {
        memory.look();
        told.accept(
            "%s: %d visits closed, %d MB of heap in use, %d s"
                .formatted(day, tally.closedVisits.size(), memory.last(), seconds(began)));
      }
    }
    until(Life.moment(end.plusDays(DAYS_AFTER), LocalTime.MIN), agenda, machine);
    Account account = new Account(services, company, tally);
    account.close();
    List<Figure> figures = new ArrayList<>(account.figures());
    figures.add(new Figure("Heap in use after each week, MB", memory.all()));
    return new SimulationSummary(
        Life.moment(begin, LocalTime.MIN),
        clock.instant(),
        seconds(began),
        figures,
        account.differences());
  }

  private static void until(Instant end, Agenda agenda, TimeMachine machine) {
    while (agenda.next().filter(at -> at.isBefore(end)).isPresent()) {
      move(machine, agenda.next().orElseThrow());
      agenda.happen();
    }
    move(machine, end);
  }

  /** Jobs of before are done first, as they would have been long ago. */
  private static void move(TimeMachine machine, Instant to) {
    settle(machine);
    machine.moveTo(to);
    settle(machine);
  }

  private static void settle(TimeMachine machine) {
    try {
      if (!machine.settle(PATIENCE)) {
        throw new UnavailableException(
            "A job has not ended within " + PATIENCE.toSeconds() + " s; the log says which.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("The simulation was interrupted.", e);
    }
  }

  private static long seconds(long began) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
  }
}
