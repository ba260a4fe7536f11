package org.daybook.web.rest.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Actor;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Candidate;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitState;
import org.daybook.api.visit.Visits;
import org.daybook.testkit.Examples;

/** Lets visits go through their states without rules. */
public final class FakeVisits implements Visits {
  /** What the close gate misses. */
  public List<OpenItem> open = List.of();

  /** What a report would be made of; null for nothing. */
  public ClosedVisit view;

  public VisitDraft lastDraft;

  /** What arrival would bring. */
  public List<NewCheck> expected = List.of();

  /** When the last step was said to be done. */
  public Optional<Instant> lastAt = Optional.empty();

  private final Store store;

  FakeVisits(Store store) {
    this.store = store;
  }

  @Override
  public Visit schedule(Actor actor, VisitDraft draft) {
    lastDraft = draft;
    if (draft.plannedFor().isEmpty()) {
      throw new InvalidInputException("plannedFor", "is required");
    }
    return store.inTransaction(
        actor,
        tx ->
            tx.visits()
                .insert(
                    Examples.visit().toBuilder()
                        .id(tx.newId())
                        .plannedFor(draft.plannedFor().get())
                        .build()));
  }

  @Override
  public Visit start(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    lastAt = at;
    return change(
        actor, visitId, expectedVersion, v -> v.toBuilder().state(VisitState.ON_SITE).build());
  }

  @Override
  public Visit reschedule(
      Actor actor, String visitId, OptionalLong version, Instant plannedFor, String reason) {
    if (reason.isBlank()) {
      throw new InvalidInputException("reason", "is required");
    }
    return change(actor, visitId, version, v -> v.toBuilder().plannedFor(plannedFor).build());
  }

  @Override
  public Visit cancel(Actor actor, String visitId, OptionalLong version, String reason) {
    return change(actor, visitId, version, v -> v.toBuilder().state(VisitState.CANCELLED).build());
  }

  @Override
  public Check answer(
      Actor actor, String visitId, String checkId, OptionalLong version, CheckAnswer answer) {
    return store.inTransaction(
        actor,
        tx ->
            tx.checks()
                .update(
                    tx.checks().find(checkId).orElseThrow().toBuilder()
                        .state(answer.result())
                        .description(answer.description())
                        .action(answer.action())
                        .build()));
  }

  @Override
  public Closing close(
      Actor actor,
      String visitId,
      OptionalLong version,
      Optional<String> overrideReason,
      Optional<Instant> at) {
    lastAt = at;
    boolean closes = open.isEmpty() || overrideReason.isPresent();
    VisitState next = closes ? VisitState.CLOSED : VisitState.CLOSING;
    Visit visit =
        change(
            actor,
            visitId,
            version,
            v -> v.toBuilder().state(next).overrideReason(overrideReason).build());
    return closes ? new Closing.Closed(visit) : new Closing.StillOpen(visit, open);
  }

  @Override
  public void correct(Actor actor, String visitId, Correction correction) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ClosedVisit view(String visitId) {
    if (view != null) {
      return view;
    }
    throw new NotFoundException("visit", visitId);
  }

  @Override
  public void reported(String visitId) {}

  @Override
  public Visit missed(String visitId) {
    throw new UnsupportedOperationException();
  }

  private Visit change(Actor actor, String id, OptionalLong expected, UnaryOperator<Visit> change) {
    return store.inTransaction(
        actor,
        tx -> {
          Visit visit = tx.visits().find(id).orElseThrow(() -> new NotFoundException("visit", id));
          if (expected.isPresent() && expected.getAsLong() != visit.version()) {
            throw new StaleVersionException("visit", id);
          }
          return tx.visits().update(change.apply(visit));
        });
  }

  @Override
  public List<Candidate> candidates(Actor actor, Optional<String> client, Optional<String> site) {
    if (client.isEmpty()) {
      throw new InvalidInputException("client", "is required");
    }
    return List.of(
        Candidate.builder()
            .engineerId(Examples.ENGINEER_ID)
            .engineerName("Пётр Одуванчиков")
            .free(true)
            .usual(true)
            .nearness(Candidate.Nearness.UNKNOWN)
            .reason("Free now.")
            .build());
  }

  @Override
  public Visit assign(Actor actor, String visitId, OptionalLong version, String engineer) {
    return change(
        actor,
        visitId,
        version,
        v -> {
          if (store.read(tx -> tx.staff().find(engineer)).isEmpty()) {
            throw new InvalidInputException("engineer", "there is no active engineer");
          }
          return v.toBuilder().engineerId(engineer).build();
        });
  }

  @Override
  public Visit accept(Actor actor, String visitId, OptionalLong version, Optional<Instant> at) {
    lastAt = at;
    return change(actor, visitId, version, v -> v.toBuilder().acceptedAt(Examples.NOW).build());
  }

  @Override
  public Visit setOut(Actor actor, String visitId, OptionalLong version, Optional<Instant> at) {
    lastAt = at;
    return change(actor, visitId, version, v -> v.toBuilder().onTheWayAt(Examples.NOW).build());
  }

  @Override
  public List<Task> tasks(String visitId) {
    return store.read(tx -> tx.tasks().all(TaskQuery.builder().visitId(visitId).build()));
  }

  @Override
  public List<OpenItem> missing(String visitId) {
    return open;
  }

  @Override
  public List<NewCheck> expectedChecks(Actor actor, String visitId) {
    Visit visit =
        store
            .read(tx -> tx.visits().find(visitId))
            .orElseThrow(() -> new NotFoundException("visit", visitId));
    Sight.require(
        actor,
        visit,
        () -> store.read(tx -> tx.tasks().all(TaskQuery.builder().visitId(visitId).build())));
    return expected;
  }
}
