package org.daybook.web.pages.board.clients;

import java.util.List;

/**
 * The clients.
 *
 * @param active those under contract, by name
 * @param ended the others; may be empty
 */
public record ClientListView(List<Row> active, List<Row> ended) {
  public ClientListView {
    active = List.copyOf(active);
    ended = List.copyOf(ended);
  }

  /**
   * A client.
   *
   * @param href their card
   * @param next when somebody comes next; blank if nobody does
   * @param visit the page of that visit
   */
  public record Row(
      String name,
      String code,
      String href,
      String plan,
      String engineer,
      String next,
      String visit) {}
}
