package org.daybook.web.pages.board;

import java.util.List;

/**
 * What stands around every page of the board.
 *
 * @param root the way to the root of the server
 * @param styles address of the style sheet
 * @param script address of htmx
 * @param title of the window
 * @param name of who is logged in
 * @param logOut the key of the button that logs out; blank where that is not possible
 * @param done what has just happened; blank if nothing has
 * @param back the address of this page with its query, to come back to from a button
 */
public record Shell(
    String root,
    String styles,
    String script,
    String title,
    String name,
    String logOut,
    List<Entry> navigation,
    String done,
    String back) {
  public Shell {
    navigation = List.copyOf(navigation);
  }

  /** Whether an address on the page leads to the page itself. */
  public boolean isHere(String href) {
    return back.split("\\?", 2)[0].equals("/" + href.replace("../", ""));
  }

  /**
   * An entry of the navigation.
   *
   * @param current {@code page} if it leads to this very page, {@code true} if this page lies below
   *     the one that it leads to, as {@code aria-current} has it; else blank
   */
  public record Entry(String label, String href, String current) {}
}
