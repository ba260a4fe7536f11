package org.daybook.sections.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.CheckLine;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.Reason.What;
import org.daybook.api.visit.Verdict;

/**
 * Why equipment is red, in words: each fault by itself, and what was left out of the regulation
 * together, because that may be all of it.
 */
final class Findings {
  private static final int NAMED_IN_A_TILE = 3;

  private final ClosedVisit visit;
  private final Texts texts;

  Findings(ClosedVisit visit, Texts texts) {
    this.visit = visit;
    this.texts = texts;
  }

  /** Whether it is a fault, and not something that nobody looked at. */
  static boolean isFault(Reason reason) {
    return reason.what() == What.PROBLEM || reason.what() == What.MONITORING;
  }

  static boolean isFaulty(Device device) {
    return device.reasons().stream().anyMatch(Findings::isFault);
  }

  /** Whether it is in order again since the visit before. */
  static boolean isMended(Device device) {
    return device.verdict() == Verdict.GREEN && was(Verdict.RED, device);
  }

  /** Whether it has a fault since the visit before; what was only left out is none. */
  static boolean isNewlyFaulty(Device device) {
    return isFaulty(device) && was(Verdict.GREEN, device);
  }

  private static boolean was(Verdict verdict, Device device) {
    return device.previous().filter(verdict::equals).isPresent();
  }

  List<Finding> of(Device device) {
    List<Finding> findings = new ArrayList<>();
    for (Reason reason : device.reasons()) {
      if (reason.what() != What.SKIPPED && reason.what() != What.UNANSWERED) {
        String problem = problem(reason);
        findings.add(finding(reason, problem, problem));
      }
    }
    findings.addAll(leftOut(device, What.SKIPPED, CheckState.SKIPPED));
    findings.addAll(leftOut(device, What.UNANSWERED, CheckState.OPEN));
    return findings;
  }

  private List<Finding> leftOut(Device device, What what, CheckState state) {
    List<Reason> reasons = device.reasons().stream().filter(r -> r.what() == what).toList();
    List<String> titles =
        device.checks().stream()
            .filter(check -> check.mandatory() && check.state() == state)
            .map(this::title)
            .toList();
    if (reasons.size() < 2 || titles.size() != reasons.size()) {
      return reasons.stream().map(this::single).toList();
    }
    String all = texts.get("many." + what, titles.size(), String.join("; ", titles));
    String brief =
        titles.size() > NAMED_IN_A_TILE ? texts.get("count." + what, titles.size()) : all;
    return List.of(finding(reasons.get(0), all, brief));
  }

  private Finding single(Reason reason) {
    String problem = problem(reason);
    return finding(reason, problem, problem);
  }

  private String title(CheckLine check) {
    return check
        .reason()
        .filter(reason -> !reason.isBlank())
        .map(reason -> texts.get("left", check.title(), reason))
        .orElse(check.title());
  }

  private Finding finding(Reason reason, String problem, String brief) {
    // The regulation comes again with each visit, so what was left out of it has its day.
    Optional<Instant> repeated = isFault(reason) ? Optional.empty() : visit.nextVisitAt();
    return new Finding(
        problem,
        brief,
        written(reason.action())
            .map(Texts::sentence)
            .or(() -> repeated.map(next -> texts.get("repeated")))
            .orElseGet(() -> texts.get("notYetKnown")),
        // What nobody dated is known at least since this visit.
        texts.day(reason.since().orElse(visit.arrivedAt()), visit),
        written(reason.owner())
            .or(() -> repeated.map(next -> visit.engineer().name()))
            .orElseGet(() -> texts.get("notYetKnown")),
        reason
            .dueAt()
            .or(() -> repeated)
            .map(this::until)
            .orElseGet(() -> texts.get("notYetKnown")));
  }

  private String until(Instant due) {
    String day = texts.day(due, visit);
    return due.isAfter(visit.departedAt()) ? day : texts.get("missed", day);
  }

  /** The reason as a sentence; whose word it is, is said of what no person has seen. */
  private String problem(Reason reason) {
    String problem = Texts.sentence(reason.problem());
    if (problem.isEmpty()) {
      return texts.get("reason." + reason.what());
    }
    return reason.what() == What.MONITORING ? texts.get("reported", problem) : problem;
  }

  private static Optional<String> written(Optional<String> text) {
    return text.filter(written -> !written.isBlank());
  }
}
