package org.daybook.web.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * How things stand at one moment. Everything is counted when it is asked for: along indexes, and
 * only what is open, is of today, or stands, so that the past costs nothing. Every label has the
 * constants of an enum for values.
 */
final class Measurement {
  private final Parts.Present parts;
  private final Instant now;
  private final ZoneId zone;
  private final MonthFigures month;

  Measurement(Parts.Present parts, ZoneId zone, MonthFigures month) {
    this.parts = parts;
    this.month = month;
    this.now = parts.clock().instant();
    this.zone = zone;
  }

  MetricSnapshots taken() {
    Gauges gauges = new Gauges();
    parts
        .storage()
        .read(
            tx -> {
              tasks(tx, gauges);
              visits(tx, gauges);
              emergencies(tx, gauges);
              deliveries(tx, gauges);
              notices(tx, gauges);
              return null;
            });
    gauges.one(
        "daybook_jobs_waiting",
        "Jobs that are queued, run, or were put off.",
        parts.jobs().waiting());
    if (parts.figures() != null) {
      month.measure(parts.figures(), now, zone, gauges);
    }
    Machine.measure(gauges, now);
    return gauges.snapshots();
  }

  private static void tasks(Transaction tx, Gauges gauges) {
    Map<TaskState, Long> open = new EnumMap<>(TaskState.class);
    Stream.of(TaskState.values())
        .filter(state -> !state.isFinal())
        .forEach(
            state ->
                open.put(state, tx.tasks().count(TaskQuery.builder().addStates(state).build())));
    gauges.byEnum("daybook_tasks_open", "Tasks that have not come to an end.", "state", open);
  }

  private void visits(Transaction tx, Gauges gauges) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Map<VisitState, Long> visits = zeros(VisitState.class);
    tx.visits()
        .all(
            VisitQuery.builder()
                .from(today.atStartOfDay(zone).toInstant())
                .until(today.plusDays(1).atStartOfDay(zone).toInstant())
                .build())
        .forEach(visit -> visits.merge(visit.state(), 1L, Long::sum));
    gauges.byEnum("daybook_visits_today", "Visits that are planned for today.", "state", visits);
  }

  private void emergencies(Transaction tx, Gauges gauges) {
    List<Visit> open =
        tx.visits()
            .all(
                VisitQuery.builder()
                    .kind(VisitKind.EMERGENCY)
                    .addStates(
                        VisitState.SCHEDULED,
                        VisitState.RESCHEDULED,
                        VisitState.ON_SITE,
                        VisitState.CLOSING)
                    .build());
    long late =
        open.stream()
            .filter(visit -> visit.arrivedAt().isEmpty())
            .filter(visit -> visit.dueBy().filter(now::isAfter).isPresent())
            .count();
    gauges.one("daybook_emergencies_open", "Emergencies that are not closed.", open.size());
    gauges.one(
        "daybook_emergencies_late",
        "Emergencies that nobody has come to though the time promised is over.",
        late);
  }

  private static void deliveries(Transaction tx, Gauges gauges) {
    Map<DeliveryState, Long> deliveries = new EnumMap<>(DeliveryState.class);
    for (DeliveryState state : DeliveryState.values()) {
      deliveries.put(
          state, tx.deliveries().count(DeliveryQuery.builder().addStates(state).build()));
    }
    gauges.byEnum("daybook_deliveries", "Deliveries of reports.", "state", deliveries);
  }

  /** What stands is read once, which is less than counting each kind. */
  private static void notices(Transaction tx, Gauges gauges) {
    Map<NoticeKind, Long> notices = zeros(NoticeKind.class);
    NoticeQuery standing =
        NoticeQuery.builder().addStates(Notice.State.RAISED, Notice.State.ACKNOWLEDGED).build();
    Pages.each(tx.notices(), standing, notice -> notices.merge(notice.kind(), 1L, Long::sum));
    gauges.byEnum(
        "daybook_notices_standing", "Notices whose fact has not gone away.", "kind", notices);
  }

  private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> type) {
    Map<E, Long> zeros = new EnumMap<>(type);
    Stream.of(type.getEnumConstants()).forEach(constant -> zeros.put(constant, 0L));
    return zeros;
  }
}
