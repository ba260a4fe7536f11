package org.daybook.web.rest.view;

import java.util.List;
import org.daybook.api.regulation.Frequency;
import org.daybook.api.regulation.RegulationItem;

/** One thing to do. */
public record RegulationItemView(
    String id, TitleView title, Frequency frequency, boolean mandatory) {
  static List<RegulationItemView> all(List<RegulationItem> items) {
    return items.stream()
        .map(
            item ->
                new RegulationItemView(
                    item.id(),
                    new TitleView(item.titleRu(), item.titleEn()),
                    item.frequency(),
                    item.mandatory()))
        .toList();
  }
}
