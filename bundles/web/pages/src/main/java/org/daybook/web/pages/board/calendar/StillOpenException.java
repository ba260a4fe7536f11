package org.daybook.web.pages.board.calendar;

import java.util.List;
import org.daybook.api.visit.OpenItem;

/** A visit was not closed: something is missing. */
final class StillOpenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<OpenItem> open;

  StillOpenException(List<OpenItem> open) {
    // Expected: nobody looks at where it comes from.
    super("still open", null, false, false);
    this.open = List.copyOf(open);
  }

  List<OpenItem> open() {
    return open;
  }
}
