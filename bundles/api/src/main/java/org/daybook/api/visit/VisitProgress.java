package org.daybook.api.visit;

/**
 * How far a visit is.
 *
 * @param tasksAnswered how many of its tasks somebody has done or decided on
 * @param tasks how many it has
 * @param checksAnswered how many of its checks are answered
 * @param checks how many it has
 */
public record VisitProgress(long tasksAnswered, long tasks, long checksAnswered, long checks) {
  /** Of a visit with nothing on it. */
  public static final VisitProgress NONE = new VisitProgress(0, 0, 0, 0);

  /** With so many tasks more. */
  public VisitProgress withTasks(boolean answered, long more) {
    return new VisitProgress(
        tasksAnswered + (answered ? more : 0), tasks + more, checksAnswered, checks);
  }

  /** With so many checks more. */
  public VisitProgress withChecks(boolean answered, long more) {
    return new VisitProgress(
        tasksAnswered, tasks, checksAnswered + (answered ? more : 0), checks + more);
  }
}
