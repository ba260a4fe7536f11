package org.daybook.web.pages.board.calendar;

import java.util.List;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.template.SafeHtml;

/**
 * The page on which a visit is put into the calendar: first the client is chosen, then the rest.
 *
 * @param here its own address
 * @param clients who may be chosen
 * @param client who is; blank if nobody is yet
 * @param sites of the client, if one of them has to be chosen; else empty
 * @param carried what the address has besides
 * @param form blank until everything before is chosen
 * @param back where they came from
 */
public record NewVisitView(
    String title,
    String intro,
    String here,
    List<Field.Option> clients,
    String client,
    List<Field.Option> sites,
    String site,
    List<Field> carried,
    SafeHtml form,
    String back) {
  public NewVisitView {
    clients = List.copyOf(clients);
    sites = List.copyOf(sites);
    carried = List.copyOf(carried);
  }
}
