package org.daybook.api.visit;

import java.util.List;

/** What came of an attempt to close a visit. */
public sealed interface Closing {
  /** It is closed, frozen, and its report is queued. */
  record Closed(Visit visit) implements Closing {}

  /**
   * The gate misses something; the visit is CLOSING and work may go on.
   *
   * @param open what is missing, tasks first
   */
  record StillOpen(Visit visit, List<OpenItem> open) implements Closing {
    public StillOpen {
      open = List.copyOf(open);
    }
  }
}
