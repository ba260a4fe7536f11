package org.daybook.web.pages.board.calendar;

import java.util.List;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.template.SafeHtml;

/**
 * The visits of today.
 *
 * @param day which it is
 * @param at the time at which it was so
 * @param self its own address, to ask for it anew
 * @param counts how many visits there are of each sort, in words
 * @param picture blank if there are no visits
 * @param lines the same in words, by engineer and time
 * @param clocks emergencies that somebody waits for, or that were today
 * @param late visits that should have begun
 * @param overdue tasks that should be done
 * @param more how many tasks there are besides, in words; blank if none
 */
public record TodayView(
    String day,
    String at,
    String self,
    List<Count> counts,
    SafeHtml picture,
    List<Line> lines,
    List<Clock> clocks,
    List<Section.Line> late,
    List<Section.Line> overdue,
    String more) {
  public TodayView {
    counts = List.copyOf(counts);
    lines = List.copyOf(lines);
    clocks = List.copyOf(clocks);
    late = List.copyOf(late);
    overdue = List.copyOf(overdue);
  }

  /** A number and what it counts. */
  public record Count(String label, long value, String tone) {}

  /**
   * A visit.
   *
   * @param time when it is to begin, and when it did
   * @param tasks how many of its tasks are answered; blank if it has none
   * @param checks how many of its checks are answered; blank if it has none
   * @param emergency whether somebody called for it
   */
  public record Line(
      String id,
      String time,
      String client,
      String href,
      String engineer,
      String state,
      String tone,
      String tasks,
      String checks,
      boolean emergency) {}

  /**
   * The clock of an emergency.
   *
   * @param left how much time is left, or by how much it is over, or how it ended
   * @param used how much of it is over, in words
   * @param state how far the engineer is
   * @param bar the same as a picture
   */
  public record Clock(
      String id,
      String client,
      String href,
      String engineer,
      String state,
      String tone,
      String left,
      String used,
      String due,
      SafeHtml bar) {}
}
