package org.daybook.sources.routine;

import java.util.List;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.RegulationItem;

/**
 * What one file says is done on a type of equipment.
 *
 * @param lines of the file, where each of the items begins
 */
record FileContent(AssetKind kind, List<RegulationItem> items, List<Integer> lines) {

  FileContent {
    items = List.copyOf(items);
    lines = List.copyOf(lines);
  }
}
