package org.daybook.web.rest.fake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.Store;
import org.daybook.testkit.Examples;

/** Does just enough with disputes to see what the API asked for. */
public final class FakeDisputes implements Disputes {
  public DisputeAction lastAction;
  private final Store store;

  FakeDisputes(Store store) {
    this.store = store;
  }

  @Override
  public Dispute open(String token, DisputeRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Dispute open(Actor actor, String visitId, DisputeRequest request) {
    if (request.title().isBlank()) {
      throw new InvalidInputException("title", "is required");
    }
    return store.inTransaction(
        actor,
        tx -> {
          if (tx.visits().find(visitId).isEmpty()) {
            throw new NotFoundException("visit", visitId);
          }
          Optional<Dispute> known =
              tx.disputes()
                  .first(
                      DisputeQuery.builder()
                          .visitId(visitId)
                          .externalId(request.externalId())
                          .build());
          return known.orElseGet(
              () ->
                  tx.disputes()
                      .insert(
                          Examples.dispute().toBuilder()
                              .id(tx.newId())
                              .externalId(request.externalId())
                              .title(request.title())
                              .text(request.text())
                              .contactId(Optional.empty())
                              .build()));
        });
  }

  @Override
  public Dispute withdraw(String token, String disputeId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Dispute> of(String token) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Dispute act(
      Actor actor, String disputeId, OptionalLong expectedVersion, DisputeAction action) {
    lastAction = action;
    refuseBlank(action);
    return store.inTransaction(
        actor,
        tx -> {
          Dispute dispute =
              tx.disputes()
                  .find(disputeId)
                  .orElseThrow(() -> new NotFoundException("dispute", disputeId));
          if (actor.role() == Role.ENGINEER && !dispute.engineerId().equals(actor.id())) {
            throw new ForbiddenException("The dispute concerns somebody else.");
          }
          if (expectedVersion.isPresent() && expectedVersion.getAsLong() != dispute.version()) {
            throw new StaleVersionException("dispute", disputeId);
          }
          return tx.disputes().update(after(dispute, action));
        });
  }

  /** As the platform does, before it looks for the dispute. */
  private static void refuseBlank(DisputeAction action) {
    if (action instanceof DisputeAction.Uphold uphold) {
      said("outcome", uphold.outcome());
    }
  }

  private static Dispute after(Dispute dispute, DisputeAction action) {
    Dispute.Builder next = dispute.toBuilder();
    if (action instanceof DisputeAction.Review) {
      return next.state(DisputeState.UNDER_REVIEW).build();
    }
    if (action instanceof DisputeAction.Answer answer) {
      return next.answer(answer.text()).answeredAt(Examples.NOW).build();
    }
    if (action instanceof DisputeAction.Uphold uphold) {
      return next.state(DisputeState.UPHELD).outcome(said("outcome", uphold.outcome())).build();
    }
    if (action instanceof DisputeAction.Reject reject) {
      return next.state(DisputeState.REJECTED).outcome(said("outcome", reject.outcome())).build();
    }
    if (action instanceof DisputeAction.Withdraw) {
      return next.state(DisputeState.WITHDRAWN).build();
    }
    if (action instanceof DisputeAction.ProposePenalty proposed) {
      return next.penalty(penalty(proposed, Penalty.State.PROPOSED)).build();
    }
    Penalty penalty =
        dispute.penalty().orElseThrow(() -> new RefusedException("There is no penalty."));
    DisputeAction.ProposePenalty same =
        new DisputeAction.ProposePenalty(
            penalty.kind(), penalty.amount(), penalty.currency(), penalty.note());
    return next.penalty(
            penalty(
                same,
                action instanceof DisputeAction.ApplyPenalty
                    ? Penalty.State.APPLIED
                    : Penalty.State.WAIVED))
        .build();
  }

  private static Penalty penalty(DisputeAction.ProposePenalty proposed, Penalty.State state) {
    return new Penalty(
        proposed.kind(),
        proposed.amount(),
        proposed.currency(),
        proposed.note(),
        state,
        "Ольга Берёзкина",
        Examples.NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String said(String field, String text) {
    if (text.isBlank()) {
      throw new InvalidInputException(field, "is required");
    }
    return text;
  }
}
