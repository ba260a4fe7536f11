package org.daybook.web.pages.board.setup;

import java.util.List;
import org.daybook.web.pages.template.SafeHtml;

/**
 * A page with a form.
 *
 * @param up where one came from
 * @param intro what is said before the form; may be blank
 */
public record EditView(
    Link up, String eyebrow, String title, String intro, SafeHtml form, List<Part> parts) {
  public EditView {
    parts = List.copyOf(parts);
  }
}
