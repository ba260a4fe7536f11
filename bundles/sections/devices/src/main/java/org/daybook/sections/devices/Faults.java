package org.daybook.sections.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.Reason.What;

/** What is wrong, in full: one row for each reason why a piece of equipment is red. */
final class Faults {
  private final ClosedVisit visit;
  private final Texts texts;

  Faults(ClosedVisit visit, Texts texts) {
    this.visit = visit;
    this.texts = texts;
  }

  Block.Table table(List<Device> red) {
    List<List<String>> rows = new ArrayList<>();
    for (Device device : red) {
      for (Reason reason : device.reasons()) {
        rows.add(row(device, reason));
      }
    }
    return new Block.Table(
        texts.get("faults"),
        List.of(
            texts.get("head.device"),
            texts.get("head.problem"),
            texts.get("head.action"),
            texts.get("head.since"),
            texts.get("head.who"),
            texts.get("head.until")),
        rows);
  }

  private List<String> row(Device device, Reason reason) {
    return List.of(
        texts.name(device),
        problem(reason, texts),
        written(reason.action()).map(Texts::sentence).orElseGet(() -> texts.get("notYetKnown")),
        // What nobody dated is known at least since this visit.
        texts.day(reason.since().orElse(visit.arrivedAt()), visit),
        written(reason.owner()).orElseGet(() -> texts.get("notYetKnown")),
        reason.dueAt().map(this::until).orElseGet(() -> texts.get("notYetKnown")));
  }

  private String until(Instant due) {
    String day = texts.day(due, visit);
    return due.isAfter(visit.departedAt()) ? day : texts.get("missed", day);
  }

  /** The reason as a sentence; whose word it is, is said of what no person has seen. */
  static String problem(Reason reason, Texts texts) {
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
