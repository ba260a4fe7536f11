package org.daybook.sections.devices;

import java.util.List;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.CellStatus;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.ClosedVisit.Reason;
import org.daybook.api.visit.ClosedVisit.Reason.What;
import org.daybook.api.visit.Verdict;

/** The grid of all equipment. */
final class StatusCells {
  private final ClosedVisit visit;
  private final Texts texts;

  StatusCells(ClosedVisit visit, Texts texts) {
    this.visit = visit;
    this.texts = texts;
  }

  Block.StatusGrid grid(List<Device> devices) {
    return new Block.StatusGrid(texts.get("grid"), devices.stream().map(this::cell).toList());
  }

  private Block.Cell cell(Device device) {
    boolean green = device.verdict() == Verdict.GREEN;
    return new Block.Cell(
        device.label(),
        texts.get("group." + Group.of(device)),
        green ? CellStatus.GREEN : CellStatus.RED,
        texts.get(green ? "word.green" : wordForRed(device.reasons())),
        device.reasons().stream().map(reason -> Faults.problem(reason, texts)).toList(),
        change(device));
  }

  /** Not looked at is not the same as broken, and the client should see which it is. */
  private static String wordForRed(List<Reason> reasons) {
    List<Reason> faults =
        reasons.stream()
            .filter(reason -> reason.what() == What.PROBLEM || reason.what() == What.MONITORING)
            .toList();
    if (faults.isEmpty()) {
      return "word.unchecked";
    }
    boolean underWay = faults.stream().allMatch(fault -> fault.action().isPresent());
    return underWay ? "word.underWay" : "word.faulty";
  }

  private Optional<String> change(Device device) {
    if (visit.previousVisitAt().isEmpty()) {
      return Optional.empty();
    }
    if (device.previous().isEmpty()) {
      return Optional.of(texts.get("change.new"));
    }
    if (device.previous().get() == device.verdict()) {
      return Optional.empty();
    }
    return Optional.of(
        texts.get(device.verdict() == Verdict.GREEN ? "change.mended" : "change.broken"));
  }
}
