package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** The look for what there is to be told. */
public class SweepJobTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ControlFixture world = new ControlFixture();

  @Test
  public void itIsQueuedOnceAndComesAgainAfterAMinute() {
    world.restart();
    assertThat(world.jobs.jobs()).containsEntry(SweepJob.SWEEP, Examples.NOW);
    world.jobs.runAll(world.job());
    assertThat(world.jobs.jobs()).containsEntry(SweepJob.SWEEP, Examples.NOW.plus(MINUTE));
  }

  @Test
  public void itComesAgainWhenTheOperatorWants() {
    world.set("lookSeconds", 5);
    world.jobs.runAll(world.job());
    assertThat(world.jobs.jobs())
        .containsEntry(SweepJob.SWEEP, Examples.NOW.plus(Duration.ofSeconds(5)));
  }

  @Test
  public void aStartLooksAtOnceAlsoAfterTheClockWasSetBack() {
    world.jobs.runAll(world.job());
    world.clock.advance(Duration.ofHours(-1));
    world.restart();
    assertThat(world.jobs.jobs()).containsEntry(SweepJob.SWEEP, world.clock.instant());
  }

  @Test
  public void aLookThatFindsNothingNewWritesNothing() {
    for (RuleCase each : List.of(RuleCase.OVERDUE, RuleCase.NOT_BEGUN)) {
      each.nearly(world);
      each.happen(world);
    }
    world.look();
    int before = changes();
    world.pass(MINUTE);
    world.pass(MINUTE);
    assertThat(changes()).isEqualTo(before);
  }

  @Test
  public void whatALookFindsItTellsAlthoughTheClockGoesOn() {
    Clock ticking =
        new Clock() {
          @Override
          public Instant instant() {
            world.clock.advance(Duration.ofMillis(50));
            return world.clock.instant();
          }

          @Override
          public ZoneId getZone() {
            return world.clock.getZone();
          }

          @Override
          public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
          }
        };
    SweepJob sweep =
        new SweepJob(
            world.store,
            ticking,
            world.jobs,
            new NoticeBoard(world.store, ticking),
            world.visits,
            world.runner,
            Configs.DEFAULTS);
    sweep.channels = List.of(world.channel);
    RuleCase.OVERDUE.nearly(world);
    RuleCase.OVERDUE.happen(world);
    sweep.run(SweepJob.SWEEP);
    assertThat(world.channel.told(Examples.MANAGER_ID)).hasSize(1);
  }

  @Test
  public void aSentenceThatIsNoLongerTrueIsRenewed() {
    RuleCase.NOT_BEGUN.nearly(world);
    RuleCase.NOT_BEGUN.happen(world);
    world.look();
    Notice waiting = world.standing(NoticeKind.LATE_START).get(0);
    world.visit(visit -> visit.state(VisitState.ON_SITE).arrivedAt(world.clock.instant()));
    world.pass(MINUTE);
    Notice arrived = world.standing(NoticeKind.LATE_START).get(0);
    assertThat(arrived.id()).isEqualTo(waiting.id());
    assertThat(waiting.subject()).contains("вовремя не начался");
    assertThat(arrived.subject()).contains("начался только 12 марта в 9:02");
    assertThat(world.channel.told).hasSize(1);
  }

  @Test
  public void oneRuleThatStumblesStopsNoOther() {
    RuleCase.OVERDUE.nearly(world);
    RuleCase.OVERDUE.happen(world);
    Rule broken =
        new Rule() {
          @Override
          public NoticeKind kind() {
            return NoticeKind.LATE_START;
          }

          @Override
          public List<Fact> facts(Look look) {
            throw new IllegalStateException("a row that cannot be");
          }
        };
    new Comparison(
            world.store, world.board, Configs.DEFAULTS.words(), List.of(broken, new OverdueTasks()))
        .run(world.clock.instant());
    assertThat(world.standing(NoticeKind.TASK_OVERDUE)).hasSize(1);
  }

  @Test
  public void aVisitThatSomebodyBeginsAtTheLastMomentIsNotMissed() {
    RuleCase.MISSED.nearly(world);
    RuleCase.MISSED.happen(world);
    world.visits.refusal = Optional.of(new RefusedException("It is ON_SITE."));
    world.look();
    assertThat(world.all(NoticeKind.VISIT_MISSED)).isEmpty();
  }

  @Test
  public void aMissedVisitIsMovedAndAnEmergencyNeverIs() {
    RuleCase.MISSED.nearly(world);
    world.put(
        RuleCase.visit(world)
            .id("visit-9")
            .kind(VisitKind.EMERGENCY)
            .plannedFor(Examples.NOW)
            .build());
    RuleCase.MISSED.happen(world);
    world.look();
    assertThat(visit(Examples.VISIT_ID).state()).isEqualTo(VisitState.MISSED);
    assertThat(visit("visit-9").state()).isEqualTo(VisitState.SCHEDULED);
    assertThat(world.standing(NoticeKind.LATE_START)).isEmpty();
  }

  @Test
  public void aReportThatWaitsForAManagerIsAnotherNotice() {
    RuleCase.REPORT_MISSING.nearly(world);
    world.store.prepare(
        tx ->
            tx.reports()
                .insert(
                    Examples.report().toBuilder()
                        .state(ReportState.HELD)
                        .releasedAt(Optional.empty())
                        .build()));
    RuleCase.REPORT_MISSING.happen(world);
    world.look();
    assertThat(world.all(NoticeKind.REPORT_LATE)).isEmpty();
  }

  @Test
  public void whatAVisitWasClosedOverIsAViolationAndNotToldTwice() {
    RuleCase.UNDONE.nearly(world);
    world.visit(visit -> visit.overrideReason("Офис закрыли").checksPlanned(true));
    world.task(task -> task.reason("Офис закрыли"));
    RuleCase.UNDONE.happen(world);
    world.look();
    assertThat(world.all(NoticeKind.TASKS_UNDONE)).isEmpty();
    assertThat(world.all(NoticeKind.VIOLATION)).hasSize(1);
  }

  @Test
  public void eachGapIsAViolationOfItsOwn() {
    RuleCase.OVER_A_TASK.nearly(world);
    RuleCase.OVER_A_TASK.happen(world);
    world.visit(visit -> visit.checksPlanned(false));
    for (CheckState state : CheckState.values()) {
      world.store.prepare(
          tx ->
              tx.checks()
                  .insert(
                      Examples.check().toBuilder()
                          .id("check-" + state)
                          .itemId(state.name())
                          .state(state)
                          .build()));
    }
    world.look();
    String visit = "visit:" + Examples.VISIT_ID;
    assertThat(world.standing(NoticeKind.VIOLATION))
        .extracting(Notice::key)
        .containsExactlyInAnyOrder(
            visit + ":TASK:" + Examples.TASK_ID,
            visit + ":CHECK:check-OPEN",
            visit + ":REGULATION");
    assertThat(world.standing(NoticeKind.VIOLATION))
        .extracting(Notice::subject)
        .anyMatch(subject -> subject.contains("Проверка антивирусом» на технике «Бухгалтерия-1»"));
  }

  @Test
  public void equipmentThatIsAtAnotherSiteIsNoGap() {
    RuleCase.OVER_A_CHECK.nearly(world);
    world.store.prepare(
        tx -> {
          tx.sites().insert(Examples.site().toBuilder().id("site-2").build());
          tx.assets()
              .update(
                  tx.assets().find(Examples.ASSET_ID).orElseThrow().toBuilder()
                      .siteId("site-2")
                      .build());
        });
    RuleCase.OVER_A_CHECK.happen(world);
    world.look();
    assertThat(world.all(NoticeKind.VIOLATION)).isEmpty();
  }

  @Test
  public void whatASeenViolationWasAboutLeavesTheBoardAfterAMonth() {
    RuleCase.OVER_THE_REGULATION.nearly(world);
    RuleCase.OVER_THE_REGULATION.happen(world);
    world.look();
    Notice notice = world.standing(NoticeKind.VIOLATION).get(0);
    world.board.acknowledge(Examples.MANAGER, notice.id());
    world.pass(Duration.ofDays(29));
    assertThat(world.standing(NoticeKind.VIOLATION)).hasSize(1);
    world.pass(Duration.ofDays(2));
    assertThat(world.all(NoticeKind.VIOLATION))
        .extracting(Notice::state)
        .containsExactly(Notice.State.WITHDRAWN);
  }

  @Test
  public void whoHasSeenThatADisputeWaitsHearsOfItAgain() {
    RuleCase.DISPUTED.nearly(world);
    RuleCase.DISPUTED.happen(world);
    world.look();
    Notice first = world.standing(NoticeKind.DISPUTE_WAITING).get(0);
    assertThat(first.subject())
        .isEqualTo(
            "ООО «Ромашка» не находит свою задачу в отчёте — «Не настроен принтер в приёмной», а"
                + " решения нет уже 48 часов: примите решение.");
    world.board.acknowledge(Examples.MANAGER, first.id());
    world.pass(Duration.ofHours(47));
    assertThat(world.standing(NoticeKind.DISPUTE_WAITING))
        .extracting(Notice::id)
        .containsExactly(first.id());
    world.pass(Duration.ofHours(1));
    assertThat(world.standing(NoticeKind.DISPUTE_WAITING))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.id()).isNotEqualTo(first.id());
              assertThat(again.state()).isEqualTo(Notice.State.RAISED);
              assertThat(again.subject()).contains("96 часов");
            });
    assertThat(world.all(NoticeKind.DISPUTE_WAITING)).hasSize(2);
  }

  @Test
  public void whyAReportWasNotDeliveredIsSaidInPlainWords() {
    RuleCase.REPORT_REFUSED.nearly(world);
    RuleCase.REPORT_REFUSED.happen(world);
    world.look();
    assertThat(world.standing(NoticeKind.DELIVERY_FAILED).get(0).subject())
        .isEqualTo(
            "Отчёт 2026-0001 не доставлен на «anna@romashka.test» (ООО «Ромашка») — такого"
                + " почтового ящика нет, ответ «550 5.1.1 no such user»: устраните причину, часто"
                + " это адрес контакта, и повторите доставку delivery-1.");
  }

  @Test
  public void whatWasTriedForTooLongIsSaidToBe() {
    RuleCase.REPORT_REFUSED.nearly(world);
    RuleCase.delivery(world, DeliveryState.FAILED, "451 4.3.0 come again");
    world.set("language", "en");
    world.look();
    assertThat(world.standing(NoticeKind.DELIVERY_FAILED).get(0).subject())
        .contains(
            "it was tried for as long as the settings allow, the answer “451 4.3.0 come again”");
  }

  @Test
  public void whatNobodyAnswersForIsToldToTheOperators() {
    world.store.prepare(
        tx ->
            tx.letters()
                .insert(
                    Examples.outgoingLetter().toBuilder().overseerId(Optional.empty()).build()));
    RuleCase.letter(world, DeliveryState.FAILED);
    world.look();
    assertThat(world.standing(NoticeKind.DELIVERY_FAILED))
        .singleElement()
        .satisfies(notice -> assertThat(notice.recipientId()).isEmpty());
  }

  @Test
  public void whatWasNotDeliveredLongAgoIsNotLookedFor() {
    RuleCase.REPORT_REFUSED.nearly(world);
    RuleCase.REPORT_REFUSED.happen(world);
    world.clock.advance(Duration.ofDays(91));
    world.look();
    assertThat(world.all(NoticeKind.DELIVERY_FAILED)).isEmpty();
  }

  @Test
  public void whatNobodyHasSeenStandsHoweverLongAndIsNotToldAgainOnceItIsPast() {
    RuleCase.REPORT_REFUSED.nearly(world);
    RuleCase.REPORT_REFUSED.happen(world);
    world.look();
    world.pass(Duration.ofDays(120));
    Notice notice = world.standing(NoticeKind.DELIVERY_FAILED).get(0);
    world.board.acknowledge(Examples.MANAGER, notice.id());
    world.pass(MINUTE);
    world.pass(Duration.ofDays(31));
    assertThat(world.standing(NoticeKind.DELIVERY_FAILED)).isEmpty();
    world.pass(MINUTE);
    assertThat(world.all(NoticeKind.DELIVERY_FAILED)).hasSize(1);
  }

  @Test
  public void aMonthOfDowntimeEndsInOneLetterPerPerson() {
    for (RuleCase each :
        List.of(
            RuleCase.OVER_A_TASK,
            RuleCase.REPORT_REFUSED,
            RuleCase.LETTER_RETURNED,
            RuleCase.DISPUTED,
            RuleCase.OUTGROWN)) {
      each.nearly(world);
      each.happen(world);
    }
    world.clock.advance(Duration.ofDays(32));
    world.restart();
    world.look();
    world.pass(MINUTE);
    assertThat(world.channel.told).hasSize(1);
    assertThat(world.channel.told(Examples.MANAGER_ID)).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  public void planningThatCannotAnswerTakesNothingBack() {
    RuleCase.OUTGROWN.happen(world);
    world.look();
    assertThat(world.standing(NoticeKind.PLAN_OUTGROWN).get(0).subject())
        .isEqualTo(
            "План на март 2026 мал для техники клиента (ООО «Ромашка», 13 устройств; выездов в"
                + " плане 1, положено 2): перепланируйте месяц или согласуйте другое число выездов,"
                + " указав причину.");
    new OutgrownJob(
            world.store,
            world.clock,
            world.jobs,
            world.board,
            month -> {
              throw new UnavailableException("The storage is not there.");
            },
            Configs.DEFAULTS)
        .run(OutgrownJob.LOOK);
    assertThat(world.standing(NoticeKind.PLAN_OUTGROWN)).hasSize(1);
  }

  @Test
  public void plansAreLookedAtEveryMorning() {
    OutgrownJob job =
        new OutgrownJob(
            world.store,
            world.clock,
            world.jobs,
            world.board,
            month -> {
              assertThat(month).isEqualTo(YearMonth.of(2026, 3));
              return List.of();
            },
            Configs.DEFAULTS);
    assertThat(job.run(OutgrownJob.LOOK))
        .isEqualTo(JobOutcome.again(Instant.parse("2026-03-13T03:00:00Z")));
  }

  @Test
  public void theEmergencyClockIsToldInStagesToManagerAndEngineer() {
    world.put(
        RuleCase.visit(world)
            .kind(VisitKind.EMERGENCY)
            .requestedAt(Examples.NOW)
            .dueBy(Examples.NOW.plus(Duration.ofHours(2)))
            .build());
    world.look();
    assertThat(keys()).isEmpty();
    world.pass(Duration.ofMinutes(60));
    assertThat(keys()).containsExactly("visit:visit-1:half", "visit:visit-1:half:engineer");
    world.pass(Duration.ofMinutes(29));
    assertThat(keys()).hasSize(2).allMatch(key -> key.contains("half"));
    world.pass(MINUTE);
    assertThat(keys()).hasSize(2).allMatch(key -> key.contains("threeQuarters"));
    world.pass(Duration.ofMinutes(30));
    assertThat(keys()).hasSize(2).allMatch(key -> key.contains("past"));
    assertThat(world.channel.told(Examples.ENGINEER_ID)).hasSize(3);
    assertThat(world.channel.told(Examples.MANAGER_ID)).hasSize(3);
    assertThat(world.channel.told(Examples.ENGINEER_ID).get(2).subject())
        .isEqualTo(
            "Вы опаздываете на экстренный выезд (ООО «Ромашка»), вас ждали на месте 12 марта в"
                + " 11:00: сообщите руководителю, когда будете.");
    world.visit(visit -> visit.state(VisitState.ON_SITE).arrivedAt(world.clock.instant()));
    world.pass(MINUTE);
    assertThat(keys()).isEmpty();
  }

  @Test
  public void whoTakesAnEmergencyOverHearsOfItsClockInTheSameLook() {
    emergencyAtHalfTime();

    world.visit(visit -> visit.engineerId("engineer-2"));
    world.pass(MINUTE);

    assertThat(world.channel.told("engineer-2"))
        .extracting(Notice::key)
        .containsExactly("visit:visit-1:half:engineer");
    assertThat(keys()).containsExactly("visit:visit-1:half", "visit:visit-1:half:engineer");
    assertThat(world.channel.told(Examples.MANAGER_ID)).hasSize(1);
    world.pass(MINUTE);
    assertThat(world.channel.told("engineer-2")).hasSize(1);
    assertThat(world.channel.told(Examples.ENGINEER_ID)).hasSize(1);
  }

  @Test
  public void whoTakesAnEmergencyOverHearsOfItAlsoIfTheOneBeforeHasSeenIt() {
    emergencyAtHalfTime();
    world.standing(NoticeKind.EMERGENCY_CLOCK).stream()
        .filter(notice -> notice.key().endsWith(Fact.FOR_ENGINEER))
        .forEach(notice -> world.board.acknowledge(Examples.ENGINEER, notice.id()));

    world.visit(visit -> visit.engineerId("engineer-2"));
    world.pass(MINUTE);

    assertThat(world.channel.told("engineer-2")).hasSize(1);
  }

  private void emergencyAtHalfTime() {
    world.store.prepare(
        tx ->
            tx.staff()
                .insert(
                    Examples.staff(Role.ENGINEER).toBuilder()
                        .id("engineer-2")
                        .name("Яна Новикова")
                        .build()));
    world.put(
        RuleCase.visit(world)
            .kind(VisitKind.EMERGENCY)
            .requestedAt(Examples.NOW)
            .dueBy(Examples.NOW.plus(Duration.ofHours(2)))
            .build());
    world.pass(Duration.ofMinutes(60));
    assertThat(world.channel.told(Examples.ENGINEER_ID)).hasSize(1);
  }

  @Test
  public void whatCanWaitStaysWithWhomItWasTold() {
    RuleCase.OVERDUE.nearly(world);
    RuleCase.OVERDUE.happen(world);
    world.look();
    List<Notice> told = world.standing(NoticeKind.TASK_OVERDUE);

    anotherLeadsTheEngineer();

    assertThat(world.standing(NoticeKind.TASK_OVERDUE)).isEqualTo(told);
  }

  @Test
  public void whatIsOnlyRememberedStaysWithWhomItWasTold() {
    RuleCase.BEGUN_LATE.nearly(world);
    RuleCase.BEGUN_LATE.happen(world);
    world.look();
    List<Notice> told = world.standing(NoticeKind.LATE_START);
    world.visit(visit -> visit.state(VisitState.REPORTED));

    anotherLeadsTheEngineer();

    assertThat(world.standing(NoticeKind.LATE_START)).isEqualTo(told);
  }

  private void anotherLeadsTheEngineer() {
    world.change(
        Examples.ENGINEER_ID,
        member -> member.toBuilder().managerId(ControlFixture.BOSS_ID).build());
    world.pass(MINUTE);
  }

  @Test
  public void anEmergencyWithoutAPromiseHasNoClock() {
    world.put(RuleCase.visit(world).kind(VisitKind.EMERGENCY).requestedAt(Examples.NOW).build());
    world.pass(Duration.ofHours(5));
    assertThat(world.all(NoticeKind.EMERGENCY_CLOCK)).isEmpty();
  }

  @Test
  public void aSourceThatNeverSentOrIsNotNamedIsNotMissed() {
    world.set("silentSources", "monitoring=6");
    world.store.prepare(
        tx -> tx.occurrences().insert(Examples.occurrence().toBuilder().source("remote").build()));
    world.pass(Duration.ofHours(7));
    assertThat(world.all(NoticeKind.SOURCE_SILENT)).isEmpty();
  }

  @Test
  public void whatWasSeenLongAgoLeavesTheBoard() {
    RuleCase.LEFT_EARLY.nearly(world);
    RuleCase.LEFT_EARLY.happen(world);
    world.look();
    Notice notice = world.standing(NoticeKind.EARLY_LEAVE).get(0);
    world.board.acknowledge(Examples.MANAGER, notice.id());
    world.pass(Duration.ofDays(29));
    assertThat(world.standing(NoticeKind.EARLY_LEAVE)).hasSize(1);
    world.pass(Duration.ofDays(2));
    assertThat(world.standing(NoticeKind.EARLY_LEAVE)).isEmpty();
  }

  @Test
  public void aClosingThatIsLookedAtAgainIsNotToldAgain() {
    RuleCase.LEFT_EARLY.nearly(world);
    RuleCase.LEFT_EARLY.happen(world);
    world.look();
    world.closed(Examples.VISIT_ID);
    world.closed("no-such");
    world.look();
    assertThat(world.all(NoticeKind.EARLY_LEAVE))
        .singleElement()
        .satisfies(notice -> assertThat(notice.seen()).isEqualTo(1));
  }

  @Test
  public void aWrongSettingIsOneClearMessage() {
    assertThatThrownBy(() -> world.set("quietFrom", "evening"))
        .hasMessage("org.daybook.control: quietFrom must be a time such as 08:00, is 'evening'");
  }

  private List<String> keys() {
    return world.standing(NoticeKind.EMERGENCY_CLOCK).stream().map(Notice::key).sorted().toList();
  }

  private Visit visit(String id) {
    return world.store.read(tx -> tx.visits().find(id).orElseThrow());
  }

  private int changes() {
    return world.store.read(
        tx ->
            tx.audit(
                    AuditQuery.builder().actorId(Actor.system("control").id()).build(),
                    new PageRequest(PageRequest.MAX_SIZE, Optional.empty(), false))
                .items()
                .size());
  }
}
