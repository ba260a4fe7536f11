package org.daybook.core.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is where on which day. What is placed by {@link #fit} breaks no hard rule: nobody is in two
 * places or away, no day is too long, no client is closed or visited twice on a day.
 *
 * <p>Used on one thread.
 */
final class Board {
  private static final int SHORTER_BY = 60;

  private final Month month;
  private final List<Engineer> engineers;
  private final Settings settings;
  private final Costs costs;
  private final List<Stop>[][] days;
  private final int[] onDay;
  private final long[] load;

  Board(Month month, List<Engineer> engineers, Settings settings, int stops) {
    this.month = month;
    this.engineers = engineers;
    this.settings = settings;
    this.costs = new Costs(month, Math.max(1, stops));
    this.days = grid(engineers.size(), month.size());
    this.onDay = new int[month.size()];
    this.load = new long[engineers.size()];
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<Stop>[][] grid(int rows, int columns) {
    List[][] grid = new List[rows][columns];
    for (List[] row : grid) {
      for (int i = 0; i < columns; i++) {
        row[i] = new ArrayList<Stop>(3);
      }
    }
    return grid;
  }

  Month month() {
    return month;
  }

  List<Engineer> engineers() {
    return engineers;
  }

  /** The visits of an engineer on a day, in their order. */
  List<Stop> at(int engineer, int day) {
    return days[engineer][day];
  }

  /** The best start on a day of an engineer, or null if a hard rule forbids all. */
  Spot fit(Stop stop, int engineer, int day) {
    if (!month.isOpen(day) || !mayCome(stop, engineer, day)) {
      return null;
    }
    List<Stop> others = at(engineer, day);
    int capacity = capacity(engineer, day, others);
    if (minutes(others) + stop.minutes > capacity) {
      return null;
    }
    int last = settings.dayMinutes() - (month.isShort(day) ? SHORTER_BY : 0) - stop.minutes;
    long start;
    boolean met = true;
    if (stop.fixedMinute != Stop.NOWHERE && day == stop.fixedDay) {
      start = start(stop, others, engineer, day, stop.fixedMinute, stop.fixedMinute, capacity);
    } else {
      Customer customer = stop.customer;
      start =
          start(
              stop,
              others,
              engineer,
              day,
              Math.max(0, customer.earliestMinute),
              Math.min(last, customer.latestMinute),
              capacity);
      if (start < 0 && customer.hasHours()) {
        met = false;
        start = start(stop, others, engineer, day, 0, last, capacity);
      }
    }
    return start < 0
        ? null
        : new Spot(engineer, day, start, met, cost(stop, engineer, day, start, met));
  }

  /** Whether a visit may stay at a time that somebody chose; days off are theirs to choose. */
  boolean mayStay(Stop stop, int engineer, int day, long start) {
    if (!mayCome(stop, engineer, day)) {
      return false;
    }
    List<Stop> others = at(engineer, day);
    int minute = (int) (start - stop.customer.dayStart(day));
    int capacity = capacity(engineer, day, others);
    return minutes(others) + stop.minutes <= capacity
        && start(stop, others, engineer, day, minute, minute, capacity) == start;
  }

  private boolean mayCome(Stop stop, int engineer, int day) {
    if (engineers.get(engineer).away().get(day) || stop.customer.closed.get(day)) {
      return false;
    }
    for (Stop other : stop.customer.stops) {
      if (other != stop && other.isPlaced() && other.day == day) {
        return false;
      }
    }
    return true;
  }

  /** What takes a whole day takes a short one, too; but two visits have an hour less for both. */
  private int capacity(int engineer, int day, List<Stop> others) {
    boolean shorter = month.isShort(day) && !others.isEmpty();
    return engineers.get(engineer).minutes() - (shorter ? SHORTER_BY : 0);
  }

  /** The earliest start in a range of minutes of the working day, or -1. */
  private long start(
      Stop stop, List<Stop> others, int engineer, int day, int earliest, int latest, int capacity) {
    long dayStart = stop.customer.dayStart(day);
    long free = Long.MIN_VALUE;
    for (int i = 0; i <= others.size(); i++) {
      if (i > 0) {
        Stop before = others.get(i - 1);
        free = Math.max(free, before.end() + way(before, stop));
      }
      long start = Math.max(dayStart + earliest, free);
      if (start > dayStart + latest) {
        return -1;
      }
      boolean fits =
          i == others.size()
              || start + stop.minutes + way(stop, others.get(i)) <= others.get(i).start;
      if (fits
          && minutes(others) + stop.minutes + waysWith(others, stop, i) <= capacity
          && isFreeAround(stop, engineer, day, start)) {
        return start;
      }
    }
    return -1;
  }

  /** Days of other zones overlap with this one's neighbours. */
  private boolean isFreeAround(Stop stop, int engineer, int day, long start) {
    return isFree(stop, engineer, day - 1, start) && isFree(stop, engineer, day + 1, start);
  }

  private boolean isFree(Stop stop, int engineer, int day, long start) {
    if (day < 0 || day >= month.size()) {
      return true;
    }
    for (Stop other : at(engineer, day)) {
      if (start < other.end() + way(other, stop)
          && other.start < start + stop.minutes + way(stop, other)) {
        return false;
      }
    }
    return true;
  }

  private static int minutes(List<Stop> day) {
    int minutes = 0;
    for (Stop each : day) {
      minutes += each.minutes;
    }
    return minutes;
  }

  /** The ways of a day with one more visit at an index. */
  private int waysWith(List<Stop> others, Stop stop, int index) {
    int ways = 0;
    Stop before = null;
    for (int i = 0; i <= others.size(); i++) {
      if (i == index) {
        ways += before == null ? 0 : way(before, stop);
        before = stop;
      }
      if (i < others.size()) {
        ways += before == null ? 0 : way(before, others.get(i));
        before = others.get(i);
      }
    }
    return ways;
  }

  private int way(Stop one, Stop other) {
    if (one.place.isSame(other.place)) {
      return 0;
    }
    return one.place.isNear(other.place) ? settings.travelMinutes() : settings.farTravelMinutes();
  }

  void place(Stop stop, Spot spot) {
    place(stop, spot.engineer(), spot.day(), spot.start(), spot.hoursMet());
  }

  void place(Stop stop, int engineer, int day, long start, boolean hoursMet) {
    List<Stop> others = at(engineer, day);
    int index = 0;
    while (index < others.size() && others.get(index).start <= start) {
      index++;
    }
    others.add(index, stop);
    stop.engineer = engineer;
    stop.day = day;
    stop.start = start;
    stop.hoursMet = hoursMet;
    onDay[day]++;
    load[engineer] += stop.minutes;
  }

  /** Takes a visit off, and answers where it was with what that cost. */
  Spot lift(Stop stop) {
    int engineer = stop.engineer;
    int day = stop.day;
    at(engineer, day).remove(stop);
    onDay[day]--;
    load[engineer] -= stop.minutes;
    stop.engineer = Stop.NOWHERE;
    stop.day = Stop.NOWHERE;
    long cost = cost(stop, engineer, day, stop.start, stop.hoursMet);
    return new Spot(engineer, day, stop.start, stop.hoursMet, cost);
  }

  /** The best spot of all, or null. The lower number wins between equals. */
  Spot best(Stop stop) {
    Spot best = null;
    int usual = stop.customer.usual;
    if (usual >= 0) {
      best = better(best, bestOf(stop, usual));
    }
    for (int engineer = 0; engineer < engineers.size(); engineer++) {
      if (engineer != usual) {
        best = better(best, bestOf(stop, engineer));
      }
    }
    return best;
  }

  private Spot bestOf(Stop stop, int engineer) {
    Spot best = null;
    int first = stop.fixedDay == Stop.NOWHERE ? 0 : stop.fixedDay;
    int last = stop.fixedDay == Stop.NOWHERE ? month.size() - 1 : stop.fixedDay;
    for (int day = first; day <= last; day++) {
      best = better(best, fit(stop, engineer, day));
    }
    return best;
  }

  private static Spot better(Spot one, Spot other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.cost() < one.cost() ? other : one;
  }

  private long cost(Stop stop, int engineer, int day, long start, boolean hoursMet) {
    Spot spot = new Spot(engineer, day, start, hoursMet, 0);
    return costs.of(stop, spot, at(engineer, day), onDay[day], load[engineer]);
  }
}
