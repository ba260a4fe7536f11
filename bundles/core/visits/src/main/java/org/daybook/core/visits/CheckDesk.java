package org.daybook.core.visits;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Visit;

/** Answers to checks and the problems that follow from them, in one transaction. */
final class CheckDesk {

  private final Transaction tx;
  private final Actor actor;
  private final Instant now;

  CheckDesk(Transaction tx, Actor actor, Instant now) {
    this.tx = tx;
    this.actor = actor;
    this.now = now;
  }

  static void check(CheckAnswer answer) {
    Input input = new Input();
    check(answer, "", input);
    input.throwIfWrong();
  }

  /** The same for an answer inside of something larger, whose fields begin with a prefix. */
  static void check(CheckAnswer answer, String prefix, Input input) {
    switch (answer.result()) {
      case OPEN -> input.wrong(prefix + "result", "must be OK, PROBLEM or SKIPPED");
      case PROBLEM ->
          input
              .required(prefix + "description", answer.description())
              .required(prefix + "action", answer.action());
      case SKIPPED -> input.required(prefix + "reason", answer.reason());
      case OK -> {}
    }
    if (answer.dueAt().isPresent() && answer.result() != CheckState.PROBLEM) {
      input.wrong(prefix + "dueAt", "is allowed with PROBLEM only");
    }
  }

  Check answer(String visitId, String checkId, OptionalLong expectedVersion, CheckAnswer answer) {
    // Locked, so that nothing changes while the visit is being frozen.
    Visit visit = Guard.lock(tx, visitId);
    Guard.requireWorker(actor, visit);
    Check check =
        tx.checks()
            .findForUpdate(checkId)
            .filter(found -> found.visitId().equals(visitId))
            .orElseThrow(() -> new NotFoundException("check", checkId));
    if (expectedVersion.isPresent() && expectedVersion.getAsLong() != check.version()) {
      throw new StaleVersionException("check", checkId);
    }
    if (!visit.state().isUnderWay()) {
      throw new RefusedException("The visit is " + visit.state() + ", not under way.");
    }
    return settled(visit, check, answer);
  }

  /**
   * Answers what is open on a piece of equipment with OK, but for what a problem stands on: one tap
   * must not wipe out what somebody found. Returns all of its checks.
   */
  List<Check> allOk(Visit visit, String assetId) {
    CheckAnswer ok = CheckAnswer.builder().result(CheckState.OK).build();
    Set<String> faulty = standing(assetId).stream().map(Problem::itemId).collect(toSet());
    return ofAsset(visit, assetId).stream()
        .map(
            check ->
                check.state() == CheckState.OPEN && !faulty.contains(check.itemId())
                    ? settled(visit, check, ok)
                    : check)
        .toList();
  }

  /** Skips what is open on a piece of equipment, and returns all of its checks. */
  List<Check> skip(Visit visit, String assetId, String reason) {
    CheckAnswer skipped = skipped(reason);
    return ofAsset(visit, assetId).stream()
        .map(check -> check.state() == CheckState.OPEN ? settled(visit, check, skipped) : check)
        .toList();
  }

  /** Skips what is open on a piece of equipment that is gone, and ends its problems. */
  void leave(Visit visit, String assetId, String reason) {
    CheckAnswer skipped = skipped(reason);
    ofAsset(visit, assetId).stream()
        .filter(check -> check.state() == CheckState.OPEN)
        .forEach(check -> answered(check, skipped));
    standing(assetId).forEach(this::end);
  }

  private static CheckAnswer skipped(String reason) {
    return CheckAnswer.builder().result(CheckState.SKIPPED).reason(reason).build();
  }

  private List<Problem> standing(String assetId) {
    return tx.problems().all(ProblemQuery.builder().addAssetIds(assetId).ended(false).build());
  }

  private List<Check> ofAsset(Visit visit, String assetId) {
    return tx.checks().all(CheckQuery.builder().visitId(visit.id()).addAssetIds(assetId).build());
  }

  private Check settled(Visit visit, Check check, CheckAnswer answer) {
    Check answered = answered(check, answer);
    settleProblem(visit, answered);
    return answered;
  }

  /** Stores an answer, whatever was answered before. */
  Check answered(Check check, CheckAnswer answer) {
    if (!check.state().canBecome(answer.result())) {
      throw new RefusedException(
          "A check that is " + check.state() + " cannot become " + answer.result() + ".");
    }
    return tx.checks().update(filledIn(check, answer));
  }

  private Check filledIn(Check check, CheckAnswer answer) {
    boolean problem = answer.result() == CheckState.PROBLEM;
    boolean skipped = answer.result() == CheckState.SKIPPED;
    return check.toBuilder()
        .state(answer.result())
        .description(answer.description().filter(text -> problem).map(String::strip))
        .action(answer.action().filter(text -> problem).map(String::strip))
        .dueAt(answer.dueAt())
        .reason(answer.reason().filter(text -> skipped).map(String::strip))
        .answeredBy(actor.id())
        .answeredAt(now)
        .build();
  }

  /**
   * The problem as it follows from the newest answer, whatever was answered at this visit before: a
   * correction leaves no trace but the audit trail's.
   */
  void settleProblem(Visit visit, Check check) {
    Optional<Problem> known = problem(visit, check);
    switch (check.state()) {
      case PROBLEM -> known.ifPresentOrElse(p -> keep(p, check), () -> open(visit, check));
      case OK -> known.ifPresent(this::end);
      case SKIPPED ->
          // Nobody looked: one from an earlier visit stands, a false alarm of this visit does not.
          known.ifPresent(p -> settleUnseen(p, p.foundVisitId().equals(visit.id())));
      case OPEN -> throw new IllegalStateException("an answer is never OPEN");
    }
  }

  /** The one that is open, or that was ended at this visit. */
  private Optional<Problem> problem(Visit visit, Check check) {
    Instant begin = visit.arrivedAt().orElse(now);
    return tx
        .problems()
        .all(ProblemQuery.builder().addAssetIds(check.assetId()).itemId(check.itemId()).build())
        .stream()
        .filter(p -> p.endedAt().isEmpty() || !p.endedAt().get().isBefore(begin))
        .max(
            Comparator.comparing((Problem p) -> p.endedAt().isEmpty())
                .thenComparing(Problem::since)
                .thenComparing(Problem::id));
  }

  private void open(Visit visit, Check check) {
    tx.problems()
        .insert(
            Problem.builder()
                .id(tx.newId())
                .clientId(visit.clientId())
                .assetId(check.assetId())
                .itemId(check.itemId())
                .description(check.description().orElseThrow())
                .action(check.action().orElseThrow())
                .ownerId(visit.engineerId())
                .since(now)
                .dueAt(check.dueAt())
                .foundVisitId(visit.id())
                .build());
  }

  private void keep(Problem problem, Check check) {
    tx.problems()
        .update(
            problem.toBuilder()
                .description(check.description().orElseThrow())
                .action(check.action().orElseThrow())
                .dueAt(check.dueAt())
                .endedAt(Optional.empty())
                .build());
  }

  private void end(Problem problem) {
    if (problem.endedAt().isEmpty()) {
      tx.problems().update(problem.toBuilder().endedAt(now).build());
    }
  }

  private void settleUnseen(Problem problem, boolean foundHere) {
    if (foundHere) {
      end(problem);
    } else if (problem.endedAt().isPresent()) {
      tx.problems().update(problem.toBuilder().endedAt(Optional.empty()).build());
    }
  }
}
