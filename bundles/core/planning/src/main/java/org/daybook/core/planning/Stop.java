package org.daybook.core.planning;

import java.util.Optional;

/** A visit that has a place in the month, or needs one. */
final class Stop {
  static final int NOWHERE = -1;

  /** Decides between equals, so that a plan comes out the same each time. */
  final int number;

  final Customer customer;
  final Place place;
  final int minutes;

  /** The visit that it is already, if it is one. */
  final Optional<String> visitId;

  /** Stays where it is, whatever else. */
  final boolean fast;

  /** Set by hand, of no plan: keeps new ones from being planned, and pushes none out. */
  boolean beside;

  /** Of another month's plan and moved into this one: in the way here, and counts there. */
  boolean guest;

  /** A manager put it where it is, and it may stay: gives way to no other. */
  boolean pinned;

  /** The day and minute of the day's working time that a pattern says; {@link #NOWHERE} if none. */
  int fixedDay = NOWHERE;

  int fixedMinute = NOWHERE;

  /** Where it was before; {@link #NOWHERE} for a new one. */
  int homeDay = NOWHERE;

  int homeEngineer = NOWHERE;

  long homeStart;

  /** Where it is; {@link #NOWHERE} while it has no place. */
  int engineer = NOWHERE;

  int day = NOWHERE;

  /** In minutes since 1970. */
  long start;

  boolean hoursMet = true;

  /** May be moved by the search; what is kept from the plan before is not, unless it must. */
  boolean free;

  Stop(
      int number,
      Customer customer,
      Place place,
      int minutes,
      Optional<String> visitId,
      boolean fast) {
    this.number = number;
    this.customer = customer;
    this.place = place;
    this.minutes = minutes;
    this.visitId = visitId;
    this.fast = fast;
  }

  long end() {
    return start + minutes;
  }

  /** Whether the visit has to be changed, or made. */
  boolean isMoved() {
    return homeDay == NOWHERE || engineer != homeEngineer || start != homeStart;
  }

  boolean isPlaced() {
    return engineer != NOWHERE;
  }
}
