package org.daybook.api.figures;

/**
 * Numbers of tasks by what became of them. Each task of a month is in exactly one of them.
 *
 * @param done done in the month
 * @param resolvedRemotely resolved remotely in the month
 * @param selfRecovered gone away by themselves in the month
 * @param cancelled cancelled in the month
 * @param carried open when the month ended, and by then carried over from a visit, or left with a
 *     specialist by one: a promise
 * @param open open when the month ended, and not yet a promise
 */
public record TaskCounts(
    int done, int resolvedRemotely, int selfRecovered, int cancelled, int carried, int open) {
  public static final TaskCounts NONE = new TaskCounts(0, 0, 0, 0, 0, 0);

  /** All of them. */
  public int total() {
    return done + resolvedRemotely + selfRecovered + cancelled + carried + open;
  }

  public TaskCounts plus(TaskCounts other) {
    return new TaskCounts(
        done + other.done,
        resolvedRemotely + other.resolvedRemotely,
        selfRecovered + other.selfRecovered,
        cancelled + other.cancelled,
        carried + other.carried,
        open + other.open);
  }
}
