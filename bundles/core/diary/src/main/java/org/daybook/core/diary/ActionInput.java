package org.daybook.core.diary;

import java.util.Optional;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskAction.AddComment;
import org.daybook.api.diary.TaskAction.Cancel;
import org.daybook.api.diary.TaskAction.CarryOver;
import org.daybook.api.diary.TaskAction.Done;
import org.daybook.api.diary.TaskAction.GiveBack;
import org.daybook.api.diary.TaskAction.HandOver;
import org.daybook.api.diary.TaskAction.LogTime;
import org.daybook.api.diary.TaskAction.NotDone;
import org.daybook.api.diary.TaskAction.Plan;
import org.daybook.api.diary.TaskAction.ResolveRemotely;
import org.daybook.api.diary.TaskChange;

/** What can be wrong with an input by itself, before anything is looked up. */
final class ActionInput {

  private ActionInput() {}

  static void check(TaskAction action) {
    Input input = new Input();
    if (action instanceof Plan plan) {
      input.required("visitId", plan.visitId(), Input.MAX_TEXT);
    } else if (action instanceof Done done) {
      outcome(input, done.result(), done.minutes());
    } else if (action instanceof ResolveRemotely resolved) {
      outcome(input, resolved.result(), resolved.minutes());
    } else if (action instanceof LogTime time) {
      input.minutes("minutes", Optional.of(time.minutes()));
    } else if (action instanceof AddComment comment) {
      input.required("text", comment.text(), Input.MAX_TEXT);
    } else if (action instanceof HandOver handOver) {
      input.required("specialistId", handOver.specialistId(), Input.MAX_TEXT);
      reason(input, handOver.reason());
    } else if (action instanceof NotDone notDone) {
      reason(input, notDone.reason());
    } else if (action instanceof GiveBack giveBack) {
      reason(input, giveBack.reason());
    } else if (action instanceof CarryOver carryOver) {
      reason(input, carryOver.reason());
    } else if (action instanceof Cancel cancel) {
      reason(input, cancel.reason());
    }
    input.throwIfWrong();
  }

  static void check(TaskChange change) {
    Input input = new Input();
    change.title().ifPresent(title -> input.required("title", title, Input.MAX_TITLE));
    change.description().ifPresent(text -> input.optional("description", text, Input.MAX_TEXT));
    input.moment("dueAt", change.dueAt());
    if (change.dueAt().isPresent() && change.removeDueAt()) {
      input.wrong("dueAt", "cannot be set and removed at once");
    }
    input.throwIfWrong();
  }

  private static void outcome(Input input, String result, Optional<Integer> minutes) {
    input.optional("result", result, Input.MAX_TEXT).minutes("minutes", minutes);
  }

  private static void reason(Input input, String reason) {
    input.required("reason", reason, Input.MAX_TEXT);
  }
}
