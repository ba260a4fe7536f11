package org.daybook.web.pages.board.sources;

import java.util.List;
import org.daybook.web.pages.board.NoticeView;

/**
 * How the plugins are doing.
 *
 * @param groups sources, sections and channels
 * @param notices about their faults that stand
 */
public record SourcesView(List<Group> groups, List<NoticeView> notices) {
  public SourcesView {
    groups = List.copyOf(groups);
    notices = List.copyOf(notices);
  }

  /**
   * One kind of them.
   *
   * @param away whether nothing is known of them at the moment
   */
  public record Group(String id, String title, String note, boolean away, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One plugin.
   *
   * @param facts what is known of it, in a line
   * @param fault what went wrong the last time; may be blank
   * @param advice what to do; blank if nothing is to be done
   */
  public record Row(
      String title, String state, String tone, String facts, String fault, String advice) {}
}
