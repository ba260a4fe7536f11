package org.daybook.web.pages.board.deliveries;

import java.util.List;
import org.daybook.web.pages.board.Part;
import org.daybook.web.pages.board.Tab;

/**
 * Deliveries or letters, and what became of them.
 *
 * @param things which of both
 * @param tabs which states
 * @param count how many there are, in words
 */
public record DeliveriesView(List<Tab> things, List<Tab> tabs, String count, Part<Row> part) {
  public DeliveriesView {
    things = List.copyOf(things);
    tabs = List.copyOf(tabs);
  }

  /**
   * One of them.
   *
   * @param what it is about
   * @param answer what the server said last; may be blank
   * @param retry where its button sends to; blank if it cannot be tried again
   */
  public record Row(
      String id,
      String recipient,
      String href,
      String state,
      String tone,
      String what,
      String when,
      String answer,
      String retry,
      String key) {}
}
