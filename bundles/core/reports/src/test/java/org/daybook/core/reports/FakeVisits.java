package org.daybook.core.reports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.daybook.api.access.Actor;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.job.Job;
import org.daybook.api.report.ReportState;
import org.daybook.api.store.FrozenVisit;
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
import org.daybook.api.visit.VisitState;
import org.daybook.api.visit.Visits;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;

/** Keeps records of visits in a store, corrects nothing in them but their revision. */
final class FakeVisits implements Visits {
  final List<String> reported = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, ClosedVisit> views = new ConcurrentHashMap<>();
  private final InMemoryStore store;
  private final InMemoryJobQueue jobs;
  private final Clock clock;

  FakeVisits(InMemoryStore store, InMemoryJobQueue jobs, Clock clock) {
    this.store = store;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** A visit is closed. */
  void close(ClosedVisit view) {
    views.put(view.visitId(), view);
    store.prepare(
        tx -> {
          tx.visits()
              .insert(
                  Examples.visit().toBuilder()
                      .id(view.visitId())
                      .clientId(view.client().id())
                      .state(VisitState.CLOSED)
                      .build());
          tx.freeze(new FrozenVisit(view.visitId(), 1, Optional.empty(), "{}", clock.instant()));
        });
  }

  @Override
  public ClosedVisit view(String visitId) {
    return Optional.ofNullable(views.get(visitId))
        .orElseThrow(() -> new NotFoundException("visit", visitId));
  }

  @Override
  public Visit missed(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void reported(String visitId) {
    reported.add(visitId);
  }

  @Override
  public void correct(Actor actor, String visitId, Correction correction) {
    store.inTransaction(
        actor,
        tx -> {
          tx.visits().findForUpdate(visitId);
          FrozenVisit record = tx.frozenVisit(visitId).orElseThrow();
          boolean reported =
              Lookup.newest(tx, visitId)
                  .filter(report -> report.revision() == record.revision())
                  .filter(report -> report.state() != ReportState.FROZEN)
                  .isPresent();
          if (!reported) {
            throw new RefusedException("The report is being made.");
          }
          tx.freeze(
              new FrozenVisit(
                  visitId,
                  record.revision() + 1,
                  Optional.of(correction.reason()),
                  "{}",
                  clock.instant()));
          jobs.enqueue(new Job("report", visitId));
          return null;
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
      Actor actor, String visitId, OptionalLong expectedVersion, Instant at, String reason) {
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
      Optional<String> reason,
      Optional<Instant> at) {
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
