package org.daybook.sections.devices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.report.Block;
import org.daybook.api.report.Tone;
import org.daybook.api.visit.ClosedVisit.Device;

/**
 * What is wrong, in full: one row for each finding. What many have in common is told once, with the
 * names of all.
 */
final class Faults {
  private static final int MANY = 5;

  private final Findings findings;
  private final Texts texts;

  Faults(Findings findings, Texts texts) {
    this.findings = findings;
    this.texts = texts;
  }

  List<Block> blocks(List<Device> red) {
    Map<List<String>, List<Device>> same = new LinkedHashMap<>();
    for (Device device : red) {
      for (Finding finding : findings.of(device)) {
        same.computeIfAbsent(finding.cells(), cells -> new ArrayList<>()).add(device);
      }
    }
    List<Block> blocks = new ArrayList<>();
    same.forEach(
        (cells, devices) -> {
          if (devices.size() > MANY) {
            blocks.add(common(cells, devices));
          }
        });
    List<List<String>> rows = rows(red, same);
    if (!rows.isEmpty()) {
      blocks.add(table(rows, blocks.isEmpty() ? "faults" : "faults.others"));
    }
    return blocks;
  }

  /** In the order of the equipment, so that all about one piece stands together. */
  private List<List<String>> rows(List<Device> red, Map<List<String>, List<Device>> same) {
    List<List<String>> rows = new ArrayList<>();
    for (Device device : red) {
      for (Finding finding : findings.of(device)) {
        if (same.get(finding.cells()).size() <= MANY) {
          List<String> row = new ArrayList<>();
          row.add(texts.name(device));
          row.add(texts.get("noticed", finding.problem(), finding.since()));
          row.add(finding.action());
          row.add(who(finding));
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private String who(Finding finding) {
    return finding.who().equals(finding.until())
        ? finding.who()
        : texts.get("who", Texts.sentence(finding.who()), finding.until());
  }

  private Block.Table table(List<List<String>> rows, String caption) {
    return new Block.Table(
        texts.get(caption),
        List.of(
            texts.get("head.device"),
            texts.get("head.problem"),
            texts.get("head.action"),
            texts.get("head.who")),
        rows);
  }

  private Block common(List<String> cells, List<Device> devices) {
    String names = String.join(", ", devices.stream().map(texts::name).toList());
    List<Object> arguments = new ArrayList<>(cells);
    arguments.add(devices.size());
    arguments.add(names);
    return new Block.Paragraph(texts.get("faults.common", arguments.toArray()), Tone.BAD);
  }
}
