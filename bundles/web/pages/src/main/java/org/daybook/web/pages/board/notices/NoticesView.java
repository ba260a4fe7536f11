package org.daybook.web.pages.board.notices;

import java.util.List;
import org.daybook.web.pages.board.NoticeView;
import org.daybook.web.pages.board.Part;
import org.daybook.web.pages.board.Tab;
import org.daybook.web.pages.board.form.Field.Option;

/**
 * Notices in one state.
 *
 * @param count how many there are, in words
 * @param kinds what they can be narrowed to
 * @param kind what they are narrowed to; blank if they are not
 * @param show the state, as the address has it
 * @param action where ticked ones are sent to; blank if there is nothing to acknowledge
 * @param problem what was wrong with what was sent; may be blank
 */
public record NoticesView(
    List<Tab> tabs,
    String count,
    List<Option> kinds,
    String kind,
    String show,
    Part<NoticeView> part,
    String address,
    String action,
    String key,
    String tickAll,
    boolean ticked,
    String problem) {
  public NoticesView {
    tabs = List.copyOf(tabs);
    kinds = List.copyOf(kinds);
  }
}
