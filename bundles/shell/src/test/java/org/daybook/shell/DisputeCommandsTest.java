package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.PrivilegedExceptionAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.support.CommandException;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.RefusedException;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Test;

public class DisputeCommandsTest {
  private final Console console = new Console();
  private final FakeDisputes disputes = new FakeDisputes();

  @Before
  public void storeDispute() {
    console.with(Disputes.class, disputes);
    console.store.prepare(tx -> tx.disputes().insert(Examples.dispute()));
  }

  @Test
  public void everyVerbAsksForItsAction() throws Exception {
    DisputeUpholdCommand uphold = new DisputeUpholdCommand();
    uphold.outcome = "Забыли";
    DisputeRejectCommand reject = new DisputeRejectCommand();
    reject.outcome = "Сделано, вот фото";
    DisputeWithdrawCommand withdraw = new DisputeWithdrawCommand();
    withdraw.reason = "Нашли";
    PenaltyWaiveCommand waive = new PenaltyWaiveCommand();
    waive.reason = "Впервые";
    PenaltyProposeCommand propose = new PenaltyProposeCommand();
    propose.kind = Penalty.Kind.DEDUCTION;
    propose.amount = "1500.00";
    propose.currency = "RUB";

    assertThat(action(new DisputeReviewCommand())).isEqualTo(new DisputeAction.Review());
    assertThat(action(uphold)).isEqualTo(new DisputeAction.Uphold("Забыли"));
    assertThat(action(reject)).isEqualTo(new DisputeAction.Reject("Сделано, вот фото"));
    assertThat(action(withdraw)).isEqualTo(new DisputeAction.Withdraw("Нашли"));
    assertThat(action(new PenaltyApplyCommand())).isEqualTo(new DisputeAction.ApplyPenalty());
    assertThat(action(waive)).isEqualTo(new DisputeAction.WaivePenalty("Впервые"));
    assertThat(action(propose))
        .isEqualTo(
            new DisputeAction.ProposePenalty(
                Penalty.Kind.DEDUCTION,
                Optional.of(new BigDecimal("1500.00")),
                Optional.of("RUB"),
                ""));
    assertThat(disputes.actors).allMatch(actor -> actor.id().equals("console:karaf"));
  }

  @Test
  public void whoeverLoggedInByAnAccountOfDaybookActsAsThatMemberOfStaff() throws Exception {
    Account account = Examples.account();
    console.store.prepare(tx -> tx.accounts().insert(account));
    console.user = account.login();

    action(new DisputeReviewCommand());

    assertThat(disputes.actors.get(0).id()).isEqualTo(account.staffId());
    assertThat(disputes.actors.get(0).role()).isEqualTo(Role.ADMIN);
  }

  @Test
  public void aLoginIsTheSameHoweverItIsTyped() throws Exception {
    Account account = Examples.account();
    console.store.prepare(tx -> tx.accounts().insert(account));

    as(" " + account.login().toUpperCase(Locale.ROOT), new DisputeReviewCommand());

    assertThat(disputes.actors.get(0).id()).isEqualTo(account.staffId());
  }

  @Test
  public void whoeverTypesCannotSayThatTheyAreSomebodyElse() throws Exception {
    Account account = Examples.account();
    console.store.prepare(tx -> tx.accounts().insert(account));
    console.user = "somebody-else";

    as(account.login(), new DisputeReviewCommand());

    assertThat(disputes.actors.get(0).id()).isEqualTo(account.staffId());
  }

  @Test
  public void anAnswerIsTheEngineersAndSaysWhoWroteItDown() throws Exception {
    DisputeAnswerCommand answer = new DisputeAnswerCommand();
    answer.text = "Принтера не было";

    assertThat(action(answer)).isEqualTo(new DisputeAction.Answer("Принтера не было"));
    assertThat(disputes.actors.get(0).id()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(disputes.actors.get(0).name())
        .isEqualTo("Пётр Одуванчиков (written down by console:karaf)");
    answer.dispute = "nonsense";
    assertThat(console.failure(answer)).hasMessage("There is no dispute nonsense.");
  }

  @Test
  public void whatTheRulesRefuseIsSaidInTheirWords() {
    disputes.refusal = new RefusedException("The dispute is OPENED, which does not allow that.");
    DisputeUpholdCommand uphold = new DisputeUpholdCommand();
    uphold.dispute = Examples.dispute().id();
    uphold.outcome = "Забыли";

    assertThat(console.failure(uphold))
        .isInstanceOf(CommandException.class)
        .hasMessage("The dispute is OPENED, which does not allow that.");
  }

  @Test
  public void anAmountIsANumber() {
    for (String text : List.of("1e999999999", "-5", "five", "1,5", "1234567890123")) {
      PenaltyProposeCommand propose = new PenaltyProposeCommand();
      propose.kind = Penalty.Kind.DEDUCTION;
      propose.amount = text;
      assertThat(console.failure(propose)).as(text).hasMessageStartingWith("--amount");
    }
    assertThat(disputes.actions).isEmpty();
  }

  @Test
  public void disputesAreListedForThoseWhoDealWithThem() throws Exception {
    console.store.prepare(
        tx -> {
          tx.accounts().insert(Examples.account());
          tx.disputes()
              .insert(
                  Examples.dispute().toBuilder()
                      .id("dispute-2")
                      .externalId("form-2")
                      .engineerId(Examples.MANAGER_ID)
                      .state(DisputeState.CLOSED)
                      .decision(DisputeState.UPHELD)
                      .penalty(penalty())
                      .build());
        });
    DisputeListCommand list = new DisputeListCommand();
    assertThat(console.run(list))
        .contains("dispute-1", "Пётр Одуванчиков", "OPENED", "Не настроен принтер в приёмной")
        .contains("dispute-2", "UPHELD", "DEDUCTION 1500.50 RUB APPLIED");
    list.engineer = "Engineer";
    assertThat(console.run(list)).contains("dispute-1").doesNotContain("dispute-2");
    list.engineer = "nobody";
    assertThat(console.failure(list)).hasMessage("--engineer: there is no login nobody");
    list.engineer = null;
    list.state = DisputeState.CLOSED;
    list.json = true;
    assertThat(console.run(list)).contains("\"dispute-2\"").doesNotContain("\"dispute-1\"");
  }

  @Test
  public void oneIsShownWithEverythingThatWhoeverDecidesNeeds() throws Exception {
    console.store.prepare(
        tx -> {
          tx.tasks().insert(Examples.task());
          tx.disputes()
              .insert(
                  Examples.dispute().toBuilder()
                      .id("dispute-2")
                      .externalId("form-2")
                      .revision(3)
                      .text("Просили 12 марта.\nНикто не пришёл.")
                      .state(DisputeState.CLOSED)
                      .answer("Не записал")
                      .answeredAt(Examples.NOW.plusSeconds(60))
                      .decision(DisputeState.UPHELD)
                      .outcome("Забыли записать")
                      .decidedBy(Examples.MANAGER_ID)
                      .decidedAt(Examples.NOW.plusSeconds(120))
                      .penalty(waived())
                      .build());
        });
    DisputeShowCommand show = new DisputeShowCommand();
    show.dispute = "dispute-2";
    assertThat(console.run(show).lines())
        .contains(
            "state: CLOSED",
            "client: romashka",
            "contact: Анна Лютикова",
            "visit: visit-1",
            "revision: 3",
            "openedAt: " + Examples.NOW,
            "title: Не настроен принтер в приёмной",
            "text: Просили 12 марта. Никто не пришёл.",
            "task: " + Examples.TASK_ID,
            "taskState: NEW",
            "engineer: Пётр Одуванчиков",
            "answer: Не записал",
            "answeredAt: " + Examples.NOW.plusSeconds(60),
            "decision: UPHELD",
            "outcome: Забыли записать",
            "decidedBy: " + Examples.MANAGER.name(),
            "decidedAt: " + Examples.NOW.plusSeconds(120),
            "penalty: DEDUCTION",
            "penaltyState: WAIVED",
            "penaltyAmount: 1500.50",
            "penaltyCurrency: RUB",
            "penaltyNote: Второй раз",
            "penaltyProposedBy: Ольга",
            "penaltyDecidedBy: Лев",
            "penaltyReason: Не та сумма");
    show.json = true;
    assertThat(console.run(show))
        .startsWith("{")
        .contains(
            "\"text\" : \"Просили 12 марта.\\nНикто не пришёл.\"",
            "\"revision\" : 3",
            "\"penaltyReason\" : \"Не та сумма\"");
  }

  @Test
  public void whatIsNotKnownOfOneIsNotALine() throws Exception {
    DisputeShowCommand show = new DisputeShowCommand();
    show.dispute = "dispute-1";
    assertThat(console.run(show)).contains("state: OPENED").doesNotContain("answer", "penalty");
    show.dispute = "nonsense";
    assertThat(console.failure(show)).hasMessage("There is no dispute nonsense.");
  }

  @Test
  public void whatTheClientReadsIsSaidToWhoeverWritesIt() {
    for (Class<?> command :
        List.of(
            DisputeUpholdCommand.class, DisputeRejectCommand.class, DisputeWithdrawCommand.class)) {
      assertThat(command.getAnnotation(Command.class).description())
          .contains("the client reads why");
    }
  }

  @Test
  public void aClientWhoCalledIsWrittenDown() throws Exception {
    DisputeOpenCommand open = new DisputeOpenCommand();
    open.visit = Examples.VISIT_ID;
    open.title = "Нет сканера";

    assertThat(console.run(open)).contains("dispute-1");
    assertThat(disputes.lastRequest.title()).isEqualTo("Нет сканера");
    String first = disputes.lastRequest.externalId();
    console.run(open);
    assertThat(disputes.lastRequest.externalId()).isNotEqualTo(first);
  }

  /** Runs a command as Karaf does for whoever has logged in. */
  @SuppressWarnings("removal")
  private void as(String login, DisputeCommand command) throws Exception {
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(login));
    Subject.doAs(subject, (PrivilegedExceptionAction<DisputeAction>) () -> action(command));
  }

  private DisputeAction action(DisputeCommand command) throws Exception {
    command.dispute = Examples.dispute().id();
    assertThat(console.run(command)).contains("The dispute is UPHELD, the penalty APPLIED.");
    return disputes.actions.get(disputes.actions.size() - 1);
  }

  private static Penalty penalty() {
    return new Penalty(
        Penalty.Kind.DEDUCTION,
        Optional.of(new BigDecimal("1500.50")),
        Optional.of("RUB"),
        "",
        Penalty.State.APPLIED,
        "Ольга",
        Examples.NOW,
        Optional.of("Ольга"),
        Optional.of(Examples.NOW),
        Optional.empty());
  }

  private static Penalty waived() {
    return new Penalty(
        Penalty.Kind.DEDUCTION,
        Optional.of(new BigDecimal("1500.50")),
        Optional.of("RUB"),
        "Второй раз",
        Penalty.State.WAIVED,
        "Ольга",
        Examples.NOW,
        Optional.of("Лев"),
        Optional.of(Examples.NOW),
        Optional.of("Не та сумма"));
  }

  /** Notes what it is asked to do. */
  private static final class FakeDisputes implements Disputes {
    final List<DisputeAction> actions = new ArrayList<>();
    final List<Actor> actors = new ArrayList<>();
    RuntimeException refusal;
    DisputeRequest lastRequest;

    @Override
    public Dispute act(
        Actor actor, String disputeId, OptionalLong expectedVersion, DisputeAction action) {
      if (refusal != null) {
        throw refusal;
      }
      actions.add(action);
      actors.add(actor);
      return Examples.dispute().toBuilder().state(DisputeState.UPHELD).penalty(penalty()).build();
    }

    @Override
    public Dispute open(Actor actor, String visitId, DisputeRequest request) {
      lastRequest = request;
      return Examples.dispute();
    }

    @Override
    public Dispute open(String token, DisputeRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Dispute withdraw(String token, String disputeId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Dispute> of(String token) {
      throw new UnsupportedOperationException();
    }
  }
}
