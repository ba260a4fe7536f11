package org.daybook.api.figures;

import java.util.OptionalInt;

/**
 * How soon somebody was there.
 *
 * @param raised how many there were
 * @param reached to how many of them somebody has come
 * @param medianMinutes from request to arrival by the clock on the wall, whole minutes; of an even
 *     number, halfway between the two in the middle, rounded down; empty if none was reached
 * @param worstMinutes the longest of these
 * @param kept of those whose promise is decided (somebody came, or the time is over), the ones that
 *     somebody came to in time; those without a promised time do not count
 */
public record Emergencies(
    int raised, int reached, OptionalInt medianMinutes, OptionalInt worstMinutes, Share kept) {
  public static final Emergencies NONE =
      new Emergencies(0, 0, OptionalInt.empty(), OptionalInt.empty(), Share.NONE);
}
