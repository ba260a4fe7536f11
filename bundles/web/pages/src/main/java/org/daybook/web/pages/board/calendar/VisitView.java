package org.daybook.web.pages.board.calendar;

import java.util.List;
import org.daybook.web.pages.board.DetailView;

/**
 * The page about a visit.
 *
 * @param buttons what its reader can do with it as it stands
 * @param script address of the script that shows forms in a dialog
 */
public record VisitView(DetailView detail, List<Button> buttons, String script) {
  public VisitView {
    buttons = List.copyOf(buttons);
  }

  /** Leads to a form. */
  public record Button(String label, String href) {}
}
