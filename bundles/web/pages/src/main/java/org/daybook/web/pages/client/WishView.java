package org.daybook.web.pages.client;

import java.util.List;

/**
 * What the page of wishes shows.
 *
 * @param here way to the page, for relative addresses
 * @param styles address of the style sheet
 * @param title of the window
 * @param contact whose page it is
 * @param client who is visited
 * @param when day and time of the visit
 * @param engineer who comes; blank if nobody knows
 * @param notice what has just happened; blank if nothing has
 * @param open whether wishes are still taken
 * @param wishes what was asked for so far, oldest first
 * @param claim the form for another one
 * @param priority that is chosen in it
 * @param key of that form
 */
public record WishView(
    String here,
    String styles,
    String title,
    String contact,
    String client,
    String when,
    String engineer,
    String notice,
    boolean open,
    List<Line> wishes,
    Claim claim,
    String priority,
    String key) {
  public WishView {
    wishes = List.copyOf(wishes);
  }

  /**
   * One wish.
   *
   * @param state in plain words
   */
  public record Line(String title, String state) {}

  /** The priorities to choose from, the usual one first. */
  public List<String> priorities() {
    return List.of("NORMAL", "HIGH", "URGENT", "LOW");
  }
}
