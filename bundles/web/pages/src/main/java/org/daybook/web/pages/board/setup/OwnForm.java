package org.daybook.web.pages.board.setup;

import java.util.function.Function;
import java.util.function.Supplier;
import org.daybook.api.error.DaybookException;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;

/** Forms that do something else than change a thing. */
final class OwnForm {
  private OwnForm() {}

  /**
   * Does what a form asks for, or shows it again with what is wrong.
   *
   * @param refused what is said of what the service refuses, and beside which field
   */
  static Answer sent(
      BoardPages pages,
      Asked asked,
      Refused refused,
      Supplier<Answer> work,
      Function<FormErrors, Answer> again) {
    asked.requireKey(purpose(asked));
    try {
      return pages.once(asked, work);
    } catch (DaybookException e) {
      Words words = asked.words().of(Setup.class);
      return switch (e.category()) {
        case REFUSED ->
            again.apply(FormErrors.NONE.with(refused.field(), words.get(refused.text())));
        case FORBIDDEN -> again.apply(FormErrors.NONE.with("", words.get("refused.forbidden")));
        default -> again.apply(FormErrors.of(e, words));
      };
    }
  }

  /** What a refusal is about, and the key of what is said. */
  record Refused(String field, String text) {}

  static FormView.Builder form(Asked asked, String kind, FormErrors errors) {
    Words words = asked.words().of(Setup.class);
    return new FormView.Builder(words, errors.isEmpty() ? Form.EMPTY : asked.sent(), errors)
        .about(kind);
  }

  static FormView built(FormView.Builder form, Asked asked, String button) {
    Words words = asked.words().of(Setup.class);
    return form.build(
        "edit",
        asked.root() + asked.path().substring(1),
        asked.visitor().key(purpose(asked)),
        words.get(button));
  }

  private static String purpose(Asked asked) {
    return "setup:" + asked.path();
  }
}
