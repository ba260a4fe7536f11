package org.daybook.core.diary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.diary.TaskStep.Change;
import org.daybook.api.diary.TaskStep.What;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.task.TaskState;

/** Says for people what one entry of the audit trail tells of a task. */
final class TrailReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What people are told of, in this order: the field of a task as the trail and the API have it.
   */
  private static final List<Told> TOLD =
      List.of(
          new Told("title", "title"),
          new Told("description", "description"),
          new Told("priority", "priority"),
          new Told("dueAt", "dueAt"),
          new Told("engineerId", "engineer"),
          new Told("specialistId", "specialist"),
          new Told("projectId", "project"));

  /** Of these the trail has ids. */
  private static final Set<String> NAMED = Set.of("engineer", "specialist", "project");

  private record Told(String inTrail, String field) {}

  private final Map<String, String> names;

  /**
   * Reads for a task.
   *
   * @param names of people and projects, by their ids
   */
  TrailReader(Map<String, String> names) {
    this.names = names;
  }

  TaskStep step(AuditEntry entry) {
    JsonNode change = read(entry.change());
    Optional<TaskState> from = state(change, 0);
    Optional<TaskState> to = state(change, 1);
    if (entry.version() == 1) {
      return new TaskStep(
          entry.at(),
          entry.actorName(),
          What.CREATED,
          Optional.empty(),
          to,
          after(change, "title"),
          List.of());
    }
    return new TaskStep(
        entry.at(), entry.actorName(), what(change, to), from, to, text(change), changes(change));
  }

  /** Why, or what was done. */
  private static String text(JsonNode change) {
    return Stream.of("result", "reason")
        .map(field -> after(change, field))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private List<Change> changes(JsonNode change) {
    return TOLD.stream()
        .filter(told -> change.has(told.inTrail()))
        .map(told -> changed(told.field(), change.path(told.inTrail())))
        .toList();
  }

  private Change changed(String field, JsonNode values) {
    return new Change(field, shown(field, values.path(0)), shown(field, values.path(1)));
  }

  private Optional<String> shown(String field, JsonNode value) {
    return Optional.of(value)
        .filter(JsonNode::isValueNode)
        .filter(there -> !there.isNull())
        .map(JsonNode::asText)
        .map(text -> NAMED.contains(field) ? names.getOrDefault(text, text) : text)
        .filter(text -> !text.isEmpty());
  }

  private static What what(JsonNode change, Optional<TaskState> to) {
    if (to.isPresent()) {
      return what(to.get());
    }
    if (change.has("occurrences")) {
      return What.REPORTED_AGAIN;
    }
    // From one visit to another, what is planned stays planned.
    return after(change, "visitId").isEmpty() ? What.CHANGED : What.PLANNED;
  }

  private static What what(TaskState to) {
    return switch (to) {
      case NEW -> What.CREATED;
      case PLANNED -> What.PLANNED;
      case IN_PROGRESS -> What.STARTED;
      case DONE -> What.DONE;
      case NOT_DONE -> What.NOT_DONE;
      case CARRIED_OVER -> What.CARRIED_OVER;
      case HANDED_OVER -> What.HANDED_OVER;
      case ACCEPTED -> What.ACCEPTED;
      case RETURNED -> What.RETURNED;
      case RESOLVED_REMOTELY -> What.RESOLVED_REMOTELY;
      case SELF_RECOVERED -> What.RECOVERED;
      case CANCELLED -> What.CANCELLED;
    };
  }

  private static Optional<TaskState> state(JsonNode change, int side) {
    JsonNode state = change.path("state").path(side);
    return Stream.of(TaskState.values()).filter(s -> s.name().equals(state.asText())).findFirst();
  }

  private static String after(JsonNode change, String field) {
    JsonNode after = change.path(field).path(1);
    return after.isTextual() ? after.asText().strip() : "";
  }

  private static JsonNode read(String change) {
    try {
      return MAPPER.readTree(change);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the audit trail has an entry that is no JSON", e);
    }
  }
}
