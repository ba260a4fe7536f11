package org.daybook.core.reports;

import java.util.Map;
import org.daybook.api.report.ReportDocument.Summary;

/** The summary in one sentence. */
final class Headline {
  private Headline() {}

  static String of(Summary summary, Words words) {
    String tasks =
        summary.tasksTotal() == 0
            ? words.say("headline.noTasks", Map.of())
            : words.say(
                "headline.tasks",
                Map.of("done", summary.tasksDone(), "total", summary.tasksTotal()));
    if (summary.devicesTotal() == 0) {
      return tasks + ".";
    }
    String devices =
        words.say(
            "headline.devices",
            Map.of("green", summary.devicesGreen(), "total", summary.devicesTotal()));
    return tasks + "; " + devices + ".";
  }
}
