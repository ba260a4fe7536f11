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
    Navigation navigation,
    String done,
    String back) {
  /**
   * The ways to other pages.
   *
   * @param bar what is always seen
   * @param more what is behind it
   */
  public record Navigation(List<Entry> bar, List<Entry> more) {
    /** For a piece of a page: its page has one. */
    static final Navigation NONE = new Navigation(List.of(), List.of());

    public Navigation {
      bar = List.copyOf(bar);
      more = List.copyOf(more);
    }

    /** Whether this page is one of those that are behind. */
    public boolean within() {
      return more.stream().anyMatch(entry -> !entry.current().isEmpty());
    }
  }

  /** Whether an address on the page leads to the page itself. */
  public boolean isHere(String href) {
    return back.split("\\?", 2)[0].equals("/" + href.replace("../", ""));
  }

  /**
   * An entry of the navigation.
   *
   * @param current the value of {@code aria-current}: {@code page} if it leads to this very page,
   *     {@code true} if this page lies below it, blank if neither
   * @param waiting how many things wait there; 0 for none
   */
  public record Entry(String label, String href, String current, long waiting) {}
}
