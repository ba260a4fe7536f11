package org.daybook.sections.devices;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.report.Block;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit.CheckLine;
import org.daybook.api.visit.ClosedVisit.Device;

/**
 * What was done on the equipment that is in order. What all of a kind had is told once, so that
 * each piece keeps to one line; of a large group, those that had the same share one line and are
 * counted, as the grid names each of them.
 */
final class Work {
  private static final int LARGE = 40;
  private static final int MANY = 5;

  private final Texts texts;

  Work(Texts texts) {
    this.texts = texts;
  }

  List<Block> blocks(List<Device> green) {
    List<Block> blocks = new ArrayList<>();
    for (Group group : Group.values()) {
      List<Device> devices = green.stream().filter(d -> Group.of(d) == group).toList();
      if (!devices.isEmpty()) {
        blocks.addAll(blocks(group, devices));
      }
    }
    return blocks;
  }

  private List<Block> blocks(Group group, List<Device> devices) {
    Map<AssetKind, Set<String>> common = new EnumMap<>(AssetKind.class);
    for (AssetKind kind : AssetKind.values()) {
      common.put(kind, doneOnAll(devices.stream().filter(d -> d.kind() == kind).toList()));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Table(
            texts.get("inOrder." + group),
            List.of(texts.get("head.device"), texts.get("head.done")),
            devices.size() > LARGE
                ? counted(group, devices, common)
                : devices.stream().map(d -> List.of(texts.name(d), line(d, common))).toList()));
    common.forEach(
        (kind, titles) -> {
          if (!titles.isEmpty()) {
            blocks.add(
                Block.Paragraph.of(texts.get("common." + kind, String.join("; ", titles) + ".")));
          }
        });
    return blocks;
  }

  private List<List<String>> counted(
      Group group, List<Device> devices, Map<AssetKind, Set<String>> common) {
    Map<String, List<Device>> same = new LinkedHashMap<>();
    devices.forEach(
        device -> same.computeIfAbsent(line(device, common), l -> new ArrayList<>()).add(device));
    List<List<String>> rows = new ArrayList<>();
    same.forEach(
        (line, members) -> {
          if (members.size() >= MANY) {
            rows.add(List.of(texts.get("count." + group, members.size()), line));
          } else {
            members.forEach(device -> rows.add(List.of(texts.name(device), line)));
          }
        });
    return rows;
  }

  private static Set<String> doneOnAll(List<Device> devices) {
    if (devices.isEmpty()) {
      return Set.of();
    }
    Set<String> common = new LinkedHashSet<>(done(devices.get(0)));
    devices.forEach(device -> common.retainAll(done(device)));
    return common;
  }

  private static Set<String> done(Device device) {
    return device.checks().stream()
        .filter(check -> check.state() == CheckState.OK)
        .map(CheckLine::title)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String line(Device device, Map<AssetKind, Set<String>> commonOf) {
    Set<String> common = commonOf.get(device.kind());
    if (device.checks().isEmpty()) {
      return texts.get("done.nothingDue");
    }
    Set<String> done = done(device);
    StringBuilder line =
        new StringBuilder(
            texts.get(
                "done",
                device.checks().stream().filter(c -> c.state() == CheckState.OK).count(),
                device.checks().size()));
    Set<String> others = new LinkedHashSet<>(done);
    others.removeAll(common);
    if (!others.isEmpty()) {
      String titles = String.join("; ", others);
      line.append(common.isEmpty() ? ": " + titles : texts.get("done.also", titles));
    }
    device.checks().stream()
        .filter(check -> check.state() != CheckState.OK)
        .forEach(check -> line.append(texts.get("done.not", left(check))));
    return line.toString();
  }

  private String left(CheckLine check) {
    return check
        .reason()
        .filter(reason -> !reason.isBlank())
        .map(reason -> texts.get("left", check.title(), reason))
        .orElse(check.title());
  }
}
