package org.daybook.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.daybook.api.task.Priority;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit;

/** Builds a task as a closed visit has it; by default a manager's, done on the visit. */
public final class ExampleTask {
  private final String id;
  private String source = "managers";
  private Optional<String> project = Optional.empty();
  private Optional<String> device = Optional.empty();
  private String title;
  private String description = "";
  private Priority priority = Priority.NORMAL;
  private TaskState state = TaskState.DONE;
  private Optional<String> result = Optional.of("Сделано");
  private Optional<String> reason = Optional.empty();
  private Optional<ClosedVisit.Person> specialist = Optional.empty();
  private Optional<Instant> dueAt = Optional.empty();
  private Instant createdAt = Examples.NOW.minus(Duration.ofDays(3));
  private Optional<Instant> finishedAt = Optional.of(Examples.NOW.plus(Duration.ofHours(2)));
  private int minutes = 20;
  private int occurrences = 1;
  private int carriedOver;
  private Optional<Instant> promisedSince = Optional.empty();
  private boolean faultOpen;
  private boolean duringVisit = true;

  private ExampleTask(String id, String title) {
    this.id = id;
    this.title = title;
  }

  public static ExampleTask of(String id, String title) {
    return new ExampleTask(id, title);
  }

  public ExampleTask source(String value) {
    source = value;
    return this;
  }

  public ExampleTask project(String value) {
    project = Optional.of(value);
    return this;
  }

  public ExampleTask device(String value) {
    device = Optional.of(value);
    return this;
  }

  public ExampleTask title(String value) {
    title = value;
    return this;
  }

  public ExampleTask description(String value) {
    description = value;
    return this;
  }

  public ExampleTask priority(Priority value) {
    priority = value;
    return this;
  }

  /** Done, resolved remotely or recovered, with a result. */
  public ExampleTask finished(TaskState value, String withResult) {
    state = value;
    result = Optional.of(withResult);
    return this;
  }

  /** Not finished, or cancelled, for a reason. */
  public ExampleTask unfinished(TaskState value, String forReason) {
    state = value;
    result = Optional.empty();
    reason = Optional.of(forReason);
    if (!value.isFinal()) {
      finishedAt = Optional.empty();
    }
    return this;
  }

  /** In a state with neither result nor reason. */
  public ExampleTask state(TaskState value) {
    state = value;
    result = Optional.empty();
    if (!value.isFinal()) {
      finishedAt = Optional.empty();
    }
    return this;
  }

  public ExampleTask specialist(ClosedVisit.Person value) {
    specialist = Optional.of(value);
    return this;
  }

  public ExampleTask dueAt(Instant value) {
    dueAt = Optional.of(value);
    return this;
  }

  public ExampleTask createdAt(Instant value) {
    createdAt = value;
    return this;
  }

  public ExampleTask finishedAt(Instant value) {
    finishedAt = Optional.of(value);
    return this;
  }

  public ExampleTask minutes(int value) {
    minutes = value;
    return this;
  }

  public ExampleTask occurrences(int value) {
    occurrences = value;
    return this;
  }

  /** Carried over from so many visits, first at a moment. */
  public ExampleTask carriedOver(int times, Instant first) {
    carriedOver = times;
    promisedSince = Optional.of(first);
    return this;
  }

  public ExampleTask faultOpen() {
    faultOpen = true;
    return this;
  }

  /** Happened between the visits only. */
  public ExampleTask betweenVisits() {
    duringVisit = false;
    return this;
  }

  public ClosedVisit.VisitTask build() {
    return new ClosedVisit.VisitTask(
        id,
        source,
        project,
        device,
        title,
        description,
        priority,
        state,
        result,
        reason,
        specialist,
        dueAt,
        createdAt,
        finishedAt,
        minutes,
        occurrences,
        carriedOver,
        promisedSince,
        faultOpen,
        duringVisit);
  }
}
