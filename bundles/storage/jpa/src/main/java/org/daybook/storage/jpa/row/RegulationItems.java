package org.daybook.storage.jpa.row;

import java.util.List;
import org.daybook.api.regulation.Frequency;
import org.daybook.api.regulation.RegulationItem;

/** Items of a regulation in one column, one a line. */
final class RegulationItems {
  private static final String TAB = "\t";

  private RegulationItems() {}

  static String joined(List<RegulationItem> items) {
    return Lines.joined(items.stream().map(RegulationItems::line).toList());
  }

  static List<RegulationItem> split(String column) {
    return Lines.split(column).stream().map(RegulationItems::item).toList();
  }

  private static String line(RegulationItem item) {
    return Lines.joined(
        List.of(
            item.id(),
            item.titleRu(),
            item.titleEn(),
            item.frequency().name(),
            String.valueOf(item.mandatory())),
        TAB);
  }

  private static RegulationItem item(String line) {
    List<String> parts = Lines.split(line, TAB);
    return RegulationItem.builder()
        .id(parts.get(0))
        .titleRu(parts.get(1))
        .titleEn(parts.get(2))
        .frequency(Frequency.valueOf(parts.get(3)))
        .mandatory(Boolean.parseBoolean(parts.get(4)))
        .build();
  }
}
