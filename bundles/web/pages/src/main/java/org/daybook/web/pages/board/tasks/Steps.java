package org.daybook.web.pages.board.tasks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.task.Task;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;

/** Says in words what happened to a task, the oldest first. */
final class Steps {
  private static final String SOURCE = "source:";

  private final Look look;
  private final Words words;
  private final Task task;

  Steps(Look look, Words words, Task task) {
    this.look = look;
    this.words = words;
    this.task = task;
  }

  List<Section.Line> of(List<TaskStep> steps) {
    return steps.stream().map(this::line).toList();
  }

  private Section.Line line(TaskStep step) {
    return new Section.Line(
        text(step),
        "",
        words.get("step." + step.what()),
        "plain",
        who(step.who()) + ", " + look.moment(step.at(), task.clientId()));
  }

  private String text(TaskStep step) {
    return switch (step.what()) {
      // Its title stands above the page.
      case CREATED -> "";
      case TIMED -> spent(words, Duration.ofMinutes(Long.parseLong(step.text())));
      default ->
          Stream.concat(Stream.of(step.text()), step.changes().stream().map(this::changed))
              .filter(text -> !text.isBlank())
              .collect(Collectors.joining("\n"));
    };
  }

  private String changed(TaskStep.Change change) {
    return words.fill(
        "step.changed",
        Map.of(
            "field", words.get("step.field." + change.field()),
            "from", value(change.field(), change.from()),
            "to", value(change.field(), change.to())));
  }

  private String value(String field, Optional<String> value) {
    return value
        .map(
            text ->
                switch (field) {
                  case "priority" -> words.getOr("priority." + text, text);
                  case "dueAt" -> moment(text);
                  default -> text;
                })
        .orElse("—");
  }

  private String moment(String text) {
    try {
      return look.moment(Instant.parse(text), task.clientId());
    } catch (DateTimeException e) {
      return text;
    }
  }

  private String who(String who) {
    return who.startsWith(SOURCE)
        ? words.getOr("source." + who.substring(SOURCE.length()), who.substring(SOURCE.length()))
        : who;
  }

  /** Hours and minutes in words. */
  static String spent(Words words, Duration time) {
    return words.fill("spent", Map.of("hours", time.toHours(), "minutes", time.toMinutesPart()));
  }
}
