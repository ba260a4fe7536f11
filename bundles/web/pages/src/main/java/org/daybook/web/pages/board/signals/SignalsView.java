package org.daybook.web.pages.board.signals;

import java.util.List;
import org.daybook.web.pages.board.Part;
import org.daybook.web.pages.board.Tab;

/**
 * The signals of no known client, and what is remembered of the names in them.
 *
 * @param count how many there are, in words
 */
public record SignalsView(
    List<Tab> tabs, boolean waiting, String count, Part<Row> part, List<Known> mappings) {
  public SignalsView {
    tabs = List.copyOf(tabs);
    mappings = List.copyOf(mappings);
  }

  /**
   * A signal.
   *
   * @param names what its source calls client and equipment
   * @param state in a word; blank while it stands
   */
  public record Row(
      String title,
      String href,
      String source,
      String names,
      String since,
      String state,
      String tone,
      String note) {}

  /**
   * What is remembered.
   *
   * @param action where its button sends to
   * @param key of that button
   */
  public record Known(
      String id,
      String source,
      String names,
      String client,
      String clientHref,
      String asset,
      String who,
      String action,
      String key) {}
}
