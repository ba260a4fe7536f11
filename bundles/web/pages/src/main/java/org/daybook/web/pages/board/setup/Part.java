package org.daybook.web.pages.board.setup;

import java.util.List;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.template.SafeHtml;

/**
 * Something beside the form: a list, a way to add to it, or another form.
 *
 * @param links what can be opened from here
 * @param form empty if there is none
 */
public record Part(Section list, List<Link> links, SafeHtml form) {
  private static final SafeHtml NOTHING = SafeHtml.rendered("");

  public Part {
    links = List.copyOf(links);
  }

  static Part of(Section list, Link... links) {
    return new Part(list, List.of(links), NOTHING);
  }
}
