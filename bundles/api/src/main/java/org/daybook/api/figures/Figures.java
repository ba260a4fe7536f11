package org.daybook.api.figures;

import java.time.YearMonth;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The figures of a month, computed from the store whenever they are asked for. Safe for any thread.
 *
 * <p>A month begins and ends at midnight in the zone of the client that a visit or task is for. Of
 * a month that is not over, the figures are those until now. What happens later may still change
 * the figures of a month that is over where a record is corrected; nothing else does.
 */
@ProviderType
public interface Figures {
  /**
   * The figures of a month, one row for each active client or engineer, and for each other one that
   * the month has something of; by name. By engineer, what no engineer has stands in one more row,
   * the last, without an id, if there is any; so both ways the rows come to the same sums.
   *
   * @throws org.daybook.api.error.InvalidInputException (field {@code month}) for a month that has
   *     not begun, or before 2000
   */
  List<FigureRow> of(YearMonth month, By by);

  /** Whose figures a row has. */
  enum By {
    /** Of all that was done at one client. */
    CLIENT,
    /** Of the visits of one engineer and the tasks that are, or were last, theirs. */
    ENGINEER
  }
}
