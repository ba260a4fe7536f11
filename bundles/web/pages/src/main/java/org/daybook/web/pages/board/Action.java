package org.daybook.web.pages.board;

import java.util.Optional;
import org.daybook.web.pages.board.form.FormView;

/**
 * Something that may be done about what a page shows, or why it may not.
 *
 * @param title what opens the form; blank if the form is its button only
 * @param note what is to be known before; may be blank
 * @param form empty if there is only something to be known
 */
public record Action(String title, String note, Optional<FormView> form) {
  /** A form that opens under its title, or only a button if there is nothing to fill in. */
  public static Action of(String title, String note, FormView form) {
    return new Action(title, note, Optional.of(form));
  }

  /** What cannot be done, and why. */
  public static Action note(String text) {
    return new Action("", text, Optional.empty());
  }

  /** Whether there is nothing to fill in. */
  public boolean button() {
    return form.filter(each -> each.fields().stream().allMatch(field -> field.hidden()))
        .isPresent();
  }

  /** Whether it was tried and something is wrong. */
  public boolean wrong() {
    return form.filter(FormView::wrong).isPresent();
  }
}
