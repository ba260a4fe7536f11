package org.daybook.api.plan;

/**
 * Something that a plan could not give a client.
 *
 * @param clientId whose wish
 * @param wish what was wished
 * @param reason why it could not be, in a sentence for a manager
 */
public record Unmet(String clientId, Wish wish, String reason) {
  /** What clients wish of a plan. */
  public enum Wish {
    /** A visit that the norm asks for. */
    VISIT,
    /** A day and time of the fixed pattern. */
    PATTERN,
    /** A preferred day of the week. */
    WEEKDAY,
    /** Preferred hours. */
    HOURS,
    /** The usual engineer. */
    ENGINEER
  }
}
