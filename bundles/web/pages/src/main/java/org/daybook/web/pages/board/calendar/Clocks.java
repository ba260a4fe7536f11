package org.daybook.web.pages.board.calendar;

import java.time.Duration;
import java.time.Instant;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Meter;
import org.daybook.web.pages.board.Words;

/** The clocks of emergencies: from the call until somebody is promised to be there. */
final class Clocks {
  private static final int HALF = 50;

  private Clocks() {}

  static TodayView.Clock of(Visit visit, Look look, Words words) {
    Instant due = visit.dueBy().orElseThrow();
    Instant requested = visit.requestedAt().orElse(visit.plannedFor());
    Instant stopped = visit.arrivedAt().orElse(look.now());
    long all = Math.max(1, Duration.between(requested, due).toMillis());
    int percent = (int) (100 * Duration.between(requested, stopped).toMillis() / all);
    boolean over = stopped.isAfter(due);
    boolean runs = visit.state() == VisitState.SCHEDULED;
    String tone = over ? "bad" : runs ? percent < HALF ? "plain" : "watch" : "good";
    return new TodayView.Clock(
        visit.id(),
        look.clientName(visit.clientId()),
        look.link("/board/visits/" + visit.id()),
        look.nameOf(visit.engineerId()),
        state(visit, words),
        tone,
        left(Duration.between(stopped, due).abs(), over, visit.arrivedAt().isPresent(), words),
        words.get("clock.used", Math.max(0, percent)),
        look.moment(due, visit.clientId()),
        Meter.of(percent, tone));
  }

  private static String left(Duration time, boolean over, boolean arrived, Words words) {
    String key =
        arrived ? over ? "clock.came.late" : "clock.came" : over ? "clock.over" : "clock.left";
    return words.get(key, Durations.of(time, words));
  }

  private static String state(Visit visit, Words words) {
    if (visit.state() != VisitState.SCHEDULED) {
      return words.get("visit." + visit.state());
    }
    return words.get(
        visit.onTheWayAt().isPresent()
            ? "clock.onTheWay"
            : visit.acceptedAt().isPresent() ? "clock.accepted" : "clock.waiting");
  }
}
