package org.daybook.web.rest.view;

import org.daybook.api.report.SectionStatus;

/** A section that is there now. */
public record SectionView(
    String id, String title, String titleRu, int place, String bundle, String lastFault) {
  public static SectionView of(SectionStatus section) {
    return new SectionView(
        section.id(),
        section.titleEn(),
        section.titleRu(),
        section.place(),
        section.bundle(),
        section.lastFault().orElse(null));
  }
}
