package org.daybook.web.pages.board;

import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;

/**
 * What somebody who may asks for.
 *
 * @param words in their language
 * @param id what the path has for {@code {id}}; blank if it has none
 * @param path the address, as nobody decoded it
 * @param sent the query of what reads, the body of what writes
 */
public record Asked(
    BoardRoutes routes, Words words, Visitor visitor, String id, String path, Form sent) {
  /**
   * The same, for a piece that is put into a page with another path: links are relative to that.
   */
  public Asked into(String page) {
    return new Asked(routes, words, visitor, id, page, sent);
  }

  /** The way from the address up to the root of the server: addresses on pages are relative. */
  public String root() {
    return root(path);
  }

  /**
   * Refuses a form that was not made for this person and purpose; see {@link Visitor#key}.
   *
   * @param purpose what the form does, and to what: {@code cancel:ID}
   */
  public void requireKey(String purpose) {
    String key = sent.get("key");
    if (!visitor.fits(key, purpose) && !visitor.maySendAgain(key, path)) {
      throw new TroubleException(Trouble.FOREIGN_FORM);
    }
  }

  /** The path in the form's field {@code back} if they may open that page; else another. */
  public String back(String otherwise) {
    String path = sent.get("back");
    return routes.opens(visitor.actor().role(), path) ? path : otherwise;
  }

  /** The same for any address. */
  public static String root(String path) {
    long depth = path.chars().filter(c -> c == '/').count() - 1;
    return "../".repeat((int) Math.max(0, Math.min(depth, 100)));
  }
}
