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
 * @param query of the address, without what is said only once; blank if it has none
 * @param sent the query of what reads, the body of what writes
 */
public record Asked(
    BoardRoutes routes,
    Words words,
    Visitor visitor,
    String id,
    String path,
    String query,
    Form sent) {
  /**
   * The same, for a piece that is put into a page with another path: links are relative to that.
   */
  public Asked into(String page) {
    return new Asked(routes, words, visitor, id, page, query, sent);
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

  /** The address in the form's field {@code back} if they may open that page; else another. */
  public String back(String otherwise) {
    String[] parts = sent.get("back").split("\\?", 2);
    if (!routes.opens(visitor.actor().role(), parts[0])) {
      return otherwise;
    }
    return parts.length == 1 ? parts[0] : Address.of(parts[0], queryOf(Form.ofText(parts[1])));
  }

  /** A query without what has happened, which is said only once. */
  static String queryOf(Form sent) {
    return Address.query(sent.without("done"));
  }

  /** The same for any address. */
  public static String root(String path) {
    long depth = path.chars().filter(c -> c == '/').count() - 1;
    return "../".repeat((int) Math.max(0, Math.min(depth, 100)));
  }
}
