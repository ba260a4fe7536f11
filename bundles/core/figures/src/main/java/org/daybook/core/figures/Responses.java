package org.daybook.core.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.daybook.api.figures.Emergencies;
import org.daybook.api.figures.Share;
import org.daybook.api.visit.Visit;

/** How soon somebody was there, in one month's emergencies. */
final class Responses {
  private final List<Integer> minutes = new ArrayList<>();
  private int raised;
  private int kept;
  private int decided;

  /**
   * An emergency.
   *
   * @param at when it is asked how things stand
   */
  void add(Visit emergency, Instant at) {
    raised++;
    Instant requestedAt = emergency.requestedAt().orElse(emergency.plannedFor());
    emergency
        .arrivedAt()
        .map(arrived -> (int) Math.max(0, Duration.between(requestedAt, arrived).toMinutes()))
        .ifPresent(minutes::add);
    emergency.dueBy().ifPresent(dueBy -> decide(emergency, dueBy, at));
  }

  private void decide(Visit emergency, Instant dueBy, Instant at) {
    boolean inTime = emergency.arrivedAt().filter(arrived -> !arrived.isAfter(dueBy)).isPresent();
    if (inTime) {
      kept++;
    }
    if (emergency.arrivedAt().isPresent() || at.isAfter(dueBy)) {
      decided++;
    }
  }

  Emergencies figures() {
    List<Integer> sorted = minutes.stream().sorted().toList();
    return new Emergencies(
        raised,
        sorted.size(),
        median(sorted),
        sorted.isEmpty() ? OptionalInt.empty() : OptionalInt.of(sorted.get(sorted.size() - 1)),
        new Share(kept, decided));
  }

  private static OptionalInt median(List<Integer> sorted) {
    if (sorted.isEmpty()) {
      return OptionalInt.empty();
    }
    int upper = sorted.get(sorted.size() / 2);
    int lower = sorted.get((sorted.size() - 1) / 2);
    return OptionalInt.of((lower + upper) / 2);
  }
}
