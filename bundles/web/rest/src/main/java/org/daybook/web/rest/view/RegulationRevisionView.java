package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.List;
import org.daybook.api.regulation.RegulationRevision;

/** A regulation as it was in force from some moment on. */
public record RegulationRevisionView(
    int revision,
    boolean active,
    List<RegulationItemView> items,
    Instant changedAt,
    String changedBy) {
  public static RegulationRevisionView of(RegulationRevision revision) {
    return new RegulationRevisionView(
        revision.number(),
        revision.active(),
        RegulationItemView.all(revision.items()),
        revision.changedAt(),
        revision.changedBy());
  }
}
