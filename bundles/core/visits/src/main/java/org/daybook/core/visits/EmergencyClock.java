package org.daybook.core.visits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.ServicePlan;

/**
 * Until when somebody is promised to be there. The clock of some plans never stops; that of the
 * others stands still outside business hours, which are those on the client's wall: a day on which
 * the clocks are changed has an hour more or less.
 */
final class EmergencyClock {
  /** So that a calendar without any working day is an error and no endless search. */
  private static final int MAX_DAYS = 1_000;

  private final Duration promise;
  private final Set<ServicePlan> inBusinessHours;
  private final LocalTime opens;
  private final LocalTime closes;
  private final WorkingDays days;

  /**
   * @param inBusinessHours the plans whose clock stands still outside business hours
   */
  EmergencyClock(
      Duration promise,
      Set<ServicePlan> inBusinessHours,
      LocalTime opens,
      LocalTime closes,
      WorkingDays days) {
    this.promise = promise;
    this.inBusinessHours = Set.copyOf(inBusinessHours);
    this.opens = opens;
    this.closes = closes;
    this.days = days;
  }

  Instant dueBy(Instant requestedAt, Client client) {
    return inBusinessHours.contains(client.plan())
        ? inBusinessHours(requestedAt, client.zone())
        : requestedAt.plus(promise);
  }

  private Instant inBusinessHours(Instant requestedAt, ZoneId zone) {
    Duration left = promise;
    LocalDate day = requestedAt.atZone(zone).toLocalDate();
    for (int i = 0; i < MAX_DAYS; i++, day = day.plusDays(1)) {
      Instant from = later(moment(day, opens, zone), requestedAt);
      Instant to = moment(day, closes, zone);
      if (days.isWorking(day) && from.isBefore(to)) {
        Duration open = Duration.between(from, to);
        if (left.compareTo(open) <= 0) {
          return from.plus(left);
        }
        left = left.minus(open);
      }
    }
    throw new IllegalStateException("There is no working day in " + MAX_DAYS + " days.");
  }

  private static Instant moment(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
