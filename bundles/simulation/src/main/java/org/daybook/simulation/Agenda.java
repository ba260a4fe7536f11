package org.daybook.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What happens when. Things of the same moment happen in the order in which they were put in. */
final class Agenda {
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
  private long count;

  /** Something that happens at a moment. */
  @FunctionalInterface
  interface Happening {
    void happen();
  }

  private record Event(Instant at, long number, Happening happening) {}

  void at(Instant moment, Happening happening) {
    events.add(new Event(moment, count++, happening));
  }

  /** When the next thing happens. */
  Optional<Instant> next() {
    return Optional.ofNullable(events.peek()).map(Event::at);
  }

  /** Lets the next thing happen. */
  void happen() {
    events.remove().happening().happen();
  }
}
