package org.daybook.core.diary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daybook.api.diary.TaskStep;
import org.daybook.api.diary.TaskStep.What;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.task.TaskState;

/** Says for people what one entry of the audit trail tells of a task. */
final class TrailReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Of a change of state, these are told by it or concern nobody. */
  private static final Set<String> SILENT =
      Set.of(
          "state",
          "reason",
          "result",
          "startedAt",
          "finishedAt",
          "handedOverAt",
          "promisedSince",
          "carriedOver",
          "occurrences");

  private static final Set<String> STAFF = Set.of("engineerId", "specialistId");

  private final Map<String, StaffMember> staff;

  TrailReader(Map<String, StaffMember> staff) {
    this.staff = staff;
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
          after(change, "title"));
    }
    boolean again = to.isEmpty() && change.has("occurrences");
    What what = again ? What.REPORTED_AGAIN : to.map(TrailReader::what).orElse(What.CHANGED);
    return new TaskStep(entry.at(), entry.actorName(), what, from, to, text(change));
  }

  /** Why, or what was done, or what else was changed. */
  private String text(JsonNode change) {
    List<String> parts = new ArrayList<>();
    Stream.of("result", "reason")
        .map(field -> after(change, field))
        .filter(text -> !text.isEmpty())
        .forEach(parts::add);
    change
        .fields()
        .forEachRemaining(
            field -> {
              if (!SILENT.contains(field.getKey())) {
                parts.add(changed(field.getKey(), field.getValue()));
              }
            });
    return String.join("; ", parts);
  }

  private String changed(String field, JsonNode values) {
    return field.replaceFirst("Id$", "")
        + ": "
        + shown(field, values.path(0))
        + " → "
        + shown(field, values.path(1));
  }

  private String shown(String field, JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "—";
    }
    StaffMember member = STAFF.contains(field) ? staff.get(value.asText()) : null;
    return member == null ? value.asText() : member.name();
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
