package org.daybook.web.pages.board.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.task.Task;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Form;

/** One thing done to many tasks: each by itself, so that one that cannot does not stop the rest. */
final class Bulk {
  /** What can be done, and which field has to be filled in for it. */
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "assign", List.of("engineer"),
          "plan", List.of("visit"),
          "handover", List.of("specialist", "reason"),
          "priority", List.of("priority"),
          "cancel", List.of("reason"));

  private final Diary diary;
  private final Actor actor;
  private final Form sent;
  private final Words words;

  Bulk(Diary diary, Actor actor, Form sent, Words words) {
    this.diary = diary;
    this.actor = actor;
    this.sent = sent;
    this.words = words;
  }

  /** What became of one task. */
  record Outcome(String id, boolean done, String why) {}

  /** What is missing before anything can be done; blank if nothing is. */
  String missing() {
    List<String> needs = NEEDS.get(sent.get("do"));
    if (needs == null) {
      return words.get("bulk.what");
    }
    if (ticked().isEmpty()) {
      return words.get("bulk.none");
    }
    List<String> blank = needs.stream().filter(field -> value(field).isBlank()).toList();
    return blank.isEmpty()
        ? ""
        : words.get(
            "bulk.missing",
            blank.stream()
                .map(field -> words.get("bulk.field." + field))
                .collect(Collectors.joining(", ")));
  }

  List<Outcome> run() {
    List<Outcome> outcomes = new ArrayList<>();
    for (String id : ticked()) {
      outcomes.add(run(id));
    }
    return outcomes;
  }

  private List<String> ticked() {
    return sent.after("task.");
  }

  private Outcome run(String id) {
    try {
      act(id, version(sent.get("task." + id)));
      return new Outcome(id, true, "");
    } catch (DaybookException refused) {
      return new Outcome(id, false, why(refused));
    }
  }

  private Task act(String id, OptionalLong seen) {
    return switch (sent.get("do")) {
      case "assign" ->
          diary.change(actor, id, seen, TaskChange.builder().engineerId(value("engineer")).build());
      case "plan" -> diary.act(actor, id, seen, new TaskAction.Plan(value("visit")));
      case "handover" ->
          diary.act(actor, id, seen, new TaskAction.HandOver(value("specialist"), value("reason")));
      case "priority" ->
          diary.change(
              actor, id, seen, TaskChange.builder().priority(OneTask.priority(sent)).build());
      default -> diary.act(actor, id, seen, new TaskAction.Cancel(value("reason")));
    };
  }

  private String value(String field) {
    return sent.get(field.equals("reason") ? sent.get("do") + ".reason" : field);
  }

  /** A box that somebody made up says no version, and so nothing that could be true. */
  private static OptionalLong version(String text) {
    return OptionalLong.of(text.matches("\\d{1,18}") ? Long.parseLong(text) : -1);
  }

  private String why(DaybookException refused) {
    return switch (refused.category()) {
      case STALE -> words.get("why.stale");
      case NOT_FOUND -> words.get("why.gone");
      case FORBIDDEN -> words.get("why.forbidden");
      case REFUSED -> words.get("why.refused");
      case UNAVAILABLE -> words.get("why.unavailable");
      default ->
          refused instanceof InvalidInputException invalid
              ? invalid.errors().stream().map(this::why).collect(Collectors.joining(" "))
              : words.get("why.refused");
    };
  }

  private String why(FieldError error) {
    return words.getOr(
        "why." + error.field(), words.get("why.other", error.field() + " " + error.message()));
  }
}
