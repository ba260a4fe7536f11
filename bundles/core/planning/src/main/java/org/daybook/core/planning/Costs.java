package org.daybook.core.planning;

import java.util.List;

/**
 * How bad a spot for a visit is. Costs are in no unit; only their proportions count. The cost of a
 * spot is what the whole gets worse by, so that costs of single steps can be compared.
 */
final class Costs {
  private static final long HOURS = 2000;
  private static final long WEEKDAY = 1000;
  private static final long NOT_USUAL = 600;
  private static final long OTHER_ENGINEER = 50;
  private static final long TOO_CLOSE = 25;
  private static final long NEAR = 20;
  private static final long FAR = 120;
  private static final long CROWDED = 40;
  private static final long LOADED = 2;
  private static final long FULL_DAY = 480;
  private static final long MOVED = 400;
  private static final long MOVED_TO_OTHER = 200;
  private static final long MOVED_BY_DAY = 30;

  private final Month month;
  private final int stops;

  /**
   * @param stops how many visits there will be
   */
  Costs(Month month, int stops) {
    this.month = month;
    this.stops = stops;
  }

  /**
   * @param others of the same engineer on the same day, in their order
   * @param onDay how many visits there are on that day
   * @param load minutes of all visits of the engineer
   */
  long of(Stop stop, Spot spot, List<Stop> others, int onDay, long load) {
    return wishes(stop, spot)
        + distances(stop, spot)
        + CROWDED * onDay * month.openDays() / stops
        + LOADED * load * stop.minutes / (FULL_DAY * FULL_DAY)
        + ways(stop, spot.start(), others)
        + move(stop, spot);
  }

  private long wishes(Stop stop, Spot spot) {
    Customer customer = stop.customer;
    boolean asPatternSays = spot.day() == stop.fixedDay;
    boolean liked = asPatternSays || customer.likes(month.date(spot.day()).getDayOfWeek());
    boolean usual = customer.usual < 0 || customer.usual == spot.engineer();
    return (spot.hoursMet() ? 0 : HOURS) + (liked ? 0 : WEEKDAY) + (usual ? 0 : NOT_USUAL);
  }

  /** Visits of one client should be far from each other and by the same engineer. */
  private long distances(Stop stop, Spot spot) {
    Customer customer = stop.customer;
    int apart = Math.max(1, month.openDays() / Math.max(1, customer.stops.size()));
    long cost = 0;
    for (Stop other : customer.stops) {
      if (other != stop && other.isPlaced()) {
        long missing = apart - Math.abs(month.rank(spot.day()) - month.rank(other.day));
        cost += missing > 0 ? TOO_CLOSE * missing * missing : 0;
        cost += other.engineer == spot.engineer() ? 0 : OTHER_ENGINEER;
      }
    }
    return cost;
  }

  /** What it costs to move it from where it was. */
  private long move(Stop stop, Spot spot) {
    if (stop.homeDay == Stop.NOWHERE) {
      return 0;
    }
    long days = Math.abs(month.rank(spot.day()) - month.rank(stop.homeDay));
    boolean other = spot.engineer() != stop.homeEngineer;
    return (days > 0 || other ? MOVED : 0) + days * MOVED_BY_DAY + (other ? MOVED_TO_OTHER : 0);
  }

  /** What the ways of the day cost more with this visit than without. */
  private static long ways(Stop stop, long start, List<Stop> others) {
    Stop before = null;
    Stop after = null;
    for (Stop other : others) {
      if (other.start > start) {
        after = other;
        break;
      }
      before = other;
    }
    return way(before, stop) + way(stop, after) - way(before, after);
  }

  private static long way(Stop one, Stop other) {
    if (one == null || other == null || one.place.isSame(other.place)) {
      return 0;
    }
    return one.place.isNear(other.place) ? NEAR : FAR;
  }
}
