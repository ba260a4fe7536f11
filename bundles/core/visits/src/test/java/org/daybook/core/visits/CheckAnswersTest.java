package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Problem;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Test;

public final class CheckAnswersTest {

  private static final Instant SINCE = Examples.NOW.minus(Duration.ofDays(30));

  private final VisitsFixture world = new VisitsFixture();
  private Check check;

  @Before
  public void begin() {
    world.start();
    check = world.check(Examples.ASSET_ID, VisitsFixture.ITEM);
    world.clock.advance(Duration.ofHours(1));
  }

  @Test
  public void anAnswerKeepsWhoAndWhen() {
    Check answered = answer(VisitsFixture.ok());
    assertThat(answered.state()).isEqualTo(CheckState.OK);
    assertThat(answered.answeredBy()).contains(Examples.ENGINEER_ID);
    assertThat(answered.answeredAt()).contains(world.clock.instant());
    assertThat(problems()).isEmpty();
  }

  @Test
  public void aProblemIsOpened() {
    Instant due = Examples.NOW.plus(Duration.ofDays(7));
    answer(VisitsFixture.problem("Не ставятся обновления", Optional.of(due)));
    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.description()).isEqualTo("Не ставятся обновления");
              assertThat(problem.action()).isEqualTo("Заказана деталь");
              assertThat(problem.ownerId()).contains(Examples.ENGINEER_ID);
              assertThat(problem.since()).isEqualTo(world.clock.instant());
              assertThat(problem.dueAt()).contains(due);
              assertThat(problem.foundVisitId()).isEqualTo(Examples.VISIT_ID);
              assertThat(problem.endedAt()).isEmpty();
            });
  }

  @Test
  public void aProblemThatIsThereAlreadyIsUpdated() {
    oldProblem();
    answer(VisitsFixture.problem("Всё ещё не ставятся", Optional.empty()));
    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.description()).isEqualTo("Всё ещё не ставятся");
              assertThat(problem.since()).isEqualTo(SINCE);
              assertThat(problem.foundVisitId()).isEqualTo("visit-old");
            });
  }

  @Test
  public void okEndsTheProblem() {
    oldProblem();
    answer(VisitsFixture.ok());
    assertThat(problems().get(0).endedAt()).contains(world.clock.instant());
  }

  @Test
  public void skippingLeavesTheOldProblemOpen() {
    oldProblem();
    answer(VisitsFixture.skipped("Кабинет закрыт"));
    assertThat(problems().get(0).endedAt()).isEmpty();
  }

  @Test
  public void aFalseAlarmOfThisVisitEndsWithItsCorrection() {
    for (CheckAnswer correction :
        List.of(VisitsFixture.ok(), VisitsFixture.skipped("Кабинет закрыт"))) {
      answer(VisitsFixture.problem("Не ставятся обновления", Optional.empty()));
      Check corrected = answer(correction);
      assertThat(corrected.description()).isEmpty();
      assertThat(corrected.action()).isEmpty();
      assertThat(problems()).hasSize(1).allMatch(problem -> problem.endedAt().isPresent());
    }
  }

  @Test
  public void correctingOkToAProblemOpensTheOldOneAgain() {
    oldProblem();
    answer(VisitsFixture.ok());
    answer(VisitsFixture.problem("Рано обрадовались", Optional.empty()));
    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.since()).isEqualTo(SINCE);
              assertThat(problem.endedAt()).isEmpty();
            });
  }

  @Test
  public void correctingOkToSkippedOpensTheOldOneAgain() {
    oldProblem();
    answer(VisitsFixture.ok());
    answer(VisitsFixture.skipped("Кабинет закрыт"));
    assertThat(problems().get(0).endedAt()).isEmpty();
  }

  @Test
  public void aProblemThatEndedLongAgoIsAnotherOne() {
    world.put(
        tx ->
            tx.problems()
                .insert(
                    problem("problem-ended").toBuilder()
                        .endedAt(Examples.NOW.minus(Duration.ofDays(3)))
                        .build()));
    answer(VisitsFixture.problem("Опять", Optional.empty()));
    assertThat(problems()).hasSize(2);
  }

  @Test
  public void badAnswersNameTheirFields() {
    refused(CheckAnswer.builder().result(CheckState.OPEN).build(), "result");
    refused(CheckAnswer.builder().result(CheckState.PROBLEM).build(), "description", "action");
    refused(
        CheckAnswer.builder()
            .result(CheckState.PROBLEM)
            .description("я".repeat(10_001))
            .action(" ")
            .build(),
        "description",
        "action");
    refused(CheckAnswer.builder().result(CheckState.SKIPPED).build(), "reason");
    refused(CheckAnswer.builder().result(CheckState.OK).dueAt(Examples.NOW).build(), "dueAt");
  }

  @Test
  public void theSecondOfTwoTabsIsToldThatItIsStale() {
    answer(VisitsFixture.ok());
    assertThatThrownBy(
            () ->
                world.visits.answer(
                    Examples.ENGINEER,
                    Examples.VISIT_ID,
                    check.id(),
                    OptionalLong.of(check.version()),
                    VisitsFixture.skipped("Кабинет закрыт")))
        .isInstanceOf(StaleVersionException.class);
    assertThat(stored().state()).isEqualTo(CheckState.OK);
  }

  @Test
  public void aCheckIsFoundOnItsOwnVisitOnly() {
    world.put(tx -> tx.visits().insert(world.visit().toBuilder().id("visit-2").version(0).build()));
    assertThatThrownBy(
            () ->
                world.visits.answer(
                    Examples.ENGINEER,
                    "visit-2",
                    check.id(),
                    OptionalLong.empty(),
                    VisitsFixture.ok()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void onlyTheVisitsEngineerOrAManagerAnswers() {
    Actor other = new Actor("staff-other", "Савва Лопухов", Role.ENGINEER);
    for (Actor actor : new Actor[] {other, Examples.SUPPORT, Examples.SPECIALIST}) {
      assertThatThrownBy(
              () ->
                  world.visits.answer(
                      actor,
                      Examples.VISIT_ID,
                      check.id(),
                      OptionalLong.empty(),
                      VisitsFixture.ok()))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  private Check answer(CheckAnswer answer) {
    return world.answer(check, answer);
  }

  private Check stored() {
    return world.check(Examples.ASSET_ID, VisitsFixture.ITEM);
  }

  private void refused(CheckAnswer answer, String... fields) {
    InvalidInputException e =
        catchThrowableOfType(InvalidInputException.class, () -> answer(answer));
    assertThat(VisitsFixture.fieldsOf(e)).containsExactly(fields);
    assertThat(stored()).isEqualTo(check);
  }

  private List<Problem> problems() {
    return world.store.read(
        tx -> tx.problems().all(ProblemQuery.builder().itemId(VisitsFixture.ITEM).build()));
  }

  private void oldProblem() {
    world.put(tx -> tx.problems().insert(problem("problem-old")));
  }

  private static Problem problem(String id) {
    return Examples.problem().toBuilder()
        .id(id)
        .itemId(VisitsFixture.ITEM)
        .since(SINCE)
        .foundVisitId("visit-old")
        .build();
  }
}
