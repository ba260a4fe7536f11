package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.access.Session;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.RefusedException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.InvitationQuery;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.PhotoQuery;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.RegulationQuery;
import org.daybook.api.store.RegulationRevisionQuery;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Repository;
import org.daybook.api.store.SavedViewQuery;
import org.daybook.api.store.SessionQuery;
import org.daybook.api.store.SignalMappingQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.TokenQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.store.VisitTermsQuery;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitProgress;
import org.daybook.api.visit.VisitState;
import org.junit.Test;

/**
 * That every member of every query narrows, and that paging is complete, stable and in order. A
 * part of {@link StoreContract}.
 */
public abstract class StoreQueriesContract extends StoreValuesContract {
  private static final String OTHER_CLIENT = "client-vasilyok";
  private static final String OTHER_SITE = "site-vasilyok";
  private static final String OTHER_ASSET = "asset-vasilyok";

  @Test
  public void clientsAreFoundByCodeByNameAndByWhetherTheyAreActive() {
    addOtherClient();
    Function<Transaction, Repository<org.daybook.api.directory.Client, ClientQuery>> clients =
        Transaction::clients;
    finds(clients, ClientQuery.everything(), Examples.CLIENT_ID, OTHER_CLIENT);
    finds(clients, ClientQuery.builder().code("romashka").build(), Examples.CLIENT_ID);
    finds(clients, ClientQuery.builder().code("Romashka").build());
    finds(clients, ClientQuery.builder().codeOrName("ROMASHKA").build(), Examples.CLIENT_ID);
    finds(clients, ClientQuery.builder().codeOrName("ооо «ромашка»").build(), Examples.CLIENT_ID);
    finds(clients, ClientQuery.builder().active(false).build(), OTHER_CLIENT);
    finds(clients, ClientQuery.builder().active(true).code("vasilyok").build());
  }

  @Test
  public void absencesAreFoundByWhoAndWhen() {
    change(
        tx -> {
          tx.absences().insert(Examples.absence());
          return tx.absences()
              .insert(
                  Examples.absence().toBuilder()
                      .id("absence-2")
                      .staffId(Examples.SUPPORT_ID)
                      .firstDay(LocalDate.of(2026, 4, 8))
                      .lastDay(LocalDate.of(2026, 5, 1))
                      .removed(true)
                      .build());
        });
    Function<Transaction, Repository<Absence, AbsenceQuery>> absences = Transaction::absences;
    finds(absences, AbsenceQuery.everything(), "absence-1", "absence-2");
    finds(absences, AbsenceQuery.builder().staffId(Examples.ENGINEER_ID).build(), "absence-1");
    finds(absences, AbsenceQuery.builder().removed(true).build(), "absence-2");
    finds(
        absences,
        AbsenceQuery.builder().from(LocalDate.of(2026, 4, 7)).build(),
        "absence-1",
        "absence-2");
    finds(absences, AbsenceQuery.builder().from(LocalDate.of(2026, 4, 8)).build(), "absence-2");
    finds(absences, AbsenceQuery.builder().until(LocalDate.of(2026, 4, 7)).build(), "absence-1");
    finds(
        absences,
        AbsenceQuery.builder().until(LocalDate.of(2026, 4, 8)).build(),
        "absence-1",
        "absence-2");
  }

  @Test
  public void plansAreFoundByMonthAndState() {
    change(
        tx -> {
          tx.monthPlans().insert(Examples.monthPlan());
          tx.monthPlans()
              .insert(
                  Examples.monthPlan().toBuilder()
                      .id("plan-2")
                      .state(PlanState.SUPERSEDED)
                      .build());
          return tx.monthPlans()
              .insert(
                  Examples.monthPlan().toBuilder()
                      .id("plan-3")
                      .month(YearMonth.of(2026, 5))
                      .build());
        });
    Function<Transaction, Repository<MonthPlan, MonthPlanQuery>> plans = Transaction::monthPlans;
    finds(plans, MonthPlanQuery.everything(), "plan-1", "plan-2", "plan-3");
    finds(plans, MonthPlanQuery.builder().month(YearMonth.of(2026, 4)).build(), "plan-1", "plan-2");
    finds(plans, MonthPlanQuery.builder().addStates(PlanState.DRAFT).build(), "plan-1", "plan-3");
  }

  @Test
  public void aMonthHasOnePlanThatIsNotSuperseded() {
    change(tx -> tx.monthPlans().insert(Examples.monthPlan()));
    assertThatThrownBy(
            () ->
                change(
                    tx ->
                        tx.monthPlans()
                            .insert(Examples.monthPlan().toBuilder().id("plan-2").build())))
        .isInstanceOf(RefusedException.class);
    change(
        tx ->
            tx.monthPlans()
                .update(
                    tx.monthPlans().find("plan-1").orElseThrow().toBuilder()
                        .state(PlanState.SUPERSEDED)
                        .build()));
    change(tx -> tx.monthPlans().insert(Examples.monthPlan().toBuilder().id("plan-2").build()));
    finds(
        Transaction::monthPlans,
        MonthPlanQuery.builder().addStates(PlanState.DRAFT).build(),
        "plan-2");
  }

  @Test
  public void regulationsAreFoundByKindAndRevisionsByRegulation() {
    change(
        tx -> {
          tx.regulations().insert(Examples.regulation());
          tx.regulations()
              .insert(
                  Examples.regulation().toBuilder()
                      .id("regulation-2")
                      .kind(AssetKind.PRINTER)
                      .build());
          tx.regulationRevisions().insert(Examples.regulationRevision());
          tx.regulationRevisions()
              .insert(Examples.regulationRevision().toBuilder().id("revision-2").number(2).build());
          return tx.regulationRevisions()
              .insert(
                  Examples.regulationRevision().toBuilder()
                      .id("revision-3")
                      .regulationId("regulation-2")
                      .build());
        });
    finds(Transaction::regulations, RegulationQuery.everything(), "regulation-1", "regulation-2");
    finds(
        Transaction::regulations,
        RegulationQuery.builder().kind(AssetKind.PRINTER).build(),
        "regulation-2");
    finds(
        Transaction::regulationRevisions,
        RegulationRevisionQuery.everything(),
        "revision-1",
        "revision-2",
        "revision-3");
    finds(
        Transaction::regulationRevisions,
        RegulationRevisionQuery.builder().regulationId("regulation-1").build(),
        "revision-1",
        "revision-2");
    finds(
        Transaction::regulationRevisions,
        RegulationRevisionQuery.builder().regulationId("regulation-1").number(2).build(),
        "revision-2");
  }

  @Test
  public void aKindHasOneRegulationAndARegulationEachNumberOnce() {
    change(tx -> tx.regulations().insert(Examples.regulation()));
    change(tx -> tx.regulationRevisions().insert(Examples.regulationRevision()));
    assertThatThrownBy(
            () ->
                change(
                    tx ->
                        tx.regulations()
                            .insert(Examples.regulation().toBuilder().id("another").build())))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(
            () ->
                change(
                    tx ->
                        tx.regulationRevisions()
                            .insert(
                                Examples.regulationRevision().toBuilder().id("another").build())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  public void termsAreListedWhole() {
    change(tx -> tx.visitTerms().insert(Examples.visitTerms()));
    finds(Transaction::visitTerms, VisitTermsQuery.everything(), Examples.CLIENT_ID);
  }

  @Test
  public void sitesContactsAndEquipmentAreFoundByTheirClient() {
    addOtherClient();
    finds(Transaction::sites, SiteQuery.builder().clientId(OTHER_CLIENT).build(), OTHER_SITE);
    finds(
        Transaction::contacts,
        ContactQuery.builder().clientId(OTHER_CLIENT).build(),
        "contact-vasilyok");
    finds(
        Transaction::contacts,
        ContactQuery.builder().reportRecipient(true).build(),
        Examples.CONTACT_ID);
    finds(
        Transaction::contacts,
        ContactQuery.builder().reportRecipient(false).build(),
        "contact-vasilyok");
    finds(Transaction::assets, AssetQuery.builder().clientId(OTHER_CLIENT).build(), OTHER_ASSET);
    finds(Transaction::assets, AssetQuery.builder().siteId(OTHER_SITE).build(), OTHER_ASSET);
    finds(Transaction::assets, AssetQuery.builder().retired(true).build(), OTHER_ASSET);
    finds(Transaction::assets, AssetQuery.builder().retired(false).build(), Examples.ASSET_ID);
  }

  @Test
  public void equipmentIsFoundByHostnameOrInventoryNumberIgnoringCase() {
    addOtherClient();
    finds(Transaction::assets, AssetQuery.builder().reference("BUH-1").build(), Examples.ASSET_ID);
    finds(
        Transaction::assets, AssetQuery.builder().reference("inv-0001").build(), Examples.ASSET_ID);
    finds(Transaction::assets, AssetQuery.builder().reference("инв-№7").build(), OTHER_ASSET);
    finds(
        Transaction::assets,
        AssetQuery.builder().reference("buh-1").clientId(OTHER_CLIENT).build());
    finds(Transaction::assets, AssetQuery.builder().reference("Бухгалтерия-1").build());
  }

  @Test
  public void staffAccountsAndTokensAreFound() {
    change(
        tx -> {
          tx.staff()
              .insert(
                  Examples.staff(Role.ENGINEER).toBuilder().id("staff-zz").active(false).build());
          tx.accounts().insert(Examples.account());
          tx.accounts()
              .insert(
                  Examples.account().toBuilder()
                      .id("account-manager")
                      .login("manager")
                      .staffId(Examples.MANAGER_ID)
                      .build());
          tx.tokens().insert(Examples.token());
          tx.tokens()
              .insert(Examples.token().toBuilder().id("token-2").hash("0".repeat(64)).build());
          return null;
        });
    finds(Transaction::staff, StaffQuery.builder().active(false).build(), "staff-zz");
    finds(
        Transaction::staff,
        StaffQuery.builder().addRoles(Role.MANAGER, Role.SUPPORT).build(),
        Examples.MANAGER_ID,
        Examples.SUPPORT_ID);
    finds(
        Transaction::accounts,
        AccountQuery.builder().login("engineer").build(),
        Examples.account().id());
    finds(
        Transaction::accounts,
        AccountQuery.builder().staffId(Examples.MANAGER_ID).build(),
        "account-manager");
    finds(
        Transaction::tokens,
        TokenQuery.builder().hash(Examples.token().hash()).build(),
        Examples.token().id());
  }

  @Test
  public void sessionsAreFoundByTheirSecretAndWhoseTheyAre() {
    change(
        tx -> {
          tx.sessions().insert(Examples.session());
          return tx.sessions()
              .insert(
                  Examples.session().toBuilder()
                      .id("session-2")
                      .staffId(Examples.MANAGER_ID)
                      .hash("0".repeat(64))
                      .revokedAt(Examples.NOW)
                      .build());
        });
    Function<Transaction, Repository<Session, SessionQuery>> sessions = Transaction::sessions;
    finds(sessions, SessionQuery.everything(), "session-1", "session-2");
    finds(sessions, SessionQuery.builder().hash("0".repeat(64)).build(), "session-2");
    finds(sessions, SessionQuery.builder().staffId(Examples.ENGINEER_ID).build(), "session-1");
    finds(sessions, SessionQuery.builder().revoked(true).build(), "session-2");
    finds(sessions, SessionQuery.builder().revoked(false).build(), "session-1");
  }

  @Test
  public void projectsAreFoundByClientAndState() {
    addOtherClient();
    change(
        tx ->
            tx.projects()
                .insert(
                    Examples.project().toBuilder()
                        .id("project-z")
                        .clientId(OTHER_CLIENT)
                        .state(Project.State.FINISHED)
                        .build()));
    finds(
        Transaction::projects, ProjectQuery.builder().clientId(OTHER_CLIENT).build(), "project-z");
    finds(
        Transaction::projects,
        ProjectQuery.builder().addStates(Project.State.ACTIVE).build(),
        Examples.PROJECT_ID);
    finds(
        Transaction::projects,
        ProjectQuery.builder().addStates(Project.State.ACTIVE, Project.State.FINISHED).build(),
        Examples.PROJECT_ID,
        "project-z");
  }

  @Test
  public void tasksAreFoundByEverythingTheyBelongTo() {
    addOtherClient();
    Instant finished = EXACT.minus(Duration.ofDays(1));
    change(
        tx ->
            tx.tasks()
                .insert(
                    Examples.task().toBuilder()
                        .id("task-z")
                        .clientId(Examples.CLIENT_ID)
                        .visitId(Examples.VISIT_ID)
                        .engineerId(Examples.ENGINEER_ID)
                        .specialistId(Examples.SPECIALIST_ID)
                        .source("monitoring")
                        .externalId("external-1")
                        .assetId(Examples.ASSET_ID)
                        .projectId(Examples.PROJECT_ID)
                        .state(TaskState.DONE)
                        .createdAt(finished.minus(Duration.ofDays(90)))
                        .finishedAt(finished)
                        .dueAt(finished)
                        .promisedSince(finished)
                        .carriedOver(2)
                        .priority(Priority.URGENT)
                        .build()));
    change(
        tx ->
            tx.tasks()
                .insert(
                    Examples.task().toBuilder().id("task-other").clientId(OTHER_CLIENT).build()));
    Stream.of(
            TaskQuery.builder().visitId(Examples.VISIT_ID),
            TaskQuery.builder().engineerId(Examples.ENGINEER_ID),
            TaskQuery.builder().assigned(true),
            TaskQuery.builder().specialistId(Examples.SPECIALIST_ID),
            TaskQuery.builder().source("monitoring"),
            TaskQuery.builder().externalId("external-1"),
            TaskQuery.builder().assetId(Examples.ASSET_ID),
            TaskQuery.builder().projectId(Examples.PROJECT_ID),
            TaskQuery.builder().addStates(TaskState.DONE, TaskState.CANCELLED),
            TaskQuery.builder().finishedFrom(finished),
            TaskQuery.builder().dueUntil(finished.plusMillis(1)),
            TaskQuery.builder().promisedUntil(finished.plusMillis(1)),
            TaskQuery.builder().carriedOverFrom(2),
            TaskQuery.builder().finishedUntil(finished.plusMillis(1)),
            TaskQuery.builder().createdUntil(Examples.task().createdAt()),
            TaskQuery.builder().dueFrom(finished),
            TaskQuery.builder().addPriorities(Priority.URGENT, Priority.LOW),
            TaskQuery.builder().planned(true),
            TaskQuery.builder().clientId(Examples.CLIENT_ID).source("monitoring"))
        .forEach(query -> finds(Transaction::tasks, query.build(), "task-z"));
    finds(Transaction::tasks, TaskQuery.builder().clientId(OTHER_CLIENT).build(), "task-other");
    finds(Transaction::tasks, TaskQuery.builder().finishedFrom(finished.plusMillis(1)).build());
    finds(Transaction::tasks, TaskQuery.builder().dueUntil(finished).build());
    finds(Transaction::tasks, TaskQuery.builder().dueFrom(finished.plusMillis(1)).build());
    finds(
        Transaction::tasks,
        TaskQuery.builder().clientId(OTHER_CLIENT).planned(false).build(),
        "task-other");
    finds(
        Transaction::tasks,
        TaskQuery.builder().assigned(false).build(),
        Examples.TASK_ID,
        "task-other");
    finds(Transaction::tasks, TaskQuery.builder().promisedUntil(finished).build());
    finds(Transaction::tasks, TaskQuery.builder().carriedOverFrom(3).build());
    finds(Transaction::tasks, TaskQuery.builder().finishedUntil(finished).build());
    finds(
        Transaction::tasks,
        TaskQuery.builder().createdFrom(Examples.task().createdAt()).build(),
        Examples.TASK_ID,
        "task-other");
  }

  /**
   * Whoever asks, and whoever a task belongs to in whatever state: the rule and the store agree.
   */
  @Test
  public void tasksAndVisitsAreFoundForThoseWhoMaySeeThem() {
    change(StoreQueriesContract::insertTasksOfEveryOwner);
    List<Task> tasks = store().read(tx -> tx.tasks().all(TaskQuery.everything()));
    Map<String, Visit> visits =
        store().read(tx -> tx.visits().all(VisitQuery.everything())).stream()
            .collect(Collectors.toMap(Visit::id, Function.identity()));
    for (Role role : Role.values()) {
      Actor actor = new Actor(Examples.staff(role).id(), "Марк", role);
      String[] seen =
          tasks.stream()
              .filter(task -> Sight.maySee(actor, task, task.visitId().map(visits::get)))
              .map(Task::id)
              .toArray(String[]::new);
      TaskQuery visible = TaskQuery.builder().visibleTo(actor).build();
      finds(Transaction::tasks, visible, seen);
      assertThat(pages(Transaction::tasks, visible, 7, false)).containsExactly(seen);
      finds(Transaction::tasks, TaskQuery.builder().from(visible).clientId(OTHER_CLIENT).build());
      finds(
          Transaction::visits,
          VisitQuery.builder().visibleTo(actor).build(),
          visits.values().stream()
              .filter(visit -> Sight.maySee(actor, visit, () -> tasks))
              .map(Visit::id)
              .sorted()
              .toArray(String[]::new));
    }
  }

  /** On visits of the engineer, of somebody else and on none; with the specialist and not. */
  private static Void insertTasksOfEveryOwner(Transaction tx) {
    List<Optional<String>> engineers =
        List.of(
            Optional.empty(), Optional.of(Examples.ENGINEER_ID), Optional.of(Examples.SUPPORT_ID));
    tx.visits().insert(Examples.visit().toBuilder().id("visit-2").build());
    tx.visits()
        .insert(Examples.visit().toBuilder().id("visit-3").engineerId(Examples.SUPPORT_ID).build());
    tx.visits()
        .insert(Examples.visit().toBuilder().id("visit-4").engineerId(Examples.SUPPORT_ID).build());
    for (TaskState state : TaskState.values()) {
      for (Optional<String> engineer : engineers) {
        for (Optional<String> visit :
            List.of(Optional.<String>empty(), Optional.of("visit-2"), Optional.of("visit-3"))) {
          Task task =
              Examples.task().toBuilder()
                  .id(tx.newId())
                  .state(state)
                  .engineerId(engineer)
                  .visitId(visit)
                  .build();
          tx.tasks().insert(task);
          tx.tasks()
              .insert(task.toBuilder().id(tx.newId()).specialistId(Examples.SPECIALIST_ID).build());
        }
      }
    }
    return null;
  }

  /** Whatever the case, in any script; spaces part words, and no character stands for another. */
  @Test
  public void tasksAreFoundByTheWordsInThemAndInTheirComments() {
    task("task-p", "Принтер в БУХГАЛТЕРИИ", "Не печатает: 100% чёрный лист_2");
    task("task-s", "Сервер", "Straße, Ёлка's \"ящик\" C:\\tmp");
    change(
        tx ->
            tx.comments()
                .insert(
                    new Comment(
                        "comment-p",
                        "task-p",
                        Examples.ENGINEER_ID,
                        "Пётр",
                        EXACT,
                        "Заказан КАРТРИДЖ")));
    for (String text :
        List.of("принтер", "ПРИНТЕР", "  бухгалтерии\tпринтер ", "100%", "лист_2", "ПЕЧАТ")) {
      finds(Transaction::tasks, searched(text), "task-p");
    }
    for (String text : List.of("картридж", "Картридж принтер", "заказан чёрный БУХ")) {
      finds(Transaction::tasks, searched(text), "task-p");
    }
    for (String text : List.of("straße", "ёлка's", "\"ящик\"", "c:\\tmp")) {
      finds(Transaction::tasks, searched(text), "task-s");
    }
    for (String text : List.of("принтер сервер", "1%0", "лист%2", "ли_т", "*", "%", "картридж?")) {
      boolean there = text.equals("%");
      finds(Transaction::tasks, searched(text), there ? new String[] {"task-p"} : new String[0]);
    }
    finds(Transaction::tasks, searched("  "), "task-1", "task-p", "task-s");
    long matches = store().read(tx -> tx.tasks().count(searched("картридж")));
    assertThat(matches).isEqualTo(1);
    finds(
        Transaction::tasks,
        TaskQuery.builder().from(searched("сервер")).clientId(OTHER_CLIENT).build());
  }

  @Test
  public void wordsOfATaskAreThoseItHasNow() {
    task("task-p", "Принтер", "");
    change(
        tx ->
            tx.tasks()
                .update(
                    tx.tasks().find("task-p").orElseThrow().toBuilder()
                        .title("Сканер")
                        .dueAt(EXACT)
                        .build()));
    finds(Transaction::tasks, searched("принтер"));
    finds(Transaction::tasks, searched("сканер"), "task-p");
  }

  @Test
  public void tasksComeByWhenTheyAreDueOrByPriorityPageByPage() {
    change(
        tx -> {
          Task usual = Examples.task().toBuilder().source("sorting").build();
          tx.tasks().insert(usual.toBuilder().id("task-a").priority(Priority.URGENT).build());
          tx.tasks().insert(usual.toBuilder().id("task-b").dueAt(EXACT).build());
          tx.tasks().insert(usual.toBuilder().id("task-c").dueAt(EXACT.minusSeconds(9999)).build());
          tx.tasks()
              .insert(usual.toBuilder().id("task-d").dueAt(EXACT).priority(Priority.LOW).build());
          return null;
        });
    assertThat(paged(TaskQuery.Order.AGE, false))
        .containsExactly("task-a", "task-b", "task-c", "task-d");
    assertThat(paged(TaskQuery.Order.DUE, false))
        .containsExactly("task-c", "task-b", "task-d", "task-a");
    assertThat(paged(TaskQuery.Order.DUE, true))
        .containsExactly("task-a", "task-d", "task-b", "task-c");
    assertThat(paged(TaskQuery.Order.PRIORITY, false))
        .containsExactly("task-d", "task-b", "task-c", "task-a");
    assertThat(paged(TaskQuery.Order.PRIORITY, true))
        .containsExactly("task-a", "task-c", "task-b", "task-d");
  }

  /** One by one, so that each cursor is used. */
  private List<String> paged(TaskQuery.Order order, boolean newestFirst) {
    TaskQuery query = TaskQuery.builder().source("sorting").order(order).build();
    List<String> ids = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      PageRequest next = new PageRequest(1, cursor, newestFirst);
      Page<Task> page = store().read(tx -> tx.tasks().list(query, next));
      page.items().forEach(task -> ids.add(task.id()));
      cursor = page.next();
    } while (cursor.isPresent());
    return ids;
  }

  private void task(String id, String title, String description) {
    change(
        tx ->
            tx.tasks()
                .insert(
                    Examples.task().toBuilder()
                        .id(id)
                        .title(title)
                        .description(description)
                        .build()));
  }

  private static TaskQuery searched(String text) {
    return TaskQuery.builder().text(text).build();
  }

  @Test
  public void signalMappingsAreFoundByTheNamesTheyAreOf() {
    change(
        tx -> {
          tx.signalMappings().insert(Examples.signalMapping());
          return tx.signalMappings()
              .insert(
                  Examples.signalMapping().toBuilder()
                      .id("mapping-2")
                      .source("rt")
                      .clientKey("")
                      .assetKey("srv-01")
                      .clientId(OTHER_CLIENT)
                      .removed(true)
                      .build());
        });
    Stream.of(
            SignalMappingQuery.builder().source("monitoring"),
            SignalMappingQuery.builder().clientKey("romashka hq"),
            SignalMappingQuery.builder().assetKey(""),
            SignalMappingQuery.builder().clientId(Examples.CLIENT_ID),
            SignalMappingQuery.builder().removed(false))
        .forEach(query -> finds(Transaction::signalMappings, query.build(), "mapping-1"));
    Stream.of(
            SignalMappingQuery.builder().clientKey("").assetKey("srv-01"),
            SignalMappingQuery.builder().removed(true))
        .forEach(query -> finds(Transaction::signalMappings, query.build(), "mapping-2"));
    finds(Transaction::signalMappings, SignalMappingQuery.everything(), "mapping-1", "mapping-2");
  }

  @Test
  public void namesAreMappedOnceAndViewsHaveDifferentNames() {
    change(tx -> tx.signalMappings().insert(Examples.signalMapping()));
    refuses(
        tx -> tx.signalMappings().insert(Examples.signalMapping().toBuilder().id("other").build()));
    change(
        tx ->
            tx.signalMappings()
                .insert(Examples.signalMapping().toBuilder().id("other").assetKey("x").build()));
    change(tx -> tx.savedViews().insert(Examples.savedView()));
    refuses(
        tx ->
            tx.savedViews()
                .insert(Examples.savedView().toBuilder().id("other").name("ПРОСРОЧЕННЫЕ").build()));
    change(
        tx ->
            tx.savedViews()
                .insert(
                    Examples.savedView().toBuilder()
                        .id("view-2")
                        .staffId(Examples.ADMIN_ID)
                        .removed(true)
                        .build()));
    finds(
        Transaction::savedViews,
        SavedViewQuery.builder().staffId(Examples.MANAGER_ID).build(),
        "view-1");
    finds(Transaction::savedViews, SavedViewQuery.builder().removed(true).build(), "view-2");
    finds(Transaction::savedViews, SavedViewQuery.everything(), "view-1", "view-2");
  }

  private void refuses(Function<Transaction, ?> work) {
    assertThatThrownBy(() -> change(work::apply)).isInstanceOf(RefusedException.class);
  }

  @Test
  public void commentsAndTimeAreFoundByTheirTasks() {
    change(
        tx -> {
          tx.tasks().insert(Examples.task().toBuilder().id("task-2").build());
          tx.tasks().insert(Examples.task().toBuilder().id("task-3").build());
          for (int i = 1; i <= 3; i++) {
            tx.comments()
                .insert(
                    new Comment(
                        "comment-" + i, "task-" + i, Examples.ENGINEER_ID, "Пётр", EXACT, "Да."));
            tx.timeEntries()
                .insert(new TimeEntry("time-" + i, "task-" + i, Examples.ENGINEER_ID, i, EXACT));
          }
          return null;
        });
    TaskLogQuery first = TaskLogQuery.builder().addTaskIds("task-1").build();
    TaskLogQuery two = TaskLogQuery.builder().addTaskIds("task-1", "task-3").build();
    finds(Transaction::comments, first, "comment-1");
    finds(Transaction::comments, two, "comment-1", "comment-3");
    finds(Transaction::timeEntries, first, "time-1");
    finds(Transaction::timeEntries, two, "time-1", "time-3");
  }

  @Test
  public void occurrencesAreFoundByWhatTheSourceSaidAndByWhatIsKnown() {
    change(
        tx -> {
          tx.occurrences()
              .insert(
                  Examples.occurrence().toBuilder()
                      .id("occurrence-a")
                      .taskId(Examples.TASK_ID)
                      .build());
          tx.occurrences()
              .insert(
                  org.daybook.api.task.Occurrence.builder()
                      .id("occurrence-b")
                      .source("remote")
                      .externalId("ticket-1")
                      .occurrence("1")
                      .title("Заявка")
                      .raisedAt(EXACT)
                      .clearedAt(EXACT)
                      .dismissal("пробный")
                      .dismissedBy(Examples.MANAGER_ID)
                      .dismissedAt(EXACT)
                      .build());
          return null;
        });
    Stream.of(
            OccurrenceQuery.builder().source("monitoring"),
            OccurrenceQuery.builder().externalId(Examples.occurrence().externalId()),
            OccurrenceQuery.builder().occurrence(Examples.occurrence().occurrence()),
            OccurrenceQuery.builder().taskId(Examples.TASK_ID),
            OccurrenceQuery.builder().addTaskIds(Examples.TASK_ID, "task-none"),
            OccurrenceQuery.builder().clientId(Examples.CLIENT_ID),
            OccurrenceQuery.builder().addAssetIds(Examples.ASSET_ID),
            OccurrenceQuery.builder().fault(true),
            OccurrenceQuery.builder().cleared(false),
            OccurrenceQuery.builder().dismissed(false),
            OccurrenceQuery.builder().unassigned(false))
        .forEach(query -> finds(Transaction::occurrences, query.build(), "occurrence-a"));
    Stream.of(
            OccurrenceQuery.builder().fault(false),
            OccurrenceQuery.builder().cleared(true),
            OccurrenceQuery.builder().dismissed(true),
            OccurrenceQuery.builder().unassigned(true))
        .forEach(query -> finds(Transaction::occurrences, query.build(), "occurrence-b"));
  }

  @Test
  public void visitsAreFoundInTheOrderInWhichTheyArePlanned() {
    addOtherClient();
    change(
        tx -> {
          tx.visits().insert(visit("visit-z", Examples.NOW.minus(Duration.ofDays(7))));
          tx.visits().insert(visit("visit-b", Examples.NOW.plus(Duration.ofDays(7))));
          tx.visits().insert(visit("visit-a", Examples.NOW.plus(Duration.ofDays(7))));
          tx.visits()
              .insert(
                  visit("visit-0", Examples.NOW.plus(Duration.ofDays(14))).toBuilder()
                      .kind(VisitKind.EMERGENCY)
                      .state(VisitState.ON_SITE)
                      .clientId(OTHER_CLIENT)
                      .siteId(OTHER_SITE)
                      .engineerId(Examples.SPECIALIST_ID)
                      .requestedAt(Examples.NOW)
                      .planId("plan-1")
                      .build());
          return null;
        });
    finds(
        Transaction::visits,
        VisitQuery.everything(),
        "visit-z",
        Examples.VISIT_ID,
        "visit-a",
        "visit-b",
        "visit-0");
    Stream.of(
            VisitQuery.builder().clientId(OTHER_CLIENT),
            VisitQuery.builder().siteId(OTHER_SITE),
            VisitQuery.builder().engineerId(Examples.SPECIALIST_ID),
            VisitQuery.builder().kind(VisitKind.EMERGENCY),
            VisitQuery.builder().planId("plan-1"),
            VisitQuery.builder().addStates(VisitState.ON_SITE, VisitState.CLOSING),
            VisitQuery.builder().from(Examples.NOW.plus(Duration.ofDays(14))))
        .forEach(query -> finds(Transaction::visits, query.build(), "visit-0"));
    finds(Transaction::visits, VisitQuery.builder().until(Examples.NOW).build(), "visit-z");
    finds(
        Transaction::visits,
        VisitQuery.builder()
            .from(Examples.NOW)
            .until(Examples.NOW.plus(Duration.ofDays(7)))
            .build(),
        Examples.VISIT_ID);
    assertThat(pages(Transaction::visits, VisitQuery.everything(), 2, false))
        .containsExactly("visit-z", Examples.VISIT_ID, "visit-a", "visit-b", "visit-0");
    assertThat(pages(Transaction::visits, VisitQuery.everything(), 2, true))
        .containsExactly("visit-0", "visit-b", "visit-a", Examples.VISIT_ID, "visit-z");
    Visit last = store().read(tx -> tx.visits().last(VisitQuery.everything()).orElseThrow());
    assertThat(last.id()).isEqualTo("visit-0");
  }

  @Test
  public void checksAndProblemsAreFound() {
    change(
        tx -> {
          tx.visits().insert(visit("visit-2", EXACT));
          tx.assets()
              .insert(
                  Examples.asset().toBuilder()
                      .id("asset-2")
                      .hostname("buh-2")
                      .inventoryNumber("2")
                      .build());
          tx.checks().insert(Examples.check().toBuilder().id("check-a").build());
          tx.checks()
              .insert(
                  Examples.check().toBuilder()
                      .id("check-b")
                      .visitId("visit-2")
                      .assetId("asset-2")
                      .itemId("os-updates")
                      .state(CheckState.OK)
                      .answeredAt(EXACT)
                      .build());
          tx.problems().insert(Examples.problem().toBuilder().id("problem-a").build());
          tx.problems()
              .insert(
                  Examples.problem().toBuilder()
                      .id("problem-b")
                      .assetId("asset-2")
                      .itemId("os-updates")
                      .endedAt(EXACT)
                      .build());
          return null;
        });
    Stream.of(
            CheckQuery.builder().visitId("visit-2"),
            CheckQuery.builder().addAssetIds("asset-2", "asset-none"),
            CheckQuery.builder().itemId("os-updates"),
            CheckQuery.builder().addStates(CheckState.OK),
            CheckQuery.builder().answeredFrom(EXACT))
        .forEach(query -> finds(Transaction::checks, query.build(), "check-b"));
    finds(Transaction::checks, CheckQuery.builder().answeredFrom(EXACT.plusMillis(1)).build());
    Stream.of(
            ProblemQuery.builder().addAssetIds("asset-2"),
            ProblemQuery.builder().itemId("os-updates"),
            ProblemQuery.builder().ended(true))
        .forEach(query -> finds(Transaction::problems, query.build(), "problem-b"));
    finds(Transaction::problems, ProblemQuery.builder().ended(false).build(), "problem-a");
    finds(
        Transaction::problems,
        ProblemQuery.builder().clientId(Examples.CLIENT_ID).build(),
        "problem-a",
        "problem-b");
    finds(Transaction::problems, ProblemQuery.builder().clientId("client-none").build());
  }

  @Test
  public void reportsAndDeliveriesAreFound() {
    addOtherClient();
    change(
        tx -> {
          tx.visits().insert(visit("visit-2", EXACT));
          tx.reports().insert(Examples.report().toBuilder().id("report-a").build());
          tx.reports()
              .insert(
                  Examples.report().toBuilder()
                      .id("report-b")
                      .number("2026-0002")
                      .visitId("visit-2")
                      .clientId(OTHER_CLIENT)
                      .state(ReportState.HELD)
                      .sequence(7)
                      .build());
          tx.deliveries()
              .insert(
                  Examples.delivery().toBuilder().id("delivery-a").reportId("report-a").build());
          tx.deliveries()
              .insert(
                  Examples.delivery().toBuilder()
                      .id("delivery-b")
                      .reportId("report-b")
                      .clientId(OTHER_CLIENT)
                      .contactId("contact-vasilyok")
                      .state(DeliveryState.SENT)
                      .stateAt(EXACT)
                      .messageId("other@daybook.test")
                      .build());
          return null;
        });
    Stream.of(
            ReportQuery.builder().visitId("visit-2"),
            ReportQuery.builder().clientId(OTHER_CLIENT),
            ReportQuery.builder().number("2026-0002"),
            ReportQuery.builder().sequence(7),
            ReportQuery.builder().clientId(OTHER_CLIENT).sequence(7),
            ReportQuery.builder().addStates(ReportState.HELD))
        .forEach(query -> finds(Transaction::reports, query.build(), "report-b"));
    finds(Transaction::reports, ReportQuery.builder().sequence(0).build(), "report-a");
    finds(
        Transaction::reports,
        ReportQuery.builder().clientId(Examples.CLIENT_ID).sequence(7).build());
    Stream.of(
            DeliveryQuery.builder().reportId("report-b"),
            DeliveryQuery.builder().addReportIds("report-b", "report-c"),
            DeliveryQuery.builder().clientId(OTHER_CLIENT),
            DeliveryQuery.builder().contactId("contact-vasilyok"),
            DeliveryQuery.builder().addStates(DeliveryState.SENT),
            DeliveryQuery.builder().changedFrom(EXACT))
        .forEach(query -> finds(Transaction::deliveries, query.build(), "delivery-b"));
    finds(
        Transaction::deliveries,
        DeliveryQuery.builder().changedFrom(EXACT.plus(Duration.ofSeconds(1))).build());
  }

  @Test
  public void lettersAndInvitationsAreFound() {
    change(
        tx -> {
          tx.letters().insert(Examples.outgoingLetter().toBuilder().id("letter-a").build());
          tx.letters()
              .insert(
                  Examples.outgoingLetter().toBuilder()
                      .id("letter-b")
                      .key("reminder:visit-1:contact-1")
                      .recipient("boris@romashka.test")
                      .state(DeliveryState.SENT)
                      .frozen(Optional.empty())
                      .queuedAt(Examples.NOW.minusSeconds(1))
                      .stateAt(Examples.NOW.plusSeconds(1))
                      .build());
          tx.invitations().insert(Examples.invitation().toBuilder().id("invitation-a").build());
          tx.invitations()
              .insert(
                  Examples.invitation().toBuilder()
                      .id("invitation-b")
                      .visitId("visit-2")
                      .contactId("contact-2")
                      .build());
          return null;
        });
    List.of(
            LetterQuery.builder().key("reminder:visit-1:contact-1"),
            LetterQuery.builder().recipient("boris@romashka.test"),
            LetterQuery.builder().addStates(DeliveryState.SENT),
            LetterQuery.builder().changedFrom(Examples.NOW.plusSeconds(1)),
            LetterQuery.builder().queuedBefore(Examples.NOW),
            LetterQuery.builder().withContent(false))
        .forEach(query -> finds(Transaction::letters, query.build(), "letter-b"));
    finds(Transaction::letters, LetterQuery.builder().withContent(true).build(), "letter-a");
    finds(Transaction::letters, LetterQuery.everything(), "letter-a", "letter-b");
    List.of(
            InvitationQuery.builder().visitId("visit-2"),
            InvitationQuery.builder().contactId("contact-2"))
        .forEach(query -> finds(Transaction::invitations, query.build(), "invitation-b"));
  }

  @Test
  public void linksToReportsAreFoundByTheirTokenTheirDeliveryAndTheirVisit() {
    change(
        tx -> {
          tx.reportLinks().insert(Examples.reportLink().toBuilder().id("link-a").build());
          tx.reportLinks()
              .insert(
                  Examples.reportLink().toBuilder()
                      .id("link-b")
                      .hash("0".repeat(64))
                      .deliveryId("delivery-b")
                      .visitId("visit-2")
                      .build());
          return null;
        });
    Stream.of(
            ReportLinkQuery.builder().hash("0".repeat(64)),
            ReportLinkQuery.builder().deliveryId("delivery-b"),
            ReportLinkQuery.builder().visitId("visit-2"))
        .forEach(query -> finds(Transaction::reportLinks, query.build(), "link-b"));
    finds(Transaction::reportLinks, ReportLinkQuery.everything(), "link-a", "link-b");
    finds(
        Transaction::reportLinks,
        ReportLinkQuery.builder().hash("0".repeat(64)).visitId(Examples.VISIT_ID).build());
  }

  @Test
  public void disputesAreFoundByEverythingTheyBelongTo() {
    Instant changed = EXACT.plus(Duration.ofDays(30));
    change(
        tx -> {
          tx.disputes()
              .insert(Examples.dispute().toBuilder().id("dispute-a").stateAt(EXACT).build());
          tx.disputes()
              .insert(
                  Examples.dispute().toBuilder()
                      .id("dispute-b")
                      .externalId("form-2")
                      .visitId("visit-2")
                      .clientId(OTHER_CLIENT)
                      .engineerId("staff-other")
                      .taskId("task-2")
                      .state(DisputeState.UPHELD)
                      .stateAt(changed)
                      .decidedAt(changed)
                      .penalty(proposed(changed))
                      .build());
          return null;
        });
    Stream.of(
            DisputeQuery.builder().clientId(OTHER_CLIENT),
            DisputeQuery.builder().visitId("visit-2"),
            DisputeQuery.builder().engineerId("staff-other"),
            DisputeQuery.builder().taskId("task-2"),
            DisputeQuery.builder().externalId("form-2"),
            DisputeQuery.builder().addStates(DisputeState.UPHELD, DisputeState.REJECTED),
            DisputeQuery.builder().addPenaltyStates(Penalty.State.PROPOSED, Penalty.State.APPLIED),
            DisputeQuery.builder().changedFrom(changed),
            DisputeQuery.builder().decidedFrom(changed),
            DisputeQuery.builder().decidedUntil(changed.plusMillis(1)))
        .forEach(query -> finds(Transaction::disputes, query.build(), "dispute-b"));
    finds(Transaction::disputes, DisputeQuery.everything(), "dispute-a", "dispute-b");
    finds(
        Transaction::disputes,
        DisputeQuery.builder().addPenaltyStates(Penalty.State.WAIVED).build());
    finds(Transaction::disputes, DisputeQuery.builder().changedFrom(changed.plusMillis(1)).build());
    finds(Transaction::disputes, DisputeQuery.builder().decidedFrom(changed.plusMillis(1)).build());
    finds(Transaction::disputes, DisputeQuery.builder().decidedUntil(changed).build());
    finds(
        Transaction::disputes,
        DisputeQuery.builder().externalId("form-2").visitId(Examples.VISIT_ID).build());
  }

  private static Penalty proposed(Instant at) {
    return new Penalty(
        Penalty.Kind.REMARK,
        Optional.empty(),
        Optional.empty(),
        "Опоздал",
        Penalty.State.PROPOSED,
        "Ольга Берёзкина",
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  public void theProgressOfVisitsIsCounted() {
    change(
        tx -> {
          for (TaskState state : List.of(TaskState.PLANNED, TaskState.PLANNED, TaskState.DONE)) {
            tx.tasks().insert(onVisit(tx.newId(), "visit-1", state));
          }
          tx.tasks().insert(onVisit(tx.newId(), "visit-2", TaskState.CARRIED_OVER));
          tx.tasks().insert(onVisit(tx.newId(), "visit-3", TaskState.DONE));
          for (CheckState state : CheckState.values()) {
            tx.checks()
                .insert(
                    Examples.check().toBuilder()
                        .id(tx.newId())
                        .visitId("visit-1")
                        .itemId("item-" + state)
                        .state(state)
                        .build());
          }
          return null;
        });

    assertThat(
            store()
                .<Map<String, VisitProgress>>read(
                    tx -> tx.progress(Set.of("visit-1", "visit-2", "visit-none"))))
        .containsOnly(
            entry("visit-1", new VisitProgress(1, 3, 3, 4)),
            entry("visit-2", new VisitProgress(1, 1, 0, 0)),
            entry("visit-none", VisitProgress.NONE));
    assertThat(store().<Map<String, VisitProgress>>read(tx -> tx.progress(Set.of()))).isEmpty();
  }

  @Test
  public void theProgressOfVisitsFollowsWhatBecomesOfTheirTasksAndChecks() {
    Set<String> both = Set.of("visit-1", "visit-2");
    change(
        tx -> {
          tx.tasks().insert(onVisit("task-a", "visit-1", TaskState.PLANNED));
          tx.tasks().insert(onVisit("task-b", "visit-1", TaskState.PLANNED));
          tx.tasks()
              .insert(
                  onVisit("task-c", "visit-1", TaskState.NEW).toBuilder().visitId(none()).build());
          return tx.checks().insert(openCheck());
        });
    Map<String, VisitProgress> inTheMiddle =
        change(
            tx -> {
              Task moved = tx.tasks().find("task-b").orElseThrow();
              tx.tasks().update(moved.toBuilder().visitId("visit-2").build());
              Task planned = tx.tasks().find("task-c").orElseThrow();
              tx.tasks().update(planned.toBuilder().visitId("visit-2").build());
              Check check = tx.checks().find("check-a").orElseThrow();
              tx.checks().update(check.toBuilder().state(CheckState.OK).build());
              return tx.progress(both);
            });
    assertThat(inTheMiddle)
        .containsOnly(
            entry("visit-1", new VisitProgress(0, 1, 1, 1)),
            entry("visit-2", new VisitProgress(0, 2, 0, 0)));

    change(
        tx -> {
          Task done = tx.tasks().find("task-a").orElseThrow();
          tx.tasks().update(done.toBuilder().state(TaskState.DONE).build());
          Task off = tx.tasks().find("task-b").orElseThrow();
          tx.tasks().update(off.toBuilder().visitId(none()).build());
          Check check = tx.checks().find("check-a").orElseThrow();
          return tx.checks().update(check.toBuilder().state(CheckState.OPEN).build());
        });
    Map<String, VisitProgress> after =
        Map.of("visit-1", new VisitProgress(1, 1, 0, 1), "visit-2", new VisitProgress(0, 1, 0, 0));
    assertThat(store().<Map<String, VisitProgress>>read(tx -> tx.progress(both))).isEqualTo(after);

    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      tx.tasks().insert(onVisit("task-d", "visit-1", TaskState.DONE));
                      throw new IllegalStateException("changed my mind");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store().<Map<String, VisitProgress>>read(tx -> tx.progress(both))).isEqualTo(after);
  }

  private static Check openCheck() {
    return Examples.check().toBuilder()
        .id("check-a")
        .visitId("visit-1")
        .state(CheckState.OPEN)
        .build();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Task onVisit(String id, String visitId, TaskState state) {
    return Examples.task().toBuilder().id(id).visitId(visitId).state(state).build();
  }

  @Test
  public void noticesAreFound() {
    change(
        tx -> {
          tx.notices().insert(Examples.notice().toBuilder().id("notice-a").build());
          tx.notices()
              .insert(
                  Examples.notice().toBuilder()
                      .id("notice-b")
                      .kind(NoticeKind.VIOLATION)
                      .key("visit:1")
                      .state(Notice.State.WITHDRAWN)
                      .recipientId(Examples.MANAGER_ID)
                      .urgency(Notice.Urgency.URGENT)
                      .about("/board/visits/1")
                      .escalatedTo(Examples.SUPPORT_ID)
                      .escalatedAt(EXACT)
                      .tellAt(EXACT)
                      .escalateAt(EXACT)
                      .sentAt(EXACT)
                      .build());
          return null;
        });
    finds(Transaction::notices, NoticeQuery.builder().tellUntil(EXACT).build());
    finds(Transaction::notices, NoticeQuery.builder().escalateUntil(EXACT).build());
    Stream.of(
            NoticeQuery.builder().addKinds(NoticeKind.VIOLATION, NoticeKind.NO_RECIPIENT),
            NoticeQuery.builder().key("visit:1"),
            NoticeQuery.builder().addStates(Notice.State.WITHDRAWN),
            NoticeQuery.builder().tellUntil(EXACT.plusMillis(1)),
            NoticeQuery.builder().escalateUntil(EXACT.plusMillis(1)),
            NoticeQuery.builder().sent(true),
            NoticeQuery.builder().recipientId(Examples.MANAGER_ID),
            NoticeQuery.builder().concernsId(Examples.MANAGER_ID),
            NoticeQuery.builder().concernsId(Examples.SUPPORT_ID),
            NoticeQuery.builder().addUrgencies(Notice.Urgency.URGENT),
            NoticeQuery.builder().about("/board/visits/1"))
        .forEach(query -> finds(Transaction::notices, query.build(), "notice-b"));
    finds(Transaction::notices, NoticeQuery.builder().sent(false).build(), "notice-a");
  }

  @Test
  public void pagesTogetherHaveEverythingOnceInOrder() {
    List<String> ids = addTasks(20);
    TaskQuery query = TaskQuery.builder().source("paging").build();
    assertThat(pages(Transaction::tasks, query, 5, false)).containsExactlyElementsOf(ids);
    assertThat(pages(Transaction::tasks, query, 7, false)).containsExactlyElementsOf(ids);
    Collections.reverse(ids);
    assertThat(pages(Transaction::tasks, query, 7, true)).containsExactlyElementsOf(ids);
    assertThat(pages(Transaction::tasks, query, 20, true)).containsExactlyElementsOf(ids);
  }

  @Test
  public void theLastPageSaysThatItIsTheLast() {
    addTasks(4);
    TaskQuery query = TaskQuery.builder().source("paging").build();
    Page<Task> first =
        store().read(tx -> tx.tasks().list(query, new PageRequest(2, Optional.empty(), false)));
    Page<Task> second =
        store().read(tx -> tx.tasks().list(query, new PageRequest(2, first.next(), false)));
    assertThat(first.next()).isPresent();
    assertThat(second.items()).hasSize(2);
    assertThat(second.next()).isEmpty();
  }

  @Test
  public void whatIsAddedBetweenTwoPagesShiftsNothing() {
    List<String> ids = addTasks(4);
    TaskQuery query = TaskQuery.builder().source("paging").build();
    Page<Task> first =
        store().read(tx -> tx.tasks().list(query, new PageRequest(2, Optional.empty(), true)));
    addTasks(3);
    Page<Task> second =
        store().read(tx -> tx.tasks().list(query, new PageRequest(2, first.next(), true)));
    assertThat(second.items()).extracting(Task::id).containsExactly(ids.get(1), ids.get(0));
  }

  @Test
  public void allGoesThroughEveryPage() {
    addTasks(PageRequest.MAX_SIZE + 1);
    TaskQuery query = TaskQuery.builder().source("paging").build();
    List<Task> all = store().read(tx -> tx.tasks().all(query));
    long count = store().read(tx -> tx.tasks().count(query));
    assertThat(all).hasSize(PageRequest.MAX_SIZE + 1);
    assertThat(count).isEqualTo(PageRequest.MAX_SIZE + 1);
  }

  private List<String> addTasks(int count) {
    return new ArrayList<>(
        change(
            tx ->
                IntStream.range(0, count)
                    .mapToObj(
                        i ->
                            tx.tasks()
                                .insert(
                                    Examples.task().toBuilder()
                                        .id(tx.newId())
                                        .source("paging")
                                        .build())
                                .id())
                    .toList()));
  }

  private void addOtherClient() {
    change(
        tx -> {
          tx.clients()
              .insert(
                  Examples.client().toBuilder()
                      .id(OTHER_CLIENT)
                      .code("vasilyok")
                      .name("АО «Василёк»")
                      .active(false)
                      .build());
          tx.sites()
              .insert(Examples.site().toBuilder().id(OTHER_SITE).clientId(OTHER_CLIENT).build());
          tx.contacts()
              .insert(
                  Examples.contact().toBuilder()
                      .id("contact-vasilyok")
                      .clientId(OTHER_CLIENT)
                      .reportRecipient(false)
                      .build());
          tx.assets()
              .insert(
                  Examples.asset().toBuilder()
                      .id(OTHER_ASSET)
                      .clientId(OTHER_CLIENT)
                      .siteId(OTHER_SITE)
                      .hostname("router")
                      .inventoryNumber("Инв-№7")
                      .retired(true)
                      .build());
          return null;
        });
  }

  @Test
  public void photosAreFoundByTheirTask() {
    change(
        tx -> {
          tx.photos().insert(Examples.photo());
          tx.photos().insert(Examples.photo().toBuilder().id("photo-2").removed(true).build());
          tx.photos()
              .insert(
                  Examples.photo().toBuilder()
                      .id("photo-3")
                      .taskId("task-2")
                      .fixedVisitId(Examples.VISIT_ID)
                      .build());
          return null;
        });
    finds(Transaction::photos, PhotoQuery.everything(), "photo-1", "photo-2", "photo-3");
    finds(
        Transaction::photos,
        PhotoQuery.builder().addTaskIds(Examples.task().id()).build(),
        "photo-1",
        "photo-2");
    finds(
        Transaction::photos,
        PhotoQuery.builder().addTaskIds(Examples.task().id(), "task-2").removed(false).build(),
        "photo-1",
        "photo-3");
    finds(Transaction::photos, PhotoQuery.builder().fixed(true).build(), "photo-3");
    finds(Transaction::photos, PhotoQuery.builder().fixed(false).build(), "photo-1", "photo-2");
  }

  private static Visit visit(String id, Instant plannedFor) {
    return Examples.visit().toBuilder().id(id).plannedFor(plannedFor).build();
  }

  /** Expects these ids, in this order, and the same count. */
  private <T, Q> void finds(
      Function<Transaction, Repository<T, Q>> repository, Q query, String... ids) {
    assertThat(pages(repository, query, PageRequest.MAX_SIZE, false))
        .as("%s", query)
        .containsExactly(ids);
    long count = store().read(tx -> repository.apply(tx).count(query));
    assertThat(count).as("count of %s", query).isEqualTo(ids.length);
  }

  private <T, Q> List<String> pages(
      Function<Transaction, Repository<T, Q>> repository, Q query, int size, boolean newestFirst) {
    List<String> ids = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Optional<String> after = cursor;
      Page<T> page =
          store()
              .read(
                  tx ->
                      repository.apply(tx).list(query, new PageRequest(size, after, newestFirst)));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
      page.items().forEach(value -> ids.add(idOf(value)));
      cursor = page.next();
    } while (cursor.isPresent());
    return ids;
  }

  private static String idOf(Object value) {
    try {
      var accessor = value.getClass().getMethod("id");
      accessor.setAccessible(true);
      return (String) accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a value without id: " + value, e);
    }
  }
}
