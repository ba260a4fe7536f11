package org.daybook.sources.routine;

import java.util.List;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.RegulationItem;

/** What one file says is done on a type of equipment. */
record FileContent(AssetKind kind, List<RegulationItem> items) {

  FileContent {
    items = List.copyOf(items);
  }
}
