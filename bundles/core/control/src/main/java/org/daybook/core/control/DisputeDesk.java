package org.daybook.core.control;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.daybook.api.access.Actor;
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
import org.daybook.api.dispute.DisputeEvent;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.RefusedException;

/** What an action makes of a dispute, at one moment. Stores nothing. */
final class DisputeDesk {
  private final Instant now;
  private final Duration answerWithin;

  DisputeDesk(Instant now, Duration answerWithin) {
    this.now = now;
    this.answerWithin = answerWithin;
  }

  Dispute after(Dispute dispute, Actor actor, DisputeAction action) {
    if (action instanceof Review) {
      return moved(dispute, DisputeEvent.REVIEW).build();
    } else if (action instanceof Answer answer) {
      return answered(dispute, answer.text());
    } else if (action instanceof Uphold uphold) {
      return decided(dispute, DisputeEvent.UPHOLD, actor, uphold.outcome());
    } else if (action instanceof Reject reject) {
      return decided(dispute, DisputeEvent.REJECT, actor, reject.outcome());
    } else if (action instanceof Withdraw withdraw) {
      return withdrawn(dispute).toBuilder().outcome(withdraw.reason()).build();
    } else if (action instanceof ProposePenalty proposal) {
      return proposed(dispute, actor, proposal);
    } else if (action instanceof WaivePenalty waive) {
      return settled(dispute, actor, Penalty.State.WAIVED, Optional.of(waive.reason()));
    } else if (action instanceof ApplyPenalty) {
      requireHeard(dispute);
      return settled(dispute, actor, Penalty.State.APPLIED, Optional.empty());
    }
    throw new IllegalArgumentException("unknown action " + action);
  }

  /** The client took it back: nobody decided. */
  Dispute withdrawn(Dispute dispute) {
    return moved(dispute, DisputeEvent.WITHDRAW).decision(DisputeState.WITHDRAWN).build();
  }

  Dispute closed(Dispute dispute) {
    return moved(dispute, DisputeEvent.CLOSE).build();
  }

  private Dispute answered(Dispute dispute, String text) {
    if (dispute.state().isDecided() && !isUpheld(dispute)) {
      throw refused(dispute);
    }
    dispute.penalty().ifPresent(DisputeDesk::requireUnsettled);
    return dispute.toBuilder().answer(text).answeredAt(now).build();
  }

  private Dispute decided(Dispute dispute, DisputeEvent event, Actor actor, String outcome) {
    Dispute.Builder moved = moved(dispute, event);
    return moved
        .decision(dispute.state().on(event))
        .outcome(outcome)
        .decidedBy(actor.id())
        .decidedAt(now)
        .build();
  }

  private Dispute proposed(Dispute dispute, Actor actor, ProposePenalty proposal) {
    if (!isUpheld(dispute)) {
      throw new RefusedException("A penalty needs a dispute that was upheld.");
    }
    // One that was waived may have been a slip of the pen; the audit trail keeps it.
    dispute
        .penalty()
        .filter(penalty -> penalty.state() != Penalty.State.WAIVED)
        .ifPresent(
            penalty -> {
              throw new RefusedException(
                  "A penalty was proposed already, and is " + penalty.state() + ".");
            });
    Penalty penalty =
        new Penalty(
            proposal.kind(),
            proposal.amount().map(DisputeDesk::plain),
            proposal.currency(),
            proposal.note(),
            Penalty.State.PROPOSED,
            actor.name(),
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return dispute.toBuilder().penalty(penalty).build();
  }

  private Dispute settled(
      Dispute dispute, Actor actor, Penalty.State state, Optional<String> reason) {
    Penalty penalty =
        dispute.penalty().orElseThrow(() -> new RefusedException("No penalty was proposed."));
    requireUnsettled(penalty);
    Penalty settled =
        new Penalty(
            penalty.kind(),
            penalty.amount(),
            penalty.currency(),
            penalty.note(),
            state,
            penalty.proposedBy(),
            penalty.proposedAt(),
            Optional.of(actor.name()),
            Optional.of(now),
            reason);
    return dispute.toBuilder().penalty(settled).build();
  }

  private void requireHeard(Dispute dispute) {
    Instant until = answerUntil(dispute);
    boolean proposed =
        dispute.penalty().filter(each -> each.state() == Penalty.State.PROPOSED).isPresent();
    if (proposed && dispute.answer().isEmpty() && now.isBefore(until)) {
      throw new RefusedException(
          "The engineer has not answered and has until "
              + until
              + ". Before that no penalty is applied.");
    }
  }

  /** Until when no penalty is applied without an answer: whoever is to bear it knows of it. */
  Instant answerUntil(Dispute dispute) {
    Instant opened = dispute.openedAt();
    return dispute
        .penalty()
        .map(Penalty::proposedAt)
        .filter(opened::isBefore)
        .orElse(opened)
        .plus(answerWithin);
  }

  /** Stays true when it is closed. */
  private static boolean isUpheld(Dispute dispute) {
    return dispute.decision().filter(DisputeState.UPHELD::equals).isPresent();
  }

  private static void requireUnsettled(Penalty penalty) {
    if (penalty.state() != Penalty.State.PROPOSED) {
      throw new RefusedException("The penalty is " + penalty.state() + " already.");
    }
  }

  private Dispute.Builder moved(Dispute dispute, DisputeEvent event) {
    DisputeState next = dispute.state().on(event).orElseThrow(() -> refused(dispute));
    return dispute.toBuilder().state(next).stateAt(now);
  }

  private static RefusedException refused(Dispute dispute) {
    return new RefusedException(
        "The dispute is " + dispute.state() + ", which does not allow that.");
  }

  /** Not as {@code 2E+3}, which nobody wrote. */
  private static BigDecimal plain(BigDecimal amount) {
    return amount.scale() < 0 ? amount.setScale(0) : amount;
  }
}
