package org.daybook.core.control;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;

/** A planned visit took less time than its work is expected to take. */
final class EarlyLeaves extends VisitRule implements ClosingRule {
  private final Duration least;

  EarlyLeaves(Duration least) {
    this.least = least;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.EARLY_LEAVE;
  }

  @Override
  public List<Fact> facts(Look look, Visit closed) {
    if (closed.kind() != VisitKind.PLANNED
        || closed.arrivedAt().isEmpty()
        || closed.departedAt().isEmpty()) {
      return List.of();
    }
    Duration stayed = Duration.between(closed.arrivedAt().get(), closed.departedAt().get());
    return Stream.of(stayed)
        .filter(time -> time.compareTo(least) < 0)
        .map(
            time ->
                fact(
                    look,
                    closed,
                    look.about("visit.short", closed)
                        .with("minutes", Math.max(0, time.toMinutes()))
                        .with("least", least.toMinutes())))
        .toList();
  }
}
