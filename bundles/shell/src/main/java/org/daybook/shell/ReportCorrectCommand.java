package org.daybook.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.report.Reports;
import org.daybook.api.report.VisitReport;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Correction;
import org.daybook.shell.completion.VisitIds;

/** {@code daybook:report-correct}. */
@Service
@Command(
    scope = "daybook",
    name = "report-correct",
    description = "Corrects what the report of a visit says: makes its next revision")
public final class ReportCorrectCommand extends DaybookCommand {
  private static final String MINUTES = "--minutes";
  private static final String ACTION = "--action";

  @Argument(name = "visit", required = true, description = "Id of the visit")
  @Completion(VisitIds.class)
  String visit;

  @Option(name = "--reason", required = true, description = "Why; the client reads it")
  String reason;

  @Option(
      name = "--task",
      aliases = "--done",
      multiValued = true,
      description = "ID=RESULT: this task was done at the visit")
  List<String> done;

  @Option(
      name = "--not-done",
      multiValued = true,
      description = "ID=REASON: this task was not done at the visit")
  List<String> notDone;

  @Option(
      name = MINUTES,
      multiValued = true,
      description = "ID=MINUTES: all time spent on a task that is corrected")
  List<String> minutes;

  @Option(name = "--ok", multiValued = true, description = "ID: this check should have been OK")
  List<String> ok;

  @Option(
      name = "--problem",
      multiValued = true,
      description = "ID=DESCRIPTION: this check should have found a problem")
  List<String> problem;

  @Option(
      name = ACTION,
      multiValued = true,
      description = "ID=ACTION: what is being done about the problem of a check")
  List<String> action;

  @Option(name = "--skipped", multiValued = true, description = "ID=REASON: this check was skipped")
  List<String> skipped;

  @Override
  protected void run(Platform platform) {
    Correction correction = new Correction(reason, tasks(), checks());
    VisitReport revised =
        platform.with(Reports.class, reports -> reports.correct(actor(), visit, correction));
    say(Visited.name(revised) + " is " + revised.state() + ".");
  }

  private List<Correction.TaskCorrection> tasks() {
    Map<String, Integer> spent = Assignment.numbers(MINUTES, minutes);
    List<Correction.TaskCorrection> tasks = new ArrayList<>();
    Assignment.parse("--task", done)
        .forEach((id, text) -> tasks.add(task(id, TaskState.DONE, text, spent)));
    Assignment.parse("--not-done", notDone)
        .forEach((id, text) -> tasks.add(task(id, TaskState.NOT_DONE, text, spent)));
    refuseLeftOver(MINUTES, spent);
    return tasks;
  }

  private static Correction.TaskCorrection task(
      String id, TaskState state, String text, Map<String, Integer> spent) {
    return new Correction.TaskCorrection(id, state, text, Optional.ofNullable(spent.remove(id)));
  }

  private List<Correction.CheckCorrection> checks() {
    Map<String, String> actions = new HashMap<>(Assignment.parse(ACTION, action));
    List<Correction.CheckCorrection> checks = new ArrayList<>();
    for (String id : ok == null ? List.<String>of() : ok) {
      checks.add(check(id, CheckAnswer.builder().result(CheckState.OK)));
    }
    Assignment.parse("--problem", problem)
        .forEach(
            (id, text) ->
                checks.add(
                    check(
                        id,
                        CheckAnswer.builder()
                            .result(CheckState.PROBLEM)
                            .description(text)
                            .action(Optional.ofNullable(actions.remove(id))))));
    Assignment.parse("--skipped", skipped)
        .forEach(
            (id, text) ->
                checks.add(
                    check(id, CheckAnswer.builder().result(CheckState.SKIPPED).reason(text))));
    refuseLeftOver(ACTION, actions);
    return checks;
  }

  private static Correction.CheckCorrection check(String id, CheckAnswer.Builder answer) {
    return new Correction.CheckCorrection(id, answer.build());
  }

  /** What is said of something that is not corrected was meant for something else. */
  private static void refuseLeftOver(String option, Map<String, ?> left) {
    if (!left.isEmpty()) {
      throw new InvalidInputException(
          option, "names what is not corrected: " + String.join(", ", left.keySet()));
    }
  }
}
