package org.daybook.web.pages.board;

import java.util.Optional;
import org.daybook.web.pages.board.form.FormView;

/**
 * Something that may be done about what a page shows, or why it may not.
 *
 * @param title what opens the form; blank if the form is its button only
 * @param note what is to be known before; may be blank
 * @param form empty if there is only something to be known
 * @param first whether people come to the page for this
 * @param weight of its button: {@code plainly} if another is what the page is for, {@code gravely}
 *     if something is lost by it, else blank
 */
public record Action(
    String title, String note, Optional<FormView> form, boolean first, String weight) {
  /** A form that opens under its title, or only a button if there is nothing to fill in. */
  public static Action of(String title, String note, FormView form) {
    return new Action(title, note, Optional.of(form), false, "");
  }

  /** The same, for which people come to the page: it is open. */
  public static Action first(String title, String note, FormView form) {
    return new Action(title, note, Optional.of(form), true, "");
  }

  /** What cannot be done, and why. */
  public static Action note(String text) {
    return new Action("", text, Optional.empty(), false, "");
  }

  /** The same beside what the page is for. */
  public Action plainly() {
    return new Action(title, note, form, first, "plainly");
  }

  /** The same, by which something is lost. */
  public Action gravely() {
    return new Action(title, note, form, first, "gravely");
  }

  /** Whether there is nothing to fill in. */
  public boolean button() {
    return form.filter(each -> each.fields().stream().allMatch(field -> field.hidden()))
        .isPresent();
  }

  /** Whether its form is shown without being asked for: also if something is wrong with it. */
  public boolean open() {
    return first || form.filter(FormView::wrong).isPresent();
  }
}
