package org.daybook.core.planning;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds places for visits: the hardest first, each at its best spot; then makes room for those that
 * found none by moving others; then tries small changes, first worse ones too, later only better
 * ones. Its random numbers are the same each time, so the same month gives the same plan unless it
 * runs out of time.
 */
final class Search {
  private static final long SEED = 20_260_312;
  private static final int TRIES_PER_STOP = 10_000;
  private static final int MOST_TRIES = 12_000_000;
  private static final int MOST_FITS = 400_000_000;
  private static final long WARMEST = 200;
  private static final int LOOK_AT_TIME = 256;

  private final Board board;
  private final List<Stop> stops;
  private final BooleanSupplier outOfTime;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int[] openDays;
  private int fits;

  Search(Board board, List<Stop> stops, BooleanSupplier outOfTime) {
    this.board = board;
    this.stops = stops;
    this.outOfTime = outOfTime;
    Month month = board.month();
    this.openDays = IntStream.range(0, month.size()).filter(month::isOpen).toArray();
  }

  /** Places what patterns fix. */
  void placeFixed() {
    construct(stop -> stop.fixedDay != Stop.NOWHERE);
  }

  void run() {
    construct(stop -> true);
    makeRoom();
    improve();
    makeRoom();
  }

  private void construct(Predicate<Stop> which) {
    stops.stream()
        .filter(stop -> !stop.isPlaced())
        .filter(which)
        .sorted(hardestFirst())
        .forEach(
            stop -> {
              Spot spot = board.best(stop);
              if (spot != null) {
                board.place(stop, spot);
              }
            });
  }

  /** What a pattern fixes, then what takes longest, then who is open least, then who likes less. */
  private Comparator<Stop> hardestFirst() {
    return Comparator.comparing((Stop stop) -> stop.fixedDay == Stop.NOWHERE)
        .thenComparing(stop -> -stop.minutes)
        .thenComparing(stop -> -stop.customer.closed.cardinality())
        .thenComparing(stop -> !stop.customer.hasHours())
        .thenComparing(stop -> stop.customer.weekdays.isEmpty() ? 8 : stop.customer.weekdays.size())
        .thenComparing(stop -> stop.number);
  }

  /** For each visit without a place: lets one other give way, if that finds another place. */
  private void makeRoom() {
    for (Stop stop : stops) {
      if (!stop.isPlaced() && stop.fixedDay == Stop.NOWHERE && fits < MOST_FITS) {
        Spot spot = board.best(stop);
        if (spot != null) {
          board.place(stop, spot);
        } else if (!outOfTime.getAsBoolean()) {
          makeRoomFor(stop);
        }
      }
    }
  }

  private boolean makeRoomFor(Stop stop) {
    for (int engineer = 0; engineer < board.engineers().size(); engineer++) {
      for (int day : openDays) {
        List<Stop> others = List.copyOf(board.at(engineer, day));
        for (Stop other : others) {
          if (fits < MOST_FITS && giveWay(List.of(other), stop, engineer, day)) {
            return true;
          }
        }
        if (others.size() > 1 && fits < MOST_FITS && giveWay(others, stop, engineer, day)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Lets some visits of a day give way to one, or leaves all as it was. */
  private boolean giveWay(List<Stop> others, Stop stop, int engineer, int day) {
    fits++;
    if (others.stream().anyMatch(Search::staysWhatever)) {
      return false;
    }
    // What is kept from the plan before gives way alone, so that few have to move.
    if (others.size() > 1 && others.stream().anyMatch(other -> !other.free)) {
      return false;
    }
    List<Spot> before = others.stream().map(board::lift).toList();
    Spot spot = board.fit(stop, engineer, day);
    int moved = 0;
    if (spot != null) {
      board.place(stop, spot);
      while (moved < others.size() && placeElsewhere(others.get(moved))) {
        moved++;
      }
      if (moved == others.size()) {
        return true;
      }
      others.subList(0, moved).forEach(board::lift);
      board.lift(stop);
    }
    for (int i = 0; i < others.size(); i++) {
      board.place(others.get(i), before.get(i));
    }
    return false;
  }

  private static boolean staysWhatever(Stop stop) {
    return stop.fast || stop.pinned || stop.fixedDay != Stop.NOWHERE;
  }

  private boolean placeElsewhere(Stop stop) {
    fits += board.engineers().size() * openDays.length;
    Spot elsewhere = board.best(stop);
    if (elsewhere != null) {
      board.place(stop, elsewhere);
    }
    return elsewhere != null;
  }

  private void improve() {
    List<Stop> free =
        stops.stream()
            .filter(stop -> stop.free && stop.isPlaced() && stop.fixedDay == Stop.NOWHERE)
            .toList();
    if (free.isEmpty() || openDays.length == 0) {
      return;
    }
    int tries = (int) Math.min(MOST_TRIES, (long) free.size() * TRIES_PER_STOP);
    for (int i = 0; i < tries; i++) {
      if (i % LOOK_AT_TIME == 0 && outOfTime.getAsBoolean()) {
        return;
      }
      long warmth = Math.max(0, WARMEST - WARMEST * i * 10L / (tries * 8L));
      Stop stop = free.get(random.nextInt(free.size()));
      if (random.nextInt(10) < 3) {
        swap(stop, free.get(random.nextInt(free.size())), warmth);
      } else {
        move(stop, warmth);
      }
    }
  }

  private void move(Stop stop, long warmth) {
    int day = openDays[random.nextInt(openDays.length)];
    int engineer = engineer(stop);
    if (day == stop.day && engineer == stop.engineer) {
      return;
    }
    Spot before = board.lift(stop);
    Spot after = board.fit(stop, engineer, day);
    board.place(stop, isGood(after, before.cost(), warmth) ? after : before);
  }

  private int engineer(Stop stop) {
    int choice = random.nextInt(10);
    if (choice < 5) {
      return stop.engineer;
    }
    return choice < 8 && stop.customer.usual >= 0
        ? stop.customer.usual
        : random.nextInt(board.engineers().size());
  }

  private void swap(Stop one, Stop other, long warmth) {
    if (one == other || one.day == other.day && one.engineer == other.engineer) {
      return;
    }
    Spot ofOne = board.lift(one);
    Spot ofOther = board.lift(other);
    Spot oneThere = board.fit(one, ofOther.engineer(), ofOther.day());
    if (oneThere != null) {
      board.place(one, oneThere);
      Spot otherHere = board.fit(other, ofOne.engineer(), ofOne.day());
      long before = ofOne.cost() + ofOther.cost() - oneThere.cost();
      if (isGood(otherHere, before, warmth)) {
        board.place(other, otherHere);
        return;
      }
      board.lift(one);
    }
    board.place(other, ofOther);
    board.place(one, ofOne);
  }

  private static boolean isGood(Spot after, long before, long warmth) {
    return after != null && after.cost() < before + warmth;
  }
}
