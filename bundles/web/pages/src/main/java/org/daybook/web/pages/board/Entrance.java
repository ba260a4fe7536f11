package org.daybook.web.pages.board;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;

/** What whoever is not logged in gets instead of a page. Called on many threads. */
public interface Entrance {
  /**
   * Asks somebody to log in, and to come back.
   *
   * @param words in their language
   * @param path the address they asked for, as nobody decoded it
   * @param sent what they typed there, so that it is not lost; empty if they only came to read
   */
  Answer enter(HttpServletRequest request, Words words, String path, Optional<Form> sent);
}
