package org.daybook.web.pages.board.calendar;

import java.util.List;
import org.daybook.web.pages.board.DetailView;

/**
 * The page about a visit.
 *
 * @param buttons what its reader can do with it as it stands
 * @param papers its report, or what it would say now
 * @param script address of the script that shows forms in a dialog
 */
public record VisitView(
    DetailView detail, List<Button> buttons, List<Button> papers, String script) {
  public VisitView {
    buttons = List.copyOf(buttons);
    papers = List.copyOf(papers);
  }

  /** Leads to a form or to a paper. */
  public record Button(String label, String href) {}
}
