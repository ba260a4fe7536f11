package org.daybook.api.visit;

import java.util.Optional;

/**
 * Something that keeps a visit from being closed.
 *
 * @param kind what it is
 * @param id of the task or check; the source's id for a regulation
 * @param title of the task or check, or a sentence
 * @param asset the equipment it is on, as people call it
 */
public record OpenItem(Kind kind, String id, String title, Optional<String> asset) {
  /** What an open item is. */
  public enum Kind {
    TASK,
    CHECK,
    /** The checks of the regulation could not be put on the visit. */
    REGULATION
  }
}
