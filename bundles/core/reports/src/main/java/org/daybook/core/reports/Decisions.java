package org.daybook.core.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.VisitTask;

/**
 * What needs the client's decision, derived and never typed in:
 *
 * <ul>
 *   <li>a task that is unfinished and was carried over from two visits or more: time alone has not
 *       helped, so somebody has to say whether it is still wanted;
 *   <li>a red device with a problem or fault for which no action or no date is agreed.
 * </ul>
 */
final class Decisions {
  private static final int PATIENCE = 2;
  private static final int DEVICES_SHOWN = 5;

  private Decisions() {}

  static List<String> of(ClosedVisit visit, Words words) {
    List<String> decisions = new ArrayList<>();
    for (VisitTask task : visit.tasks()) {
      if (!task.state().isFinal() && task.carriedOver() >= PATIENCE) {
        decisions.add(sentence(task, visit, words));
      }
    }
    List<String> devices = new ArrayList<>();
    for (Device device : visit.devices()) {
      device.reasons().stream()
          .filter(Decisions::undecided)
          .findFirst()
          .ifPresent(reason -> devices.add(sentence(device, reason, words)));
    }
    decisions.addAll(devices.subList(0, Math.min(DEVICES_SHOWN, devices.size())));
    if (devices.size() > DEVICES_SHOWN) {
      int more = devices.size() - DEVICES_SHOWN;
      decisions.add(words.say("decision.moreDevices", Map.of("count", more)));
    }
    return decisions;
  }

  private static boolean undecided(Reason reason) {
    return switch (reason.what()) {
      case PROBLEM, MONITORING -> reason.action().isEmpty() || reason.dueAt().isEmpty();
      case SKIPPED, UNANSWERED, NOT_CHECKED -> false;
    };
  }

  private static String sentence(VisitTask task, ClosedVisit visit, Words words) {
    String since = words.day(task.promisedSince().orElse(task.createdAt()), visit.client().zone());
    return words.say(
        "decision.task",
        Map.of("title", task.title(), "times", task.carriedOver(), "since", since));
  }

  private static String sentence(Device device, Reason reason, Words words) {
    String problem = reason.problem().strip();
    String text = problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem;
    // Where it is settled what is done, only the date is left to be agreed on.
    String key = reason.action().isPresent() ? "decision.deviceDate" : "decision.device";
    return words.say(key, Map.of("device", device.label(), "problem", text));
  }
}
