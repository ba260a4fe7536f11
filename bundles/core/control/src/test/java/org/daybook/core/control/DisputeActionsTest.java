package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.daybook.core.control.DisputeFixture.DEDUCTION;
import static org.daybook.core.control.DisputeFixture.TOKEN;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeAction.Answer;
import org.daybook.api.dispute.DisputeAction.ApplyPenalty;
import org.daybook.api.dispute.DisputeAction.ProposePenalty;
import org.daybook.api.dispute.DisputeAction.Reject;
import org.daybook.api.dispute.DisputeAction.Review;
import org.daybook.api.dispute.DisputeAction.Uphold;
import org.daybook.api.dispute.DisputeAction.WaivePenalty;
import org.daybook.api.dispute.DisputeAction.Withdraw;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class DisputeActionsTest {
  private static final List<DisputeAction> ACTIONS =
      List.of(
          new Review(),
          new Answer("Клиент попросил после закрытия выезда."),
          new Uphold("Задачу забыли записать."),
          new Reject("Задача есть в разделе «Проекты»."),
          new Withdraw("Клиент нашёл задачу в отчёте."),
          DEDUCTION,
          new ApplyPenalty(),
          new WaivePenalty("Первый случай."));

  /** Without a penalty and an answer; with one that was upheld before it was closed. */
  private static final Map<DisputeState, Set<Class<?>>> ALLOWED =
      Map.of(
          DisputeState.OPENED, Set.of(Review.class, Answer.class, Withdraw.class),
          DisputeState.UNDER_REVIEW,
              Set.of(Answer.class, Uphold.class, Reject.class, Withdraw.class),
          DisputeState.UPHELD, Set.of(Answer.class, ProposePenalty.class),
          DisputeState.REJECTED, Set.of(),
          DisputeState.WITHDRAWN, Set.of(),
          DisputeState.CLOSED, Set.of(Answer.class, ProposePenalty.class));

  @Test
  public void everyActionInEveryStateByEveryRole() {
    List<Actor> actors = new ArrayList<>();
    for (Role role : Role.values()) {
      actors.add(Examples.actor(Examples.staff(role)));
    }
    // The engineer of the visit may be somebody who else decides.
    actors.add(new Actor(Examples.ENGINEER_ID, "Пётр Одуванчиков", Role.MANAGER));
    actors.add(new Actor(Examples.ENGINEER_ID, "Пётр Одуванчиков", Role.ADMIN));
    actors.add(new Actor("staff-engineer-2", "Яна Ромашкина", Role.ENGINEER));
    for (DisputeState state : DisputeState.values()) {
      for (DisputeAction action : ACTIONS) {
        for (Actor actor : actors) {
          check(state, action, actor);
        }
      }
    }
  }

  private static void check(DisputeState state, DisputeAction action, Actor actor) {
    DisputeFixture fixture = new DisputeFixture();
    Dispute before = fixture.in(state);
    String what = state + " " + action + " by " + actor;
    boolean concerned = actor.id().equals(Examples.ENGINEER_ID);
    boolean may =
        action instanceof Answer ? concerned : !concerned && actor.isAny(Role.MANAGER, Role.ADMIN);
    boolean can = ALLOWED.get(state).contains(action.getClass());
    Throwable thrown = catchThrowable(() -> fixture.act(actor, before, action));
    if (!may) {
      assertThat(thrown).as(what).isInstanceOf(ForbiddenException.class);
    } else if (!can) {
      assertThat(thrown).as(what).isInstanceOf(RefusedException.class);
    } else {
      assertThat(thrown).as(what).isNull();
    }
    assertThat(fixture.stored(before).equals(before)).as(what).isEqualTo(!(may && can));
  }

  @Test
  public void everyPenaltyActionInEveryStateOfAPenalty() {
    for (Penalty.State state : Penalty.State.values()) {
      for (DisputeAction action : ACTIONS) {
        DisputeFixture fixture = new DisputeFixture();
        Dispute before = withPenalty(fixture, state);
        boolean can =
            switch (state) {
              case PROPOSED ->
                  action instanceof Answer
                      || action instanceof ApplyPenalty
                      || action instanceof WaivePenalty;
              case APPLIED -> false;
              case WAIVED -> action instanceof ProposePenalty;
            };
        Actor actor = action instanceof Answer ? Examples.ENGINEER : Examples.MANAGER;
        Throwable thrown = catchThrowable(() -> fixture.act(actor, before, action));
        if (can) {
          assertThat(thrown).as(state + " " + action).isNull();
        } else {
          assertThat(thrown).as(state + " " + action).isInstanceOf(RefusedException.class);
        }
      }
    }
  }

  private static Dispute withPenalty(DisputeFixture fixture, Penalty.State state) {
    Dispute proposed = fixture.act(Examples.MANAGER, fixture.upheld(), DEDUCTION);
    fixture.clock.advance(Duration.ofHours(24));
    return switch (state) {
      case PROPOSED -> proposed;
      case APPLIED -> fixture.act(Examples.ADMIN, proposed, new ApplyPenalty());
      case WAIVED -> fixture.act(Examples.ADMIN, proposed, new WaivePenalty("Первый случай."));
    };
  }

  @Test
  public void aDecisionIsKeptWithWhoAndWhen() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute reviewed = fixture.act(Examples.MANAGER, fixture.open(), new Review());
    fixture.clock.advance(Duration.ofHours(3));

    Dispute rejected = fixture.act(Examples.ADMIN, reviewed, new Reject("  Она есть. "));

    assertThat(rejected.state()).isEqualTo(DisputeState.REJECTED);
    assertThat(rejected.decision()).contains(DisputeState.REJECTED);
    assertThat(rejected.outcome()).contains("Она есть.");
    assertThat(rejected.decidedBy()).contains(Examples.ADMIN_ID);
    assertThat(rejected.decidedAt()).contains(fixture.clock.instant());
    assertThat(rejected.stateAt()).isEqualTo(fixture.clock.instant());
    assertThat(rejected.openedAt()).isEqualTo(Examples.NOW);
  }

  @Test
  public void anAnswerDoesNotMoveTheDisputeAndMayBeReplaced() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute opened = fixture.open();
    Dispute once = fixture.act(Examples.ENGINEER, opened, new Answer("Не успел."));
    Dispute again = fixture.act(Examples.ENGINEER, once, new Answer("Ждал ключ от серверной."));
    assertThat(again.state()).isEqualTo(DisputeState.OPENED);
    assertThat(again.stateAt()).isEqualTo(opened.stateAt());
    assertThat(again.answer()).contains("Ждал ключ от серверной.");
    assertThat(again.answeredAt()).isPresent();
  }

  @Test
  public void aManagerWritesDownThatTheClientTookItBack() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute withdrawn =
        fixture.act(Examples.MANAGER, fixture.open(), new Withdraw("Клиент нашёл задачу."));
    assertThat(withdrawn.decision()).contains(DisputeState.WITHDRAWN);
    assertThat(withdrawn.outcome()).contains("Клиент нашёл задачу.");
    assertThat(withdrawn.decidedBy()).isEmpty();
  }

  @Test
  public void noPenaltyBeforeTheEngineerCouldAnswer() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute proposed = fixture.act(Examples.MANAGER, fixture.upheld(), DEDUCTION);
    fixture.clock.advance(Duration.ofHours(24).minusMillis(1));
    assertThatThrownBy(() -> fixture.act(Examples.MANAGER, proposed, new ApplyPenalty()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has until 2026-03-13T06:00:00Z");
    fixture.clock.advance(Duration.ofMillis(1));
    Penalty applied =
        fixture.act(Examples.ADMIN, proposed, new ApplyPenalty()).penalty().orElseThrow();
    assertThat(applied.state()).isEqualTo(Penalty.State.APPLIED);
    assertThat(applied.proposedBy()).isEqualTo(Examples.MANAGER.name());
    assertThat(applied.decidedBy()).contains(Examples.ADMIN.name());
    assertThat(applied.decidedAt()).contains(fixture.clock.instant());
    assertThat(applied.decisionReason()).isEmpty();
  }

  @Test
  public void theTimeForAnAnswerCountsFromTheProposal() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute upheld = fixture.upheld();
    fixture.clock.advance(Duration.ofHours(100));
    fixture.act(Examples.MANAGER, upheld, DEDUCTION);
    fixture.clock.advance(Duration.ofHours(24).minusMillis(1));
    assertThatThrownBy(() -> fixture.act(Examples.MANAGER, upheld, new ApplyPenalty()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has until 2026-03-17T10:00:00Z");
    fixture.clock.advance(Duration.ofMillis(1));
    assertThat(fixture.act(Examples.MANAGER, upheld, new ApplyPenalty()).penalty()).isPresent();
  }

  @Test
  public void anEarlyDecisionSilencesNobody() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute upheld = fixture.upheld();
    String asked = "DISPUTE_OPENED dispute:" + upheld.id() + ":engineer " + Examples.ENGINEER_ID;
    assertThat(fixture.told()).containsExactly(asked);
    fixture.act(Examples.MANAGER, upheld, DEDUCTION);
    assertThat(fixture.told()).containsExactly(asked);

    Dispute answered = fixture.act(Examples.ENGINEER, upheld, new Answer("Клиент не просил."));

    assertThat(answered.answer()).contains("Клиент не просил.");
    assertThat(answered.state()).isEqualTo(DisputeState.UPHELD);
    assertThat(fixture.told()).isEmpty();
    assertThat(fixture.act(Examples.MANAGER, upheld, new ApplyPenalty()).penalty()).isPresent();
    assertThatThrownBy(() -> fixture.act(Examples.ENGINEER, upheld, new Answer("Ещё слово.")))
        .isInstanceOf(RefusedException.class)
        .hasMessage("The penalty is APPLIED already.");
  }

  @Test
  public void theEngineerIsToldOfAProposedPenalty() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute upheld = fixture.upheld();
    String key = "dispute:" + upheld.id() + ":engineer";
    Notice first = fixture.standing(NoticeKind.DISPUTE_OPENED, key);
    fixture.notices.acknowledge(Examples.ENGINEER, first.id());

    fixture.act(Examples.MANAGER, upheld, DEDUCTION);

    Notice second = fixture.standing(NoticeKind.DISPUTE_OPENED, key);
    assertThat(second.recipientId()).contains(Examples.ENGINEER_ID);
    assertThat(second.subject())
        .endsWith(
            "«Не настроен принтер»: претензия признана, предложена штрафная санкция. Ответить можно"
                + " до 13 марта в 9:00, раньше её не применят.");
    fixture.act(Examples.ENGINEER, upheld, new Answer("Не успел."));
    fixture.act(Examples.MANAGER, upheld, new WaivePenalty("Не та сумма."));
    fixture.act(Examples.MANAGER, upheld, DEDUCTION);
    assertThat(fixture.standing(NoticeKind.DISPUTE_OPENED, key).subject())
        .endsWith("Ответ можно изменить, пока по ней не решили.");
  }

  @Test
  public void theEngineerIsAskedNoMoreOnceItCannotHitThem() {
    for (DisputeAction settled : List.of(new ApplyPenalty(), new WaivePenalty("Первый случай."))) {
      DisputeFixture fixture = new DisputeFixture();
      Dispute upheld = fixture.upheld();
      fixture.act(Examples.MANAGER, upheld, DEDUCTION);
      fixture.clock.advance(Duration.ofHours(24));
      assertThat(fixture.told()).hasSize(1);
      fixture.act(Examples.MANAGER, upheld, settled);
      assertThat(fixture.told()).as(settled.toString()).isEmpty();
    }
    for (DisputeAction decision : List.of(new Reject("Она есть."), new Withdraw("Нашли."))) {
      DisputeFixture fixture = new DisputeFixture();
      Dispute reviewed = fixture.act(Examples.MANAGER, fixture.open(), new Review());
      assertThat(fixture.told()).hasSize(1);
      fixture.act(Examples.MANAGER, reviewed, decision);
      assertThat(fixture.told()).as(decision.toString()).isEmpty();
    }
  }

  @Test
  public void aMistypedPenaltyIsWaivedAndProposedAnew() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute waived = withPenalty(fixture, Penalty.State.WAIVED);

    Dispute again =
        fixture.act(
            Examples.MANAGER,
            waived,
            proposal(Penalty.Kind.DEDUCTION, amount("150.05"), "RUB", ""));

    Penalty penalty = again.penalty().orElseThrow();
    assertThat(penalty.state()).isEqualTo(Penalty.State.PROPOSED);
    assertThat(penalty.amount()).contains(new BigDecimal("150.05"));
    assertThat(penalty.decidedBy()).isEmpty();
    assertThat(penalty.decisionReason()).isEmpty();
    assertThatThrownBy(() -> fixture.act(Examples.MANAGER, again, DEDUCTION))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("PROPOSED");
    List<AuditEntry> trail =
        fixture.store.read(
            tx ->
                tx.audit(
                        AuditQuery.builder().valueId(again.id()).build(),
                        new PageRequest(100, Optional.empty(), false))
                    .items());
    assertThat(trail.toString()).contains("1500.5", "150.05", "WAIVED");
  }

  @Test
  public void anEngineerWhoHasAnsweredWasHeard() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute dispute = fixture.open();
    fixture.act(Examples.ENGINEER, dispute, new Answer("Не успел."));
    fixture.act(Examples.MANAGER, dispute, new Review());
    fixture.act(Examples.MANAGER, dispute, new Uphold("Да."));
    fixture.act(Examples.MANAGER, dispute, DEDUCTION);
    Dispute applied = fixture.act(Examples.MANAGER, dispute, new ApplyPenalty());
    assertThat(applied.penalty().orElseThrow().state()).isEqualTo(Penalty.State.APPLIED);
    assertThat(applied.state()).isEqualTo(DisputeState.UPHELD);
  }

  @Test
  public void aPenaltyMayBeWaivedAtOnce() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute proposed = fixture.act(Examples.MANAGER, fixture.upheld(), DEDUCTION);
    Penalty waived =
        fixture
            .act(Examples.MANAGER, proposed, new WaivePenalty("Первый случай."))
            .penalty()
            .orElseThrow();
    assertThat(waived.state()).isEqualTo(Penalty.State.WAIVED);
    assertThat(waived.decisionReason()).contains("Первый случай.");
  }

  @Test
  public void whatWasRejectedBearsNoPenaltyOnceItIsClosed() {
    for (DisputeState decision : List.of(DisputeState.REJECTED, DisputeState.WITHDRAWN)) {
      DisputeFixture fixture = new DisputeFixture();
      Dispute decided = fixture.in(decision);
      fixture.finishTask(decided);
      fixture.jobs.enqueue(new org.daybook.api.job.Job("dispute", decided.id()));
      fixture.jobs.runAll(fixture.job);
      assertThat(fixture.stored(decided).state()).isEqualTo(DisputeState.CLOSED);
      assertThatThrownBy(() -> fixture.act(Examples.MANAGER, decided, DEDUCTION))
          .isInstanceOf(RefusedException.class);
    }
  }

  @Test
  public void aPenaltyIsAnAmountOfMoneyOrANote() {
    Optional<BigDecimal> none = Optional.empty();
    good(Penalty.Kind.REMARK, none, "", "Внимательнее.");
    good(Penalty.Kind.DEDUCTION, none, "", "Половина премии.");
    good(Penalty.Kind.DEDUCTION, amount("1500.50"), "RUB", "");
    good(Penalty.Kind.DEDUCTION, amount("0.01"), "EUR", "Первый раз.");
    good(Penalty.Kind.DEDUCTION, amount("1E+3"), "RUB", "");
    bad(Penalty.Kind.REMARK, none, "", " ", "note");
    bad(null, none, "", "Почему-то.", "kind");
    bad(Penalty.Kind.REMARK, none, "", "x".repeat(4001), "note");
    bad(Penalty.Kind.DEDUCTION, amount("0"), "RUB", "", "amount");
    bad(Penalty.Kind.DEDUCTION, amount("-5"), "RUB", "", "amount");
    bad(Penalty.Kind.DEDUCTION, amount("1.005"), "RUB", "", "amount");
    bad(Penalty.Kind.DEDUCTION, amount("1E+999999999"), "RUB", "", "amount");
    bad(Penalty.Kind.DEDUCTION, amount("1E+2147483647"), "RUB", "", "amount");
    bad(Penalty.Kind.DEDUCTION, amount("1E-999999999"), "RUB", "", "amount");
    bad(Penalty.Kind.REPRIMAND, amount("5"), "RUB", "", "amount");
    bad(Penalty.Kind.DEDUCTION, amount("5"), "", "", "currency");
    bad(Penalty.Kind.DEDUCTION, amount("5"), "rub", "", "currency");
    bad(Penalty.Kind.DEDUCTION, amount("5"), "XXX", "", "currency");
    bad(Penalty.Kind.DEDUCTION, amount("5"), "рубли", "", "currency");
    bad(Penalty.Kind.DEDUCTION, none, "RUB", "Почему-то.", "currency");
  }

  private static void good(
      Penalty.Kind kind, Optional<BigDecimal> amount, String currency, String note) {
    DisputeFixture fixture = new DisputeFixture();
    Penalty penalty =
        fixture
            .act(Examples.MANAGER, fixture.upheld(), proposal(kind, amount, currency, note))
            .penalty()
            .orElseThrow();
    assertThat(penalty.kind()).isEqualTo(kind);
    assertThat(penalty.note()).isEqualTo(note);
    assertThat(penalty.amount().isPresent()).isEqualTo(amount.isPresent());
    amount.ifPresent(
        sum -> {
          assertThat(penalty.amount().orElseThrow()).isEqualByComparingTo(sum);
          assertThat(penalty.amount().orElseThrow().toString()).doesNotContain("E");
          assertThat(penalty.currency()).contains(currency);
        });
    assertThat(penalty.state()).isEqualTo(Penalty.State.PROPOSED);
  }

  private static void bad(
      Penalty.Kind kind, Optional<BigDecimal> amount, String currency, String note, String field) {
    DisputeFixture fixture = new DisputeFixture();
    Dispute upheld = fixture.upheld();
    ProposePenalty proposal = proposal(kind, amount, currency, note);
    assertThatThrownBy(() -> fixture.act(Examples.MANAGER, upheld, proposal))
        .as(proposal.toString())
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.errors()).extracting("field").containsExactly(field));
    assertThat(fixture.stored(upheld).penalty()).isEmpty();
  }

  private static ProposePenalty proposal(
      Penalty.Kind kind, Optional<BigDecimal> amount, String currency, String note) {
    return new ProposePenalty(
        kind, amount, Optional.of(currency).filter(code -> !code.isEmpty()), note);
  }

  private static Optional<BigDecimal> amount(String text) {
    return Optional.of(new BigDecimal(text));
  }

  @Test
  public void wordsAreNeeded() {
    String tooLong = "x".repeat(4001);
    for (String text : List.of("", " \n", tooLong, "a\0b")) {
      for (DisputeAction action :
          List.of(
              new Answer(text),
              new Uphold(text),
              new Reject(text),
              new Withdraw(text),
              new WaivePenalty(text))) {
        DisputeFixture fixture = new DisputeFixture();
        Dispute dispute = fixture.in(DisputeState.UNDER_REVIEW);
        Actor actor = action instanceof Answer ? Examples.ENGINEER : Examples.MANAGER;
        assertThatThrownBy(() -> fixture.act(actor, dispute, action))
            .as(action.toString())
            .isInstanceOf(InvalidInputException.class);
        assertThat(fixture.stored(dispute)).isEqualTo(dispute);
      }
    }
  }

  @Test
  public void whoSawAnotherVersionDecidesAgain() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute dispute = fixture.open();
    OptionalLong seen = OptionalLong.of(dispute.version());
    fixture.act(Examples.ENGINEER, dispute, new Answer("Не успел."));

    assertThatThrownBy(
            () -> fixture.disputes.act(Examples.MANAGER, dispute.id(), seen, new Review()))
        .isInstanceOf(StaleVersionException.class);
    OptionalLong now = OptionalLong.of(fixture.stored(dispute).version());
    assertThat(fixture.disputes.act(Examples.MANAGER, dispute.id(), now, new Review()).state())
        .isEqualTo(DisputeState.UNDER_REVIEW);
  }

  @Test
  public void whatIsNotThereIsNotFound() {
    DisputeFixture fixture = new DisputeFixture();
    for (DisputeAction action : ACTIONS) {
      assertThatThrownBy(
              () -> fixture.disputes.act(Examples.ADMIN, "no-such", OptionalLong.empty(), action))
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  public void noticesGoWhenWhatTheyAskForWasDone() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute dispute = fixture.open();
    fixture.act(Examples.MANAGER, dispute, new Review());
    assertThat(fixture.told())
        .containsExactly(
            "DISPUTE_OPENED dispute:" + dispute.id() + ":engineer " + Examples.ENGINEER_ID);
    fixture.act(Examples.ENGINEER, dispute, new Answer("Не успел."));
    assertThat(fixture.told()).isEmpty();

    Dispute other = fixture.open("form-2");
    fixture.disputes.withdraw(TOKEN, other.id());
    assertThat(fixture.told()).isEmpty();
  }

  @Test
  public void withoutIntakeAndLinksManagersStillDecide() {
    DisputeFixture fixture = new DisputeFixture();
    Dispute dispute = fixture.open();
    fixture.disputes.intake = null;
    fixture.disputes.links = null;
    fixture.act(Examples.MANAGER, dispute, new Review());
    assertThat(fixture.act(Examples.MANAGER, dispute, new Uphold("Да.")).state())
        .isEqualTo(DisputeState.UPHELD);
  }
}
