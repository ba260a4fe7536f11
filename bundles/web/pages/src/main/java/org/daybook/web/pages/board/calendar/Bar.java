package org.daybook.web.pages.board.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;

/**
 * What a picture of a day shows of a visit. How long a planned visit takes nobody has said: it ends
 * where the next one begins, or after some hours.
 *
 * @param planned when somebody is to be there; empty if that is over or is another day
 * @param spent when somebody was there, or should have been and was not; empty if it is to come
 */
record Bar(Visit visit, String tone, Optional<Stretch> planned, Optional<Stretch> spent) {
  private static final Duration USUAL = Duration.ofHours(3);

  /** From one moment to another. */
  record Stretch(Instant begin, Instant end) {}

  /**
   * A visit on a day.
   *
   * @param next when the engineer is to be somewhere else; empty if nowhere
   */
  static Bar of(Visit visit, Optional<Instant> next, Stretch day, Look look) {
    String tone = Details.tone(visit, look);
    Optional<Stretch> plan =
        Optional.of(visit.plannedFor())
            .filter(begin -> !begin.isBefore(day.begin()) && begin.isBefore(day.end()))
            .map(begin -> new Stretch(begin, plannedEnd(begin, next)));
    Optional<Stretch> stay =
        visit
            .arrivedAt()
            .map(arrived -> new Stretch(arrived, visit.departedAt().orElse(look.now())));
    boolean awaited = stay.isEmpty() || visit.state().isUnderWay();
    boolean failed = visit.state() == VisitState.MISSED || tone.equals("bad");
    return new Bar(
        visit, tone, plan.filter(each -> awaited), stay.or(() -> plan.filter(each -> failed)));
  }

  private static Instant plannedEnd(Instant begin, Optional<Instant> next) {
    Instant usual = begin.plus(USUAL);
    return next.filter(other -> other.isAfter(begin) && other.isBefore(usual)).orElse(usual);
  }

  /** Whether there is anything to be seen on this day. */
  boolean visible() {
    return planned.isPresent() || spent.isPresent();
  }

  Instant begin() {
    return stretches().map(Stretch::begin).min(Instant::compareTo).orElseThrow();
  }

  Instant end() {
    return stretches().map(Stretch::end).max(Instant::compareTo).orElseThrow();
  }

  /** Until when it is known to last: what is only planned may be over sooner. */
  Instant certain() {
    return spent.map(Stretch::end).orElseGet(this::begin);
  }

  private Stream<Stretch> stretches() {
    return Stream.concat(planned.stream(), spent.stream());
  }
}
