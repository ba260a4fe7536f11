package org.daybook.api.task;

/** What can happen to a task; see {@link TaskState#on}. */
public enum TaskEvent {
  /** It is put on a visit. */
  PLAN,
  START,
  /** It is done. */
  FINISH,
  /** It was not done, for a reason. */
  GIVE_UP,
  /** Unfinished, it goes to the next visit. */
  CARRY_OVER,
  HAND_OVER,
  /** The specialist takes it. */
  ACCEPT,
  /** The specialist gives it back. */
  RETURN,
  RESOLVE_REMOTELY,
  /** The condition went away by itself, as its source says. */
  RECOVER,
  CANCEL
}
