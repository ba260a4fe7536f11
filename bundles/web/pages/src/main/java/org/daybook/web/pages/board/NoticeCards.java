package org.daybook.web.pages.board;

import java.util.List;
import java.util.Map;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/** Notices as every page of the board shows them. */
public final class NoticeCards {
  private final Templates templates;
  private final Words words;
  private final Shell shell;

  NoticeCards(Templates templates, Words words, Shell shell) {
    this.templates = templates;
    this.words = words;
    this.shell = shell;
  }

  /** The markup of some notices. */
  public SafeHtml of(List<NoticeView> notices) {
    Map<String, ?> values = Map.of("notices", notices, "w", words, "s", shell);
    return SafeHtml.rendered(templates.merge(NoticeCards.class, "notices.vm", values));
  }
}
