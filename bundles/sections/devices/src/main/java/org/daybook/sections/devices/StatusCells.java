package org.daybook.sections.devices;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.report.Block.CellStatus;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.Verdict;

/** The grid of all equipment. */
final class StatusCells {
  private final ClosedVisit visit;
  private final Findings findings;
  private final Texts texts;

  StatusCells(ClosedVisit visit, Findings findings, Texts texts) {
    this.visit = visit;
    this.findings = findings;
    this.texts = texts;
  }

  Block.StatusGrid grid(List<Device> devices) {
    Map<Group, String> groups = new EnumMap<>(Group.class);
    for (Group group : Group.values()) {
      groups.put(group, name(group, devices));
    }
    return new Block.StatusGrid(
        texts.get("grid"),
        devices.stream().map(device -> cell(device, groups.get(Group.of(device)))).toList());
  }

  /** With how many of it are in order: of hundreds nobody counts the tiles. */
  private String name(Group group, List<Device> devices) {
    List<Device> members = devices.stream().filter(each -> Group.of(each) == group).toList();
    long green = members.stream().filter(each -> each.verdict() == Verdict.GREEN).count();
    return texts.get("group", texts.get("group." + group), green, members.size());
  }

  private Block.Cell cell(Device device, String group) {
    boolean green = device.verdict() == Verdict.GREEN;
    return new Block.Cell(
        device.label(),
        group,
        green ? CellStatus.GREEN : CellStatus.RED,
        texts.get(green ? "word.green" : wordForRed(device)),
        findings.of(device).stream().map(Finding::brief).toList(),
        change(device));
  }

  /** Not looked at is not the same as broken, and the client should see which it is. */
  private static String wordForRed(Device device) {
    if (!Findings.isFaulty(device)) {
      return "word.unchecked";
    }
    boolean underWay =
        device.reasons().stream()
            .filter(Findings::isFault)
            .allMatch(fault -> fault.action().isPresent());
    return underWay ? "word.underWay" : "word.faulty";
  }

  private Optional<String> change(Device device) {
    if (visit.previousVisitAt().isEmpty()) {
      return Optional.empty();
    }
    if (device.previous().isEmpty()) {
      return Optional.of(texts.get("change.new"));
    }
    if (Findings.isMended(device)) {
      return Optional.of(texts.get("change.mended"));
    }
    return Findings.isNewlyFaulty(device)
        ? Optional.of(texts.get("change.broken"))
        : Optional.empty();
  }
}
