package org.daybook.web.pages.board;

import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/** Forms as every page of the board shows them. */
public final class FormCards {
  private final Templates templates;
  private final Words words;

  FormCards(Templates templates, Words words) {
    this.templates = templates;
    this.words = words;
  }

  /** The markup of a form. */
  public SafeHtml of(FormView form) {
    return form.html(templates, words);
  }
}
