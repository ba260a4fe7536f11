package org.daybook.core.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.Visits;

/** Shows one visit and remembers which were reported. */
final class FakeVisits implements Visits {
  final List<String> reported = new ArrayList<>();
  private final ClosedVisit visit;

  FakeVisits(ClosedVisit visit) {
    this.visit = visit;
  }

  @Override
  public ClosedVisit view(String visitId) {
    return visit;
  }

  @Override
  public void reported(String visitId) {
    reported.add(visitId);
  }

  @Override
  public Visit schedule(Actor actor, VisitDraft draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Visit start(Actor actor, String visitId, OptionalLong expectedVersion) {
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
      Actor actor, String visitId, OptionalLong expectedVersion, Optional<String> reason) {
    throw new UnsupportedOperationException();
  }
}
