package org.daybook.web.pages.board.calendar;

import java.util.List;
import org.daybook.web.pages.board.Fact;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.template.SafeHtml;

/**
 * A page with a form about visits.
 *
 * @param piece whether it is shown in a dialog of another page
 * @param title what the form does
 * @param facts what its reader should know of the visit
 * @param note what they should know besides; may be blank
 * @param missing what keeps a visit from being closed
 * @param form blank if it cannot be done
 * @param back where they came from
 */
public record ActionView(
    boolean piece,
    String title,
    List<Fact> facts,
    String note,
    List<Section.Line> missing,
    SafeHtml form,
    String back) {
  public ActionView {
    facts = List.copyOf(facts);
    missing = List.copyOf(missing);
  }
}
