package org.daybook.api.task;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Where a task stands. The whole machine is the table at the end; what is not there is refused. */
public enum TaskState {
  NEW,
  PLANNED,
  IN_PROGRESS,
  DONE,
  NOT_DONE,
  CARRIED_OVER,
  HANDED_OVER,
  ACCEPTED,
  RETURNED,
  RESOLVED_REMOTELY,
  SELF_RECOVERED,
  CANCELLED;

  private static final Map<TaskState, Map<TaskEvent, TaskState>> TABLE =
      new EnumMap<>(TaskState.class);

  /** The state that follows, or empty if the event is refused in this state. */
  public Optional<TaskState> on(TaskEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
  }

  /** Whether nothing more will happen to it. */
  public boolean isFinal() {
    return this == DONE || this == RESOLVED_REMOTELY || this == SELF_RECOVERED || this == CANCELLED;
  }

  /** Whether a visit may close over it: it has an outcome, or a reason why it has none. */
  public boolean isAnswered() {
    return isFinal()
        || this == NOT_DONE
        || this == CARRIED_OVER
        || this == HANDED_OVER
        || this == ACCEPTED;
  }

  private static void row(TaskState from, TaskEvent event, TaskState to) {
    TABLE.computeIfAbsent(from, s -> new EnumMap<>(TaskEvent.class)).put(event, to);
  }

  static {
    row(NEW, TaskEvent.PLAN, PLANNED);
    row(CARRIED_OVER, TaskEvent.PLAN, PLANNED);
    row(RETURNED, TaskEvent.PLAN, PLANNED);
    row(PLANNED, TaskEvent.PLAN, PLANNED);
    row(PLANNED, TaskEvent.START, IN_PROGRESS);
    row(IN_PROGRESS, TaskEvent.FINISH, DONE);
    row(ACCEPTED, TaskEvent.FINISH, DONE);
    row(IN_PROGRESS, TaskEvent.GIVE_UP, NOT_DONE);
    row(PLANNED, TaskEvent.GIVE_UP, NOT_DONE);
    row(NOT_DONE, TaskEvent.CARRY_OVER, CARRIED_OVER);
    row(PLANNED, TaskEvent.HAND_OVER, HANDED_OVER);
    row(IN_PROGRESS, TaskEvent.HAND_OVER, HANDED_OVER);
    row(HANDED_OVER, TaskEvent.ACCEPT, ACCEPTED);
    row(ACCEPTED, TaskEvent.RETURN, RETURNED);
    for (TaskState open : values()) {
      if (!open.isFinal()) {
        row(open, TaskEvent.RESOLVE_REMOTELY, RESOLVED_REMOTELY);
        row(open, TaskEvent.RECOVER, SELF_RECOVERED);
        row(open, TaskEvent.CANCEL, CANCELLED);
      }
    }
  }
}
