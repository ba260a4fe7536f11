package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.directory.NoticeMail;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.notice.Notice;
import org.daybook.api.photo.PhotoSize;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Unmet;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.IdempotentAnswer;
import org.daybook.api.store.Repository;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Priority;
import org.daybook.api.task.TaskState;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.junit.Before;
import org.junit.Test;

/** That a store gives back every value as it was put in. A part of {@link StoreContract}. */
public abstract class StoreValuesContract {
  /** A moment with microseconds, which every store must keep. */
  static final Instant EXACT = Instant.parse("2026-03-12T21:59:59.123456Z");

  private static final int LONG = 10_000;

  private Store store;

  /** An empty store, for one test. */
  protected abstract Store createStore() throws Exception;

  @Before
  public final void fillStore() throws Exception {
    store = createStore();
    change(
        tx -> {
          Examples.directory(tx);
          tx.projects().insert(Examples.project());
          tx.visits().insert(Examples.visit());
          tx.tasks().insert(Examples.task());
          return null;
        });
  }

  /** The store that is tested; has what {@link Examples#directory} has, and a visit and a task. */
  protected final Store store() {
    return store;
  }

  final <T> T change(Function<Transaction, T> work) {
    return store.inTransaction(Examples.MANAGER, work);
  }

  @Test
  public void clientsComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::clients,
        Examples.client().toBuilder()
            .id("client-2")
            .code("vasilyok")
            .plan(ServicePlan.BASIC)
            .language(Examples.ENGLISH)
            .zone(ZoneId.of("Asia/Vladivostok"))
            .reviewFirst(true)
            .active(false)
            .version(1)
            .build(),
        "client-2");
    comesBack(
        Transaction::clients,
        org.daybook.api.directory.Client.builder()
            .id("client-3")
            .code("bare")
            .name("Bare")
            .plan(ServicePlan.STANDARD)
            .language(Examples.RUSSIAN)
            .zone(ZoneId.of("UTC"))
            .version(1)
            .build(),
        "client-3");
  }

  @Test
  public void sitesComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::sites, Examples.site().toBuilder().id("site-2").version(1).build(), "site-2");
  }

  @Test
  public void districtsAndTheLengthOfADayComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::sites,
        Examples.site().toBuilder().id("site-3").district("Северный").version(1).build(),
        "site-3");
    comesBack(
        Transaction::staff,
        Examples.staff(Role.ENGINEER).toBuilder().id("staff-2").dayMinutes(240).version(1).build(),
        "staff-2");
  }

  @Test
  public void whatIsPlannedComesBackAsItWasPutIn() {
    comesBack(
        Transaction::visitTerms,
        Examples.visitTerms().toBuilder()
            .visitsPerMonth(31)
            .reason(longText())
            .latest(LocalTime.of(23, 59))
            .addClosedDays(LocalDate.of(2026, 4, 30), LocalDate.of(2026, 12, 31))
            .pattern("FREQ=MONTHLY;BYDAY=1MO")
            .patternTime(LocalTime.MIDNIGHT)
            .version(1)
            .build(),
        Examples.CLIENT_ID);
    comesBack(
        Transaction::visitTerms,
        VisitTerms.builder().id("client-2").version(1).build(),
        "client-2");
    comesBack(
        Transaction::absences,
        Examples.absence().toBuilder().reason(longText()).removed(true).version(1).build(),
        "absence-1");
    comesBack(
        Transaction::signalMappings,
        Examples.signalMapping().toBuilder()
            .assetKey("сервер " + "я".repeat(190))
            .assetId(Examples.ASSET_ID)
            .mappedAt(EXACT)
            .removed(true)
            .version(1)
            .build(),
        "mapping-1");
    comesBack(
        Transaction::savedViews,
        Examples.savedView().toBuilder()
            .query("q=" + "%D1%8F".repeat(300))
            .preferred(true)
            .removed(true)
            .version(1)
            .build(),
        "view-1");
    comesBack(
        Transaction::monthPlans,
        Examples.monthPlan().toBuilder()
            .state(PlanState.PUBLISHED)
            .createdAt(EXACT)
            .publishedAt(EXACT.plusSeconds(1))
            .addUnmet(new Unmet(Examples.CLIENT_ID, Unmet.Wish.HOURS, longText()))
            .addUnmet(new Unmet("client-2", Unmet.Wish.VISIT, ""))
            .addPinned(Examples.VISIT_ID, "visit-2")
            .addNotes("Нет календаря\\2027", "", "\n")
            .version(1)
            .build(),
        "plan-1");
    comesBack(
        Transaction::monthPlans,
        Examples.monthPlan().toBuilder()
            .id("plan-2")
            .state(PlanState.SUPERSEDED)
            .addNotes("")
            .version(1)
            .build(),
        "plan-2");
  }

  @Test
  public void regulationsAndTheirRevisionsComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::regulations,
        Examples.regulation().toBuilder()
            .addItems(
                Examples.regulationItem().toBuilder()
                    .id("odd")
                    .titleRu("Табуляция\tи\\")
                    .titleEn("")
                    .build())
            .active(false)
            .addInFiles(Examples.regulationItem())
            .revision(7)
            .changedAt(EXACT)
            .version(1)
            .build(),
        "regulation-1");
    comesBack(
        Transaction::regulations,
        Examples.regulation().toBuilder()
            .id("regulation-2")
            .kind(AssetKind.OTHER)
            .version(1)
            .build(),
        "regulation-2");
    comesBack(
        Transaction::regulationRevisions,
        Examples.regulationRevision().toBuilder().active(false).changedAt(EXACT).build(),
        "revision-1");
  }

  @Test
  public void contactsComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::contacts,
        Examples.contact().toBuilder().id("contact-2").version(1).build(),
        "contact-2");
    comesBack(
        Transaction::contacts,
        org.daybook.api.directory.Contact.builder()
            .id("contact-3")
            .clientId(Examples.CLIENT_ID)
            .name("Без Почты")
            .version(1)
            .build(),
        "contact-3");
  }

  @Test
  public void equipmentComesBackAsItWasPutIn() {
    comesBack(
        Transaction::assets,
        Examples.asset().toBuilder()
            .id("asset-2")
            .kind(AssetKind.NETWORK_DEVICE)
            .hostname("Router-1")
            .inventoryNumber("Инв-№2")
            .retired(true)
            .retiredReason("Ж".repeat(1000))
            .retiredVisitId(Examples.VISIT_ID)
            .version(1)
            .build(),
        "asset-2");
    comesBack(
        Transaction::assets,
        org.daybook.api.directory.Asset.builder()
            .id("asset-3")
            .clientId(Examples.CLIENT_ID)
            .siteId(Examples.SITE_ID)
            .kind(AssetKind.OTHER)
            .name("Без имени в сети")
            .version(1)
            .build(),
        "asset-3");
  }

  @Test
  public void staffComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::staff,
        Examples.staff(Role.SPECIALIST).toBuilder()
            .id("staff-2")
            .phone("+7 000 000-00-09")
            .noticeMail(NoticeMail.DAILY_DIGEST)
            .active(false)
            .version(1)
            .build(),
        "staff-2");
  }

  @Test
  public void accountsAndTokensComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::accounts,
        Examples.account().toBuilder().enabled(false).version(1).build(),
        Examples.account().id());
    comesBack(
        Transaction::tokens,
        Examples.token().toBuilder()
            .scopes(Set.of("metrics", "hook:*"))
            .createdAt(EXACT)
            .expiresAt(EXACT.plusSeconds(1))
            .revokedAt(EXACT.plusSeconds(2))
            .version(1)
            .build(),
        Examples.token().id());
  }

  @Test
  public void sessionsComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::sessions,
        Examples.session().toBuilder()
            .accountVersion(Long.MAX_VALUE)
            .device("Обозреватель «Икс», Андроид " + "х".repeat(70))
            .createdAt(EXACT)
            .lastSeenAt(EXACT.plusSeconds(1))
            .expiresAt(EXACT.plusSeconds(2))
            .revokedAt(EXACT.plusSeconds(3))
            .version(1)
            .build(),
        Examples.session().id());
    comesBack(
        Transaction::sessions,
        Examples.session().toBuilder()
            .id("session-2")
            .hash("0".repeat(64))
            .device("")
            .kept(false)
            .version(1)
            .build(),
        "session-2");
  }

  @Test
  public void projectsComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::projects,
        Examples.project().toBuilder()
            .id("project-2")
            .description(longText())
            .state(Project.State.ON_HOLD)
            .dueAt(EXACT)
            .createdAt(EXACT)
            .version(1)
            .build(),
        "project-2");
  }

  @Test
  public void tasksComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::tasks,
        Examples.task().toBuilder()
            .id("task-2")
            .assetId(Examples.ASSET_ID)
            .visitId(Examples.VISIT_ID)
            .projectId(Examples.PROJECT_ID)
            .externalId("внешний/1")
            .title("😀".repeat(150))
            .description(longText())
            .priority(Priority.URGENT)
            .state(TaskState.CARRIED_OVER)
            .dueAt(EXACT)
            .occurrences(7)
            .engineerId(Examples.ENGINEER_ID)
            .specialistId(Examples.SPECIALIST_ID)
            .result(longText())
            .reason(longText())
            .carriedOver(2)
            .promisedSince(EXACT)
            .handedOverAt(EXACT.plusSeconds(9))
            .createdAt(EXACT)
            .startedAt(EXACT)
            .finishedAt(EXACT)
            .version(1)
            .build(),
        "task-2");
    comesBack(
        Transaction::tasks, Examples.task().toBuilder().id("task-3").version(1).build(), "task-3");
  }

  @Test
  public void commentsAndTimeComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::comments,
        new Comment("comment-2", Examples.TASK_ID, Examples.ENGINEER_ID, "Пётр", EXACT, longText()),
        "comment-2");
    comesBack(
        Transaction::timeEntries,
        new TimeEntry("time-2", Examples.TASK_ID, Examples.ENGINEER_ID, 1440, EXACT),
        "time-2");
  }

  @Test
  public void occurrencesComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::occurrences,
        Examples.occurrence().toBuilder()
            .taskId(Examples.TASK_ID)
            .description(longText())
            .priority(Priority.LOW)
            .raisedAt(EXACT)
            .clearedAt(EXACT.plusSeconds(1))
            .dismissal(longText())
            .dismissedBy(Examples.MANAGER_ID)
            .dismissedAt(EXACT.plusSeconds(2))
            .version(1)
            .build(),
        Examples.occurrence().id());
    comesBack(
        Transaction::occurrences,
        org.daybook.api.task.Occurrence.builder()
            .id("occurrence-2")
            .source("monitoring")
            .externalId("unassigned")
            .occurrence("")
            .title("Чьё это?")
            .raisedAt(EXACT)
            .version(1)
            .build(),
        "occurrence-2");
  }

  @Test
  public void visitsComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::visits,
        Examples.visit().toBuilder()
            .id("visit-2")
            .kind(VisitKind.EMERGENCY)
            .state(VisitState.CLOSING)
            .plannedFor(EXACT)
            .requestedAt(EXACT.minusSeconds(60))
            .dueBy(EXACT.plusSeconds(7140))
            .acceptedAt(EXACT.minusSeconds(50))
            .onTheWayAt(EXACT.minusSeconds(40))
            .planId("plan-1")
            .arrivedAt(EXACT.plusSeconds(60))
            .departedAt(EXACT.plusSeconds(120))
            .closedAt(EXACT.plusSeconds(180))
            .reason(longText())
            .checksPlanned(true)
            .overrideReason(longText())
            .neverScheduled(true)
            .beyondNorm(true)
            .version(1)
            .build(),
        "visit-2");
  }

  @Test
  public void checksAndProblemsComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::checks,
        Examples.check().toBuilder()
            .mandatory(false)
            .state(CheckState.PROBLEM)
            .description(longText())
            .action(longText())
            .reason(longText())
            .dueAt(EXACT)
            .answeredBy(Examples.ENGINEER_ID)
            .answeredAt(EXACT)
            .version(1)
            .build(),
        Examples.check().id());
    comesBack(
        Transaction::problems,
        Examples.problem().toBuilder()
            .description(longText())
            .action(longText())
            .since(EXACT)
            .dueAt(EXACT)
            .endedAt(EXACT)
            .version(1)
            .build(),
        Examples.problem().id());
  }

  @Test
  public void reportsDeliveriesAndNoticesComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::reports,
        Examples.report().toBuilder()
            .state(ReportState.SUPERSEDED)
            .snapshot("{\"текст\":\"" + longText().repeat(50) + "\"}")
            .createdAt(EXACT)
            .releasedAt(EXACT)
            .reason(longText())
            .sequence(Integer.MAX_VALUE)
            .previousSha256("f".repeat(64))
            .version(1)
            .build(),
        Examples.report().id());
    comesBack(
        Transaction::reports,
        Examples.report().toBuilder()
            .id("report-2")
            .revision(2)
            .sequence(1)
            .state(ReportState.COLLECTING)
            .snapshot("")
            .sha256("")
            .releasedAt(Optional.empty())
            .version(1)
            .build(),
        "report-2");
    comesBack(
        Transaction::deliveries,
        Examples.delivery().toBuilder()
            .state(DeliveryState.DEFERRED)
            .attempts(3)
            .nextAttemptAt(EXACT)
            .lastAnswer(longText())
            .queuedAt(EXACT)
            .sentAt(EXACT)
            .stateAt(EXACT.plusSeconds(1))
            .version(1)
            .build(),
        Examples.delivery().id());
    comesBack(
        Transaction::deliveries,
        Examples.delivery().toBuilder().id("delivery-2").contactId("other").version(1).build(),
        "delivery-2");
    comesBack(
        Transaction::notices,
        Examples.notice().toBuilder()
            .subject(longText())
            .recipientId(Examples.MANAGER_ID)
            .state(Notice.State.ACKNOWLEDGED)
            .raisedAt(EXACT)
            .lastSeenAt(EXACT.plus(Duration.ofDays(1)))
            .seen(42)
            .about("/board/visits/visit-1")
            .urgency(Notice.Urgency.URGENT)
            .acknowledgedBy(Examples.ADMIN_ID)
            .acknowledgedAt(EXACT.plusSeconds(1))
            .escalatedTo(Examples.ADMIN_ID)
            .escalatedAt(EXACT.plusSeconds(2))
            .sentAt(EXACT.plusSeconds(3))
            .tellAt(EXACT.plusSeconds(4))
            .escalateAt(EXACT.plusSeconds(5))
            .version(1)
            .build(),
        Examples.notice().id());
  }

  @Test
  public void linksToReportsComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::reportLinks,
        Examples.reportLink().toBuilder()
            .createdAt(EXACT)
            .expiresAt(EXACT.plusSeconds(1))
            .revokedAt(EXACT.plusSeconds(2))
            .openedAt(EXACT.plusSeconds(3))
            .version(1)
            .build(),
        Examples.reportLink().id());
    comesBack(
        Transaction::reportLinks,
        Examples.reportLink().toBuilder().id("link-2").hash("0".repeat(64)).version(1).build(),
        "link-2");
  }

  @Test
  public void lettersAndInvitationsComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::letters,
        Examples.outgoingLetter().toBuilder()
            .frozen("Письмо ".repeat(100_000))
            .references("a@daybook.test b@daybook.test")
            .state(DeliveryState.DEFERRED)
            .attempts(3)
            .nextAttemptAt(EXACT)
            .lastAnswer(longText())
            .queuedAt(EXACT)
            .sentAt(EXACT)
            .stateAt(EXACT.plusSeconds(1))
            .firstTriedAt(EXACT.minusSeconds(1))
            .awaitsServer(true)
            .version(1)
            .build(),
        Examples.outgoingLetter().id());
    comesBack(
        Transaction::letters,
        Examples.outgoingLetter().toBuilder()
            .id("letter-2")
            .key("other")
            .frozen(Optional.empty())
            .overseerId(Optional.empty())
            .version(1)
            .build(),
        "letter-2");
    comesBack(
        Transaction::invitations,
        Examples.invitation().toBuilder()
            .sequence(7)
            .cancelled(true)
            .queuedAt(EXACT)
            .version(1)
            .build(),
        Examples.invitation().id());
    comesBack(
        Transaction::reportLinks,
        Examples.reportLink().toBuilder()
            .id("link-of-wishes")
            .hash("1".repeat(64))
            .purpose(ReportLink.Purpose.WISHES)
            .version(1)
            .build(),
        "link-of-wishes");
  }

  @Test
  public void disputesComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::disputes, Examples.dispute().toBuilder().version(1).build(), "dispute-1");
    comesBack(
        Transaction::disputes,
        Examples.dispute().toBuilder()
            .id("dispute-2")
            .externalId("форма " + "f".repeat(94))
            .revision(3)
            .contactId(Optional.empty())
            .title("😀".repeat(100))
            .text(longText())
            .state(DisputeState.CLOSED)
            .openedAt(EXACT)
            .stateAt(EXACT.plusSeconds(4))
            .answer(longText())
            .answeredAt(EXACT.plusSeconds(1))
            .decision(DisputeState.UPHELD)
            .outcome(longText())
            .decidedBy(Examples.MANAGER_ID)
            .decidedAt(EXACT.plusSeconds(2))
            .penalty(
                new Penalty(
                    Penalty.Kind.DEDUCTION,
                    Optional.of(new BigDecimal("1500.50")),
                    Optional.of("RUB"),
                    longText(),
                    Penalty.State.WAIVED,
                    "Ольга Берёзкина",
                    EXACT.plusSeconds(3),
                    Optional.of("Иван Лопухов"),
                    Optional.of(EXACT.plusSeconds(4)),
                    Optional.of(longText())))
            .version(1)
            .build(),
        "dispute-2");
  }

  @Test
  public void aPenaltyCanComeLaterAndBeDecided() {
    Penalty proposed =
        new Penalty(
            Penalty.Kind.REMARK,
            Optional.empty(),
            Optional.empty(),
            "Не записал просьбу",
            Penalty.State.PROPOSED,
            "Ольга Берёзкина",
            EXACT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var upheld =
        change(
            tx -> {
              var opened = tx.disputes().insert(Examples.dispute());
              return tx.disputes()
                  .update(opened.toBuilder().state(DisputeState.UPHELD).penalty(proposed).build());
            });
    assertThat(store.<Object>read(tx -> tx.disputes().find("dispute-1").orElseThrow()))
        .isEqualTo(upheld);
    assertThat(upheld.penalty()).contains(proposed);
    var without =
        change(tx -> tx.disputes().update(upheld.toBuilder().penalty(Optional.empty()).build()));
    assertThat(store.<Object>read(tx -> tx.disputes().find("dispute-1").orElseThrow()))
        .isEqualTo(without);
    assertThat(without.penalty()).isEmpty();
  }

  @Test
  public void frozenViewsAndAnswersComeBackAsTheyWerePutIn() {
    FrozenVisit frozen =
        new FrozenVisit(Examples.VISIT_ID, 1, Optional.empty(), longText().repeat(50), EXACT);
    IdempotentAnswer answer =
        new IdempotentAnswer("ключ " + "k".repeat(200), "a".repeat(64), 201, "{}", "", EXACT);
    change(
        tx -> {
          tx.freeze(frozen);
          tx.remember(answer);
          return null;
        });
    assertThat(store.<Object>read(tx -> tx.frozenVisit(frozen.visitId()).orElseThrow()))
        .isEqualTo(frozen);
    assertThat(store.<Object>read(tx -> tx.answerTo(answer.id()).orElseThrow())).isEqualTo(answer);
    assertThat(store.<Object>read(tx -> tx.frozenVisit("none"))).isEqualTo(Optional.empty());
    assertThat(store.<Object>read(tx -> tx.answerTo("none"))).isEqualTo(Optional.empty());
  }

  @Test
  public void theNewestRevisionOfAFrozenViewIsFound() {
    FrozenVisit first = Examples.frozenVisit();
    FrozenVisit second = revision(2);
    change(
        tx -> {
          tx.freeze(first);
          return null;
        });
    change(
        tx -> {
          tx.freeze(second);
          assertThat(tx.frozenVisit(Examples.VISIT_ID)).contains(second);
          return null;
        });
    assertThat(store.<Object>read(tx -> tx.frozenVisit(Examples.VISIT_ID)))
        .isEqualTo(Optional.of(second));
    change(
        tx -> {
          for (int i = 3; i <= 11; i++) {
            tx.freeze(revision(i));
          }
          return null;
        });
    assertThat(store.<Object>read(tx -> tx.frozenVisit(Examples.VISIT_ID)))
        .isEqualTo(Optional.of(revision(11)));
  }

  @Test
  public void photosComeBackAsTheyWerePutIn() {
    comesBack(
        Transaction::photos,
        Examples.photo().toBuilder()
            .caption("Ж".repeat(300))
            .takenAt(EXACT)
            .fixedVisitId(Examples.VISIT_ID)
            .removed(true)
            .version(1)
            .build(),
        "photo-1");
    comesBack(
        Transaction::photos,
        Examples.photo().toBuilder().id("photo-2").caption("").inReport(false).version(1).build(),
        "photo-2");
  }

  @Test
  public void theBytesOfAPhotoAreKeptApartAndThrownAwayTogether() {
    byte[] full = new byte[500_000];
    new Random(7).nextBytes(full);
    byte[] small = {0, -1, 127, -128};
    change(
        tx -> {
          tx.photos().insert(Examples.photo());
          tx.keepPhotoContent("photo-1", PhotoSize.FULL, full);
          tx.keepPhotoContent("photo-1", PhotoSize.THUMBNAIL, small);
          tx.keepPhotoContent("photo-2", PhotoSize.FULL, small);
          return null;
        });
    assertThat(content("photo-1", PhotoSize.FULL)).contains(full);
    assertThat(content("photo-1", PhotoSize.THUMBNAIL)).contains(small);
    change(
        tx -> {
          tx.forgetPhotoContent("photo-1");
          return null;
        });
    assertThat(content("photo-1", PhotoSize.FULL)).isEmpty();
    assertThat(content("photo-1", PhotoSize.THUMBNAIL)).isEmpty();
    assertThat(content("photo-2", PhotoSize.FULL)).contains(small);
  }

  private Optional<byte[]> content(String photoId, PhotoSize size) {
    return store.read(tx -> tx.photoContent(photoId, size));
  }

  private static FrozenVisit revision(int revision) {
    return new FrozenVisit(
        Examples.VISIT_ID,
        revision,
        Optional.of("Исправление " + revision + ": " + longText()),
        "{\"revision\":" + revision + "}",
        EXACT.plusSeconds(revision));
  }

  /** Text of 10,000 characters, as long as texts get: Russian, emoji, quotes, line breaks. */
  static String longText() {
    String pattern = "Ж😀\n\"'\\<b>\t— ё ";
    return pattern.repeat(LONG / pattern.length() + 1).substring(0, LONG - 1) + ".";
  }

  /** Stores a value whose version is 1, and expects the same one back, now and later. */
  private <T> void comesBack(
      Function<Transaction, Repository<T, ?>> repository, T value, String id) {
    T answered = change(tx -> repository.apply(tx).insert(value));
    assertThat(answered).isEqualTo(value);
    T found = store.read(tx -> repository.apply(tx).find(id).orElseThrow());
    assertThat(found).isEqualTo(value);
  }
}
