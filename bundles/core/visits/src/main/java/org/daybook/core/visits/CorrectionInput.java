package org.daybook.core.visits;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Correction;
import org.daybook.api.visit.Correction.CheckCorrection;
import org.daybook.api.visit.Correction.TaskCorrection;

/** Says everything that is wrong with a correction of one visit. */
final class CorrectionInput {

  private static final int MAX_REASON = 1000;

  /** Ten weeks around the clock: more is a slip of the finger. */
  private static final int MAX_MINUTES = 100_000;

  private final Input input = new Input();
  private final Set<String> tasks;
  private final Set<String> equipment;
  private final Map<String, Check> checks;

  /**
   * @param checks those of the visit, by id
   */
  CorrectionInput(ClosedVisit view, Map<String, Check> checks) {
    this.tasks = view.tasks().stream().map(VisitTask::id).collect(toSet());
    this.equipment = view.devices().stream().map(Device::id).collect(toSet());
    this.checks = checks;
  }

  void check(Correction correction) {
    input.required("reason", Optional.ofNullable(correction.reason()), MAX_REASON);
    checkTasks(correction.tasks());
    checkChecks(correction.checks());
    input.throwIfWrong();
  }

  private void checkTasks(List<TaskCorrection> corrections) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < corrections.size(); i++) {
      TaskCorrection each = corrections.get(i);
      String prefix = "tasks[" + i + "].";
      checkId(prefix + "taskId", each.taskId(), tasks, seen, "task");
      if (each.state() != TaskState.DONE && each.state() != TaskState.NOT_DONE) {
        input.wrong(prefix + "state", "must be DONE or NOT_DONE");
      }
      input.required(prefix + "text", Optional.ofNullable(each.text()));
      boolean sensible =
          each.minutes() == null || each.minutes().filter(m -> m < 0 || m > MAX_MINUTES).isEmpty();
      if (!sensible) {
        input.wrong(prefix + "minutes", "must be 0 to " + MAX_MINUTES);
      }
    }
  }

  private void checkChecks(List<CheckCorrection> corrections) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < corrections.size(); i++) {
      CheckCorrection each = corrections.get(i);
      String prefix = "checks[" + i + "].";
      checkId(prefix + "checkId", each.checkId(), checks.keySet(), seen, "check");
      Check check = each.checkId() == null ? null : checks.get(each.checkId());
      if (check != null && !equipment.contains(check.assetId())) {
        input.wrong(prefix + "checkId", "is on equipment that is not in the report");
      }
      if (each.answer() == null) {
        input.wrong(prefix + "answer", "is required");
      } else {
        CheckDesk.check(each.answer(), prefix + "answer.", input);
      }
    }
  }

  private void checkId(String field, String id, Set<String> known, Set<String> seen, String what) {
    if (id == null || id.isBlank()) {
      input.wrong(field, "is required");
    } else if (!known.contains(id)) {
      input.wrong(field, "the report of this visit has no " + what + " " + id);
    } else if (!seen.add(id)) {
      input.wrong(field, "is corrected twice");
    }
  }
}
