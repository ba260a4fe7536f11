package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.api.visit.Visits;

/**
 * The day of a planned visit is over where the client is, and nobody came. Emergencies are never
 * missed: somebody still has to come, and their clock says so.
 */
final class MissedVisits extends VisitRule {
  private final Visits visits;
  private final Duration grace;

  /**
   * @param grace how long after the end of the day
   */
  MissedVisits(Visits visits, Duration grace) {
    this.visits = visits;
    this.grace = grace;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.VISIT_MISSED;
  }

  @Override
  public List<Fact> facts(Look look) {
    VisitQuery past =
        VisitQuery.builder()
            .kind(VisitKind.PLANNED)
            .addStates(VisitState.SCHEDULED)
            .until(look.now())
            .build();
    return look.tx().visits().all(past).stream()
        .filter(visit -> look.now().isAfter(end(visit, look.zone(visit.clientId()))))
        .map(visit -> missed(look, visit))
        .toList();
  }

  /** It takes the visit out of those that are looked for. */
  @Override
  public void told(Transaction tx, Fact fact) {
    visits.missed(Fact.id(fact.key()));
  }

  @Override
  public Optional<Fact> still(Look look, Notice told) {
    return look.visit(told)
        .filter(visit -> visit.state() == VisitState.MISSED)
        .filter(visit -> !look.isSucceeded(visit) && !look.isPast(told, visit))
        .map(visit -> missed(look, visit));
  }

  private Instant end(Visit visit, ZoneId zone) {
    return visit
        .plannedFor()
        .atZone(zone)
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(zone)
        .toInstant()
        .plus(grace);
  }

  private static Fact missed(Look look, Visit visit) {
    return fact(look, visit, look.about("visit.missed", visit));
  }
}
