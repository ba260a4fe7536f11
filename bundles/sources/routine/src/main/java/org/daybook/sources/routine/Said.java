package org.daybook.sources.routine;

import java.util.List;
import java.util.Map;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.RegulationItem;

/**
 * What all files together say.
 *
 * @param items of each type of equipment that they have some for
 * @param complaints what is wrong with files; empty if nothing is
 */
record Said(Map<AssetKind, List<RegulationItem>> items, List<String> complaints) {

  Said {
    items = Map.copyOf(items);
    complaints = List.copyOf(complaints);
  }
}
