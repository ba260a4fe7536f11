package org.daybook.web.pages.board;

import java.util.Map;
import org.daybook.web.pages.Assets;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.template.Templates;

/** Says what is wrong with a request to the board, and what to do. */
final class BoardTroubles {
  private final Templates templates;
  private final Words words;

  BoardTroubles(Templates templates, Words words) {
    this.templates = templates;
    this.words = words;
  }

  /**
   * The page.
   *
   * @param root the way from the address to the root of the server
   * @param incident under which the log says more; blank if it does not
   */
  Answer of(Trouble trouble, String root, String incident) {
    TroubleView view =
        new TroubleView(
            Assets.href(root, "page.css"),
            words.get("trouble." + trouble + ".title"),
            words.get("trouble." + trouble + ".text"),
            root + "board",
            incident);
    String html = templates.merge(BoardTroubles.class, "trouble.vm", Map.of("p", view, "w", words));
    return Answer.html(trouble.status(), words.language(), html);
  }
}
