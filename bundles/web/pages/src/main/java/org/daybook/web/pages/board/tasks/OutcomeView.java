package org.daybook.web.pages.board.tasks;

import java.util.List;

/**
 * What became of something that was done to many tasks.
 *
 * @param title how many were done, in words
 * @param tone of that
 * @param failed those that were not, first
 * @param back address of the list
 */
public record OutcomeView(
    String title, String tone, List<Row> failed, List<Row> done, String back) {
  public OutcomeView {
    failed = List.copyOf(failed);
    done = List.copyOf(done);
  }

  /**
   * One task.
   *
   * @param state in which it is now
   * @param why it was not done; blank if it was
   */
  public record Row(
      String title, String href, String client, String state, String tone, String why) {}
}
