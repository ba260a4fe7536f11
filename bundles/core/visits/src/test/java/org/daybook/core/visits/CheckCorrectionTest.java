package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit.CheckLine;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.Reason.What;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.Correction.CheckCorrection;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Of a corrected check the verdict follows, in the record and today. */
public final class CheckCorrectionTest {

  private static final Duration AT_CLIENT = Duration.ofHours(3);
  private static final Instant DEPARTED = Examples.NOW.plus(AT_CLIENT);
  private static final Instant BEFORE = Examples.NOW.minus(Duration.ofDays(20));
  private static final String SLOW = "Медленно загружается";

  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void everyAnswerCanBecomeEveryOther() {
    List<CheckAnswer> answers =
        List.of(VisitsFixture.ok(), VisitsFixture.skipped("Нет доступа"), problem(SLOW));
    for (CheckAnswer before : answers) {
      for (CheckAnswer after : answers) {
        VisitsFixture corrected = closedWith(new VisitsFixture(), before);
        correct(corrected, after);
        VisitsFixture right = closedWith(new VisitsFixture(), after);
        String what = before.result() + " to " + after.result();
        Device line = device(corrected);
        assertThat(line.verdict()).as(what).isEqualTo(device(right).verdict());
        assertThat(line.checks()).as(what).isEqualTo(device(right).checks());
        assertThat(line.reasons())
            .as(what)
            .usingRecursiveComparison()
            .ignoringFields("since")
            .isEqualTo(device(right).reasons());
        assertThat(open(corrected)).as(what).hasSameSizeAs(open(right));
      }
    }
  }

  @Test
  public void aProblemThatWasOverlookedIsOpenSinceTheVisit() {
    closedWith(VisitsFixture.ok());
    world.clock.advance(Duration.ofDays(1));
    Instant dueAt = Examples.NOW.plus(Duration.ofDays(7));
    correct(VisitsFixture.problem(SLOW, Optional.of(dueAt)));
    assertThat(device().reasons())
        .containsExactly(
            new Reason(
                What.PROBLEM,
                SLOW,
                Optional.of("Заказана деталь"),
                Optional.of(DEPARTED),
                Optional.of("Пётр Одуванчиков"),
                Optional.of(dueAt)));
    Problem problem = open(world).get(0);
    assertThat(problem.since()).isEqualTo(DEPARTED);
    assertThat(problem.foundVisitId()).isEqualTo(Examples.VISIT_ID);
    Check check = check();
    assertThat(check.state()).isEqualTo(CheckState.PROBLEM);
    assertThat(check.answeredBy()).contains(Examples.MANAGER_ID);
    assertThat(check.answeredAt()).contains(DEPARTED);
  }

  @Test
  public void aFalseAlarmIsTakenBack() {
    closedWith(problem(SLOW));
    assertThat(device().verdict()).isEqualTo(Verdict.RED);
    correct(VisitsFixture.ok());
    assertThat(device().verdict()).isEqualTo(Verdict.GREEN);
    assertThat(device().reasons()).isEmpty();
    assertThat(open(world)).isEmpty();
  }

  @Test
  public void aCorrectionCanBeCorrected() {
    closedWith(problem(SLOW));
    Optional<Instant> since = device().reasons().get(0).since();
    correct(VisitsFixture.ok());
    world.report(ReportState.RELEASED);
    correct(problem("Шумит"));
    assertThat(device().reasons()).hasSize(1);
    assertThat(device().reasons().get(0).problem()).isEqualTo("Шумит");
    assertThat(device().reasons().get(0).since()).isEqualTo(since);
    assertThat(world.problems()).hasSize(1);
    assertThat(open(world)).hasSize(1);
  }

  @Test
  public void whatOtherChecksAndMonitoringFoundStays() {
    world.put(tx -> tx.occurrences().insert(Examples.occurrence()));
    world.start();
    world.answer(check(), problem(SLOW));
    world.answer(
        world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM), problem("Вентилятор шумит"));
    leave();
    assertThat(device().reasons())
        .extracting(Reason::what)
        .containsExactly(What.PROBLEM, What.PROBLEM, What.MONITORING);
    correct(VisitsFixture.ok());
    assertThat(device().reasons())
        .extracting(Reason::problem)
        .containsExactly("Вентилятор шумит", Examples.occurrence().title());
    assertThat(device().verdict()).isEqualTo(Verdict.RED);
    assertThat(open(world)).extracting(Problem::description).containsExactly("Вентилятор шумит");
  }

  @Test
  public void aProblemOfAnEarlierVisitStaysUntilACheckFindsItMended() {
    earlierProblem();
    closedWith(VisitsFixture.skipped("Нет доступа"));
    assertThat(device().reasons())
        .extracting(Reason::what)
        .containsExactly(What.PROBLEM, What.SKIPPED);
    correct(VisitsFixture.skipped("Кабинет закрыт"));
    assertThat(device().reasons())
        .extracting(Reason::problem)
        .containsExactly("Старая беда", "Не выполнено: Обновления (Кабинет закрыт)");
    assertThat(device().reasons().get(0).since()).contains(BEFORE);
    assertThat(open(world)).hasSize(1);
    world.report(ReportState.RELEASED);
    correct(VisitsFixture.ok());
    assertThat(device().reasons()).isEmpty();
    assertThat(world.problems().get(0).endedAt()).contains(DEPARTED);
  }

  @Test
  public void ofTwoProblemsOfTheSameAgeTheRightOneGoes() {
    earlierProblem();
    world.put(
        tx ->
            tx.problems()
                .insert(
                    Examples.problem().toBuilder()
                        .id("problem-0")
                        .itemId(VisitsFixture.OPTIONAL_ITEM)
                        .since(BEFORE)
                        .foundVisitId("visit-0")
                        .build()));
    world.start();
    world.answer(check(), VisitsFixture.skipped("Нет доступа"));
    world.answer(
        world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM), problem("Вентилятор шумит"));
    leave();
    world.put(
        tx ->
            tx.problems()
                .update(
                    tx.problems().find("problem-1").orElseThrow().toBuilder()
                        .description("Теперь зовётся иначе")
                        .build()));
    correct(VisitsFixture.ok());
    assertThat(device().reasons()).extracting(Reason::problem).containsExactly("Вентилятор шумит");
  }

  @Test
  public void aProblemOfAnEarlierVisitComesBackIfNobodyLooked() {
    earlierProblem();
    closedWith(VisitsFixture.ok());
    assertThat(device().verdict()).isEqualTo(Verdict.GREEN);
    correct(VisitsFixture.skipped("Нет доступа"));
    assertThat(device().reasons())
        .extracting(Reason::what, Reason::problem)
        .containsExactly(
            tuple(What.PROBLEM, "Старая беда"),
            tuple(What.SKIPPED, "Не выполнено: Обновления (Нет доступа)"));
    assertThat(open(world)).extracting(Problem::since).containsExactly(BEFORE);
  }

  @Test
  public void aProblemOfAnEarlierVisitThatIsStillThereKeepsItsAge() {
    earlierProblem();
    closedWith(VisitsFixture.ok());
    correct(problem("Всё та же беда"));
    assertThat(device().reasons()).hasSize(1);
    assertThat(device().reasons().get(0).since()).contains(BEFORE);
    assertThat(open(world)).extracting(Problem::description).containsExactly("Всё та же беда");
  }

  @Test
  public void whatNobodyAnsweredCanBeAnswered() {
    world.start();
    world.answer(world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM), VisitsFixture.ok());
    world.clock.advance(AT_CLIENT);
    world.close(Examples.MANAGER, Optional.of("Инженера вызвали на аварию"));
    world.report(ReportState.RELEASED);
    assertThat(device().reasons()).extracting(Reason::what).containsExactly(What.UNANSWERED);
    correct(VisitsFixture.ok());
    assertThat(device().verdict()).isEqualTo(Verdict.GREEN);
    assertThat(device().checks())
        .extracting(CheckLine::state)
        .containsExactly(CheckState.OK, CheckState.OK);
  }

  @Test
  public void anOptionalCheckThatWasSkippedIsNoReason() {
    closedWith(VisitsFixture.ok());
    world.correct(
        correction(
            world.check(Examples.ASSET_ID, VisitsFixture.OPTIONAL_ITEM),
            VisitsFixture.skipped("Нет времени")));
    assertThat(device().verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  public void whatALaterVisitFoundCountsToday() {
    closedWith(VisitsFixture.ok());
    laterVisit(VisitsFixture.ok());
    correct(problem(SLOW));
    assertThat(device().verdict()).isEqualTo(Verdict.RED);
    assertThat(open(world)).isEmpty();
  }

  @Test
  public void aLaterProblemIsNotEndedByALateCorrection() {
    closedWith(problem(SLOW));
    laterVisit(problem("Совсем не загружается"));
    correct(VisitsFixture.ok());
    assertThat(device().verdict()).isEqualTo(Verdict.GREEN);
    assertThat(open(world))
        .extracting(Problem::description)
        .containsExactly("Совсем не загружается");
  }

  @Test
  public void aProblemThatWasFoundLaterIsNotOneOfThisVisit() {
    closedWith(VisitsFixture.ok());
    laterVisit(problem("Совсем не загружается"));
    correct(problem(SLOW));
    assertThat(device().reasons()).hasSize(1);
    assertThat(device().reasons().get(0).since()).contains(DEPARTED);
    assertThat(open(world))
        .extracting(Problem::description)
        .containsExactly("Совсем не загружается");
  }

  @Test
  public void aLaterVisitThatDidNotLookDoesNotCount() {
    closedWith(VisitsFixture.ok());
    laterVisit(VisitsFixture.skipped("Нет доступа"));
    correct(problem(SLOW));
    assertThat(open(world)).extracting(Problem::description).containsExactly(SLOW);
  }

  private void closedWith(CheckAnswer answer) {
    closedWith(world, answer);
  }

  /** The visit is closed with an answer to the mandatory check, and its report is out. */
  private static VisitsFixture closedWith(VisitsFixture world, CheckAnswer answer) {
    world.start();
    world.answerAllOk();
    world.answer(world.check(Examples.ASSET_ID, VisitsFixture.ITEM), answer);
    world.clock.advance(AT_CLIENT);
    world.close();
    world.report(ReportState.RELEASED);
    return world;
  }

  private void leave() {
    world.clock.advance(AT_CLIENT);
    world.close();
    world.report(ReportState.RELEASED);
  }

  private void earlierProblem() {
    world.put(
        tx ->
            tx.problems()
                .insert(
                    Examples.problem().toBuilder()
                        .itemId(VisitsFixture.ITEM)
                        .description("Старая беда")
                        .since(BEFORE)
                        .foundVisitId("visit-0")
                        .build()));
  }

  private void laterVisit(CheckAnswer answer) {
    world.clock.advance(Duration.ofDays(14));
    Visit later =
        Examples.visit().toBuilder().id("visit-2").plannedFor(world.clock.instant()).build();
    world.put(tx -> tx.visits().insert(later));
    world.visits.start(Examples.ENGINEER, "visit-2", OptionalLong.empty());
    Check check =
        world.store.read(
            tx ->
                tx.checks()
                    .all(CheckQuery.builder().visitId("visit-2").itemId(VisitsFixture.ITEM).build())
                    .get(0));
    world.answer(check, answer);
  }

  private void correct(CheckAnswer answer) {
    correct(world, answer);
  }

  private static void correct(VisitsFixture world, CheckAnswer answer) {
    world.correct(correction(world.check(Examples.ASSET_ID, VisitsFixture.ITEM), answer));
  }

  private static Correction correction(Check check, CheckAnswer answer) {
    return new Correction("Уточнение", List.of(), List.of(new CheckCorrection(check.id(), answer)));
  }

  private static CheckAnswer problem(String description) {
    return VisitsFixture.problem(description, Optional.empty());
  }

  private Check check() {
    return world.check(Examples.ASSET_ID, VisitsFixture.ITEM);
  }

  private Device device() {
    return device(world);
  }

  private static Device device(VisitsFixture world) {
    return world.view().devices().get(0);
  }

  private static List<Problem> open(VisitsFixture world) {
    return world.problems().stream().filter(problem -> problem.endedAt().isEmpty()).toList();
  }
}
