package org.daybook.api.source;

import java.util.List;

/**
 * What became of signals, in counts.
 *
 * @param taken new occurrences, updates and recoveries that changed something
 * @param repeated those that were known already
 * @param unassigned those of {@code taken} that have no client yet
 * @param taskIds the tasks that the signals belong to, in the order of the signals, without those
 *     that have none
 */
public record IntakeResult(int taken, int repeated, int unassigned, List<String> taskIds) {
  public IntakeResult {
    taskIds = List.copyOf(taskIds);
  }
}
