package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;

/** A task was carried over too often, or has been a promise for too long. */
final class BrokenPromises extends TaskRule {
  private final int visits;
  private final Duration age;

  /**
   * @param visits how many times a task may be carried over
   * @param age how long it may be a promise
   */
  BrokenPromises(int visits, Duration age) {
    this.visits = visits;
    this.age = age;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.PROMISE_BROKEN;
  }

  @Override
  public List<Fact> facts(Look look) {
    Instant longAgo = look.now().minus(age);
    Map<String, Task> broken = new LinkedHashMap<>();
    for (TaskQuery query :
        List.of(
            TaskQuery.builder().states(UNFINISHED).carriedOverFrom(visits + 1).build(),
            TaskQuery.builder().states(UNFINISHED).promisedUntil(longAgo).build())) {
      look.tx().tasks().all(query).forEach(task -> broken.put(task.id(), task));
    }
    return broken.values().stream().map(task -> broken(look, task)).toList();
  }

  private static Fact broken(Look look, Task task) {
    Instant since = task.promisedSince().orElse(task.createdAt());
    return fact(
        look,
        task,
        look.about("task.promise", task)
            .with("since", look.words().day(since, look.zone(task.clientId())))
            .with("times", task.carriedOver()));
  }
}
