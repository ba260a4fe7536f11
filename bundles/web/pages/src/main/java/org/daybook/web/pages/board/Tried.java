package org.daybook.web.pages.board;

import org.daybook.api.error.DaybookException;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Form;

/**
 * What somebody has just tried on a page with several forms, and what was wrong with it.
 *
 * @param action which form it was; blank if none was tried
 * @param typed what was sent with it
 */
public record Tried(String action, Form typed, FormErrors errors) {
  /** The page is only looked at. */
  public static final Tried NOTHING = new Tried("", Form.EMPTY, FormErrors.NONE);

  /** A service has refused it. */
  public static Tried of(String action, Asked asked, DaybookException thrown, Words words) {
    return new Tried(action, asked.sent(), FormErrors.of(thrown, words));
  }

  /** Begins a form: with what was typed if it is the one, else with its usual values. */
  public FormView.Builder form(String name, Words words) {
    boolean same = action.equals(name);
    return new FormView.Builder(words, same ? typed : Form.EMPTY, same ? errors : FormErrors.NONE);
  }
}
