package org.daybook.web.rest.view;

import org.daybook.api.figures.TaskCounts;

/**
 * What became of the tasks of one source.
 *
 * @param carried open at the end, and promised
 * @param open open at the end, and not yet promised
 */
public record TaskCountsView(
    String source,
    int done,
    int resolvedRemotely,
    int selfRecovered,
    int cancelled,
    int carried,
    int open) {

  public static TaskCountsView of(String source, TaskCounts tasks) {
    return new TaskCountsView(
        source,
        tasks.done(),
        tasks.resolvedRemotely(),
        tasks.selfRecovered(),
        tasks.cancelled(),
        tasks.carried(),
        tasks.open());
  }
}
