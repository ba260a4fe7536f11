package org.daybook.core.control;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;

/** What rules about tasks share. */
abstract class TaskRule implements Rule {
  /** Those whose end somebody waits for. */
  static final Set<TaskState> UNANSWERED = states(state -> !state.isAnswered());

  /** Those that will still be something to do tomorrow. */
  static final Set<TaskState> UNFINISHED = states(state -> !state.isFinal());

  /** The fact that a task is what the rule is about, told to whoever leads its engineer. */
  static Fact fact(Look look, Task task, Words.Sentence sentence) {
    return new Fact(
        "task:" + task.id(),
        sentence.toString(),
        look.managerOf(look.engineerOf(task), task.clientId()));
  }

  private static Set<TaskState> states(Predicate<TaskState> which) {
    return Stream.of(TaskState.values()).filter(which).collect(toUnmodifiableSet());
  }
}
