package org.daybook.api.figures;

import java.util.OptionalInt;

/**
 * A part of a whole.
 *
 * @param part how many of them
 * @param whole how many there are
 */
public record Share(int part, int whole) {
  public static final Share NONE = new Share(0, 0);

  public Share {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " are no part of " + whole);
    }
  }

  /** Whole percent, rounded down: 199 of 200 are not all of them. Empty without a whole. */
  public OptionalInt percent() {
    return whole == 0 ? OptionalInt.empty() : OptionalInt.of((int) (part * 100L / whole));
  }
}
