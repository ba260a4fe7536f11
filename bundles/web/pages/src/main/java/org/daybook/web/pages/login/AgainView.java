package org.daybook.web.pages.login;

import java.util.List;
import java.util.Map;

/**
 * The page that offers to send once more what was sent when nobody was logged in.
 *
 * @param styles address of the style sheet
 * @param own whether it may be theirs; what is not is neither shown nor sent
 * @param texts what was typed
 * @param action where it leads
 * @param fields all that is sent
 * @param otherwise address of the page for whoever does not want that
 */
public record AgainView(
    String styles,
    boolean own,
    List<String> texts,
    String action,
    Map<String, String> fields,
    String otherwise) {
  public AgainView {
    texts = List.copyOf(texts);
  }
}
