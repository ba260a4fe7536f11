package org.daybook.sources.routine;

import java.util.List;
import java.util.Locale;
import org.daybook.api.directory.AssetKind;

/** The checklist of a type of equipment, as one file has it. */
record Regulation(AssetKind kind, List<Item> items) {

  Regulation {
    items = List.copyOf(items);
  }

  /** One thing to do. */
  record Item(String id, String titleRu, String titleEn, Frequency frequency, boolean mandatory) {

    String title(Locale language) {
      return language.getLanguage().equals("en") ? titleEn : titleRu;
    }
  }
}
