package org.daybook.core.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.Store;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Candidate;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitEvent;
import org.daybook.api.visit.Visits;

/** Lets visits be missed by the table of states; does nothing else. */
final class FakeVisits implements Visits {
  Optional<RuntimeException> refusal = Optional.empty();

  private final Store store;

  FakeVisits(Store store) {
    this.store = store;
  }

  @Override
  public Visit missed(String visitId) {
    refusal.ifPresent(
        thrown -> {
          throw thrown;
        });
    return store.inTransaction(
        Actor.system("test"),
        tx -> {
          Visit visit = tx.visits().findForUpdate(visitId).orElseThrow();
          return tx.visits()
              .update(
                  visit.toBuilder()
                      .state(
                          visit
                              .state()
                              .on(VisitEvent.MISS)
                              .orElseThrow(() -> new RefusedException("It is " + visit.state())))
                      .build());
        });
  }

  @Override
  public Visit schedule(Actor actor, VisitDraft draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit start(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit reschedule(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      Instant plannedFor,
      String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit cancel(Actor actor, String visitId, OptionalLong expectedVersion, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Check answer(
      Actor actor,
      String visitId,
      String checkId,
      OptionalLong expectedVersion,
      CheckAnswer answer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Closing close(
      Actor actor,
      String visitId,
      OptionalLong expectedVersion,
      Optional<String> overrideReason,
      Optional<Instant> at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void correct(Actor actor, String visitId, Correction correction) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ClosedVisit view(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void reported(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Candidate> candidates(Actor actor, Optional<String> client, Optional<String> site) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit assign(Actor actor, String visitId, OptionalLong expectedVersion, String engineer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit accept(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit setOut(
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<Instant> at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Task> tasks(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OpenItem> missing(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<NewCheck> expectedChecks(Actor actor, String visitId) {
    throw new UnsupportedOperationException();
  }
}
