package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** A planned visit has not begun in time; also after it has begun at last. */
final class LateStarts extends VisitRule {
  private final Duration tolerance;

  LateStarts(Duration tolerance) {
    this.tolerance = tolerance;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.LATE_START;
  }

  @Override
  public List<Fact> facts(Look look) {
    VisitQuery.Builder planned = VisitQuery.builder().kind(VisitKind.PLANNED);
    List<Visit> waiting =
        look.tx()
            .visits()
            .all(
                planned.addStates(VisitState.SCHEDULED).until(look.now().minus(tolerance)).build());
    List<Visit> underWay =
        look.tx()
            .visits()
            .all(
                VisitQuery.builder()
                    .kind(VisitKind.PLANNED)
                    .addStates(VisitState.ON_SITE, VisitState.CLOSING)
                    .build());
    return Stream.concat(
            waiting.stream().map(visit -> waiting(look, visit)),
            underWay.stream().flatMap(visit -> arrived(look, visit).stream()))
        .toList();
  }

  /** That somebody came late does not go away when they leave. */
  @Override
  public Optional<Fact> still(Look look, Notice told) {
    return look.visit(told)
        .filter(visit -> !look.isPast(told, visit))
        .flatMap(visit -> arrived(look, visit));
  }

  private Fact waiting(Look look, Visit visit) {
    return fact(look, visit, look.about("visit.late", visit).with("planned", planned(look, visit)));
  }

  private Optional<Fact> arrived(Look look, Visit visit) {
    Instant latest = visit.plannedFor().plus(tolerance);
    return visit
        .arrivedAt()
        .filter(latest::isBefore)
        .map(
            at ->
                fact(
                    look,
                    visit,
                    look.about("visit.cameLate", visit)
                        .with("planned", planned(look, visit))
                        .with("arrived", look.words().moment(at, look.zone(visit.clientId())))));
  }

  private static String planned(Look look, Visit visit) {
    return look.words().moment(visit.plannedFor(), look.zone(visit.clientId()));
  }
}
