package org.daybook.core.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.report.Verification;

/**
 * One client's reports in the order in which they were frozen, whole or a stretch of it. It has to
 * be without gaps from 1 to the last number that was given, and each has to carry the hash of the
 * one before.
 */
final class Chain {
  private final int last;
  private final int given;
  private final Map<Integer, List<ChainLink>> places = new HashMap<>();

  /**
   * @param last the last place that was given before the reports were read
   * @param given the last place that was given after that; more than {@code last} if a report was
   *     frozen meanwhile
   */
  Chain(long last, long given) {
    this.last = Math.toIntExact(last);
    this.given = Math.toIntExact(given);
  }

  void add(ChainLink link) {
    if (link.sequence() > 0) {
      places.computeIfAbsent(link.sequence(), place -> new ArrayList<>()).add(link);
    }
  }

  /** Whether there is nothing left of a chain that there has to be. */
  boolean isGone() {
    return places.isEmpty() && last > 0;
  }

  /** What came of checking a report; the chain must have its neighbours. */
  Verification verify(ChainLink link) {
    List<String> faults = new ArrayList<>(link.faults());
    if (link.sequence() > 0) {
      alone(link).ifPresent(faults::add);
      before(link).ifPresent(faults::add);
      after(link).ifPresent(faults::add);
    }
    return new Verification(
        link.id(),
        link.number(),
        link.revision(),
        link.sha256(),
        faults.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", faults)));
  }

  private Optional<String> alone(ChainLink link) {
    return at(link.sequence()).stream()
        .filter(other -> !other.id().equals(link.id()))
        .findFirst()
        .map(
            other ->
                "It has the same place among the client's reports, %d, as %s."
                    .formatted(link.sequence(), other.name()));
  }

  private Optional<String> before(ChainLink link) {
    int place = link.sequence() - 1;
    if (place == 0) {
      return link.previousSha256()
          .map(hash -> "It is the client's first report, and yet carries the hash of one before.");
    }
    if (at(place).isEmpty()) {
      return Optional.of("The client's report before it, the %s, is missing.".formatted(th(place)));
    }
    return at(place).stream().anyMatch(other -> follows(other, link))
        ? Optional.empty()
        : Optional.of(
            "It carries another hash of the client's report before it than %s has."
                .formatted(at(place).get(0).name()));
  }

  private Optional<String> after(ChainLink link) {
    int place = link.sequence() + 1;
    if (link.sequence() > given) {
      return Optional.of("Its place among the client's reports was never given.");
    }
    if (at(place).isEmpty()) {
      return place > last
          ? Optional.empty()
          : Optional.of(
              "The client's report after it, the %s of %d, is missing.".formatted(th(place), last));
    }
    return at(place).stream().anyMatch(other -> follows(link, other))
        ? Optional.empty()
        : Optional.of(
            "The client's report after it, %s, carries another hash of it."
                .formatted(at(place).get(0).name()));
  }

  private static boolean follows(ChainLink earlier, ChainLink later) {
    return later.previousSha256().equals(Optional.of(earlier.sha256()));
  }

  private List<ChainLink> at(int place) {
    return places.getOrDefault(place, List.of());
  }

  private static String th(int place) {
    int tens = place % 100;
    String ending =
        tens >= 11 && tens <= 13
            ? "th"
            : switch (place % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return place + ending;
  }
}
