package org.daybook.simulation;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.notice.Notice;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskEvent;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** Puts what happens to a company into the agenda, day by day. */
final class Life {
  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final int WORKING_MINUTES = 8 * 60;

  /** Of a device in a day: about one fault in half a year. */
  private static final double FAULTS = 1 / 180.0;

  /** Of a client on a working day; nineteen of twenty are solved without a visit. */
  private static final double REQUESTS = 0.35;

  private static final double SOLVED_REMOTELY = 95;
  private static final double TASKS_OF_MANAGERS = 0.04;
  private static final double EMERGENCIES = 0.004;
  private static final int PLANNED_ON_DAY = 25;
  private static final int ILL_ON_DAY = 10;

  private final Services services;
  private final Company company;
  private final Chance chance;
  private final Agenda agenda;
  private final Tally tally;
  private final VisitWork work;
  private final Set<String> expected = new HashSet<>();
  private int faults;

  Life(Services services, Company company, Chance chance, Agenda agenda, Tally tally) {
    this.services = services;
    this.company = company;
    this.chance = chance;
    this.agenda = agenda;
    this.tally = tally;
    this.work = new VisitWork(services, company, chance, agenda, tally);
  }

  static Instant moment(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ZONE).toInstant();
  }

  /** Everything of one day. */
  void begin(LocalDate day, YearMonth last) {
    for (Company.Customer customer : company.customers()) {
      for (Asset asset : customer.assets()) {
        if (chance.percent(FAULTS * 100)) {
          faultOf(customer, asset, moment(day, LocalTime.MIN).plus(chance.minutes(0, 1439)));
        }
      }
    }
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return;
    }
    for (Company.Customer customer : company.customers()) {
      for (int i = chance.count(REQUESTS); i > 0; i--) {
        agenda.at(working(day), () -> request(customer));
      }
      for (int i = chance.count(TASKS_OF_MANAGERS); i > 0; i--) {
        agenda.at(working(day), () -> taskOfManager(customer));
      }
      if (chance.percent(EMERGENCIES * 100)) {
        agenda.at(working(day), () -> emergency(customer));
      }
    }
    agenda.at(moment(day, LocalTime.of(18, 0)), this::readNotices);
    YearMonth next = YearMonth.from(day).plusMonths(1);
    if (isFirstWeekdayFrom(PLANNED_ON_DAY, day) && !next.isAfter(last)) {
      agenda.at(moment(day, OPENS), () -> plan(next));
    }
    if (isFirstWeekdayFrom(ILL_ON_DAY, day)) {
      agenda.at(moment(day, OPENS), () -> illness(day));
    }
  }

  /** What is due on a Saturday or Sunday is done on Monday. */
  private static boolean isFirstWeekdayFrom(int dayOfMonth, LocalDate weekday) {
    int late = weekday.getDayOfMonth() - dayOfMonth;
    return late == 0 || weekday.getDayOfWeek() == DayOfWeek.MONDAY && (late == 1 || late == 2);
  }

  /** Plans a month and publishes it as it is. */
  void plan(YearMonth month) {
    Actor director = Company.actor(company.director());
    MonthPlan draft = services.planning().propose(director, month);
    tally.unmet += draft.unmet().size();
    services.planning().publish(director, draft.id(), OptionalLong.of(draft.version()));
    expectVisits();
  }

  private Instant working(LocalDate day) {
    return moment(day, OPENS).plus(chance.minutes(0, WORKING_MINUTES));
  }

  private void expectVisits() {
    VisitQuery coming =
        VisitQuery.builder()
            .addStates(VisitState.SCHEDULED)
            .kind(VisitKind.PLANNED)
            .from(services.clock().instant())
            .build();
    for (Visit visit : services.store().read(tx -> tx.visits().all(coming))) {
      if (expected.add(visit.id())) {
        tally.planned++;
        boolean comes = !chance.percent(2);
        if (comes) {
          int late = chance.percent(90) ? chance.between(-5, 10) : chance.between(20, 90);
          agenda.at(
              visit.plannedFor().plus(Duration.ofMinutes(late)), () -> work.arrive(visit.id()));
        }
      }
    }
  }

  /** An engineer is away for three days, and the month is planned again. */
  private void illness(LocalDate day) {
    StaffMember ill = chance.one(company.engineers());
    Actor director = Company.actor(company.director());
    services.planning().addAbsence(director, ill.id(), day.plusDays(1), day.plusDays(3), "Болезнь");
    services.store().read(tx -> tx.monthPlans().all(MonthPlanQuery.everything())).stream()
        .filter(plan -> plan.month().equals(YearMonth.from(day)))
        .filter(plan -> plan.state() == PlanState.PUBLISHED)
        .findFirst()
        .ifPresent(plan -> services.planning().replan(director, plan.id(), OptionalLong.empty()));
    expectVisits();
  }

  private void faultOf(Company.Customer customer, Asset asset, Instant at) {
    String id = "fault-" + ++faults;
    agenda.at(at, () -> signal(id, "RAISED", customer, asset));
    if (chance.percent(60)) {
      agenda.at(at.plus(chance.minutes(10, 3000)), () -> signal(id, "CLEARED", customer, asset));
    }
  }

  private void signal(String id, String kind, Company.Customer customer, Asset asset) {
    String body =
        """
        {"externalId":"%s","kind":"%s","client":"%s","asset":"%s","title":"Нет связи с «%s»",\
        "priority":"%s"}"""
            .formatted(
                id,
                kind,
                customer.client().code(),
                asset.hostname().orElseThrow(),
                asset.name(),
                asset.kind().isServer() ? "HIGH" : "NORMAL");
    services
        .intake()
        .receive(
            "signal",
            new HookRequest(
                Map.of("Content-Type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8)));
    if (kind.equals("RAISED")) {
      tally.raised("monitoring");
    }
  }

  private void request(Company.Customer customer) {
    tally.requests++;
    Actor support = Company.actor(chance.one(company.support()));
    Task task = submit("remote", support, customer, "Не печатает документ", Priority.NORMAL);
    if (chance.percent(SOLVED_REMOTELY)) {
      agenda.at(
          services.clock().instant().plus(chance.minutes(5, 90)),
          () -> solveRemotely(task.id(), support));
    }
  }

  private void solveRemotely(String taskId, Actor support) {
    Task now = services.store().read(tx -> tx.tasks().find(taskId).orElseThrow());
    if (now.state().on(TaskEvent.RESOLVE_REMOTELY).isEmpty()) {
      // An engineer was faster.
      return;
    }
    services
        .diary()
        .act(
            support,
            taskId,
            OptionalLong.empty(),
            new TaskAction.ResolveRemotely("Переустановили драйвер", Optional.of(10)));
    tally.solvedRemotely++;
    tally.ended.put(taskId, TaskState.RESOLVED_REMOTELY);
  }

  private void taskOfManager(Company.Customer customer) {
    Actor manager = Company.actor(chance.one(company.managers()));
    Task task = submit("managers", manager, customer, "Подготовить рабочее место", Priority.NORMAL);
    if (chance.percent(3)) {
      agenda.at(
          services.clock().instant().plus(Duration.ofHours(20)), () -> cancel(task.id(), manager));
    }
  }

  private void cancel(String taskId, Actor manager) {
    Task now = services.store().read(tx -> tx.tasks().find(taskId).orElseThrow());
    if (now.state() == TaskState.NEW) {
      services
          .diary()
          .act(manager, taskId, OptionalLong.empty(), new TaskAction.Cancel("Больше не нужно"));
      tally.ended.put(taskId, TaskState.CANCELLED);
    }
  }

  private Task submit(
      String source, Actor author, Company.Customer customer, String title, Priority priority) {
    Task task =
        services
            .intake()
            .submit(
                source,
                TaskRequest.builder()
                    .client(customer.client().code())
                    .title(title)
                    .priority(priority)
                    .dueAt(services.clock().instant().plus(Duration.ofDays(21)))
                    .build(),
                author);
    tally.raised(source);
    return task;
  }

  private void emergency(Company.Customer customer) {
    StaffMember engineer = chance.one(company.engineers());
    Visit visit =
        services
            .visits()
            .schedule(
                Company.actor(company.director()),
                VisitDraft.builder()
                    .kind(VisitKind.EMERGENCY)
                    .client(customer.client().code())
                    .engineer(engineer.id())
                    .requestedAt(services.clock().instant())
                    .build());
    tally.emergencies.add(visit.id());
    submit(
        "managers",
        Company.actor(company.director()),
        customer,
        "Не работает сервер",
        Priority.URGENT);
    int minutes = chance.percent(95) ? chance.between(25, 115) : chance.between(121, 240);
    agenda.at(
        services.clock().instant().plus(Duration.ofMinutes(minutes)),
        () -> work.arrive(visit.id()));
  }

  /** At the end of the day managers look through what they were told. */
  private void readNotices() {
    NoticeQuery raised = NoticeQuery.builder().addStates(Notice.State.RAISED).build();
    Actor director = Company.actor(company.director());
    for (Notice notice : services.store().read(tx -> tx.notices().all(raised))) {
      if (chance.percent(70)) {
        services.notices().acknowledge(director, notice.id());
      }
    }
  }

  /** The day after a visit its client may miss something in the report. */
  static void dispute(
      Services services, Company company, Chance chance, Agenda agenda, Tally tally, Visit visit) {
    Actor director = Company.actor(company.director());
    Dispute dispute =
        services
            .disputes()
            .open(
                director,
                visit.id(),
                new DisputeRequest("dispute-of-" + visit.id(), "Не подключили сканер", ""));
    tally.raised("client");
    tally.disputes.add(dispute.id());
    Actor engineer = Company.actor(company.engineer(visit.engineerId()));
    agenda.at(
        services.clock().instant().plus(Duration.ofHours(3)),
        () ->
            services
                .disputes()
                .act(
                    engineer,
                    dispute.id(),
                    OptionalLong.empty(),
                    new DisputeAction.Answer("Не успел, записал на следующий раз")));
    agenda.at(
        services.clock().instant().plus(Duration.ofHours(5)),
        () -> {
          services
              .disputes()
              .act(director, dispute.id(), OptionalLong.empty(), new DisputeAction.Review());
          DisputeAction decision =
              chance.percent(60)
                  ? new DisputeAction.Uphold("Задачу забыли, сделаем на следующем выезде")
                  : new DisputeAction.Reject("Задача сделана, приложили фото");
          services.disputes().act(director, dispute.id(), OptionalLong.empty(), decision);
        });
  }
}
