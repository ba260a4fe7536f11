package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.List;
import org.daybook.api.source.SourceStatus;

/** How a source is doing. */
public record SourceView(
    String id,
    String title,
    String titleRu,
    String bundle,
    SourceStatus.State state,
    List<String> hooks,
    long signals,
    Instant lastSignalAt,
    String lastFault,
    Instant lastFaultAt) {
  public static SourceView of(SourceStatus source) {
    return new SourceView(
        source.id(),
        source.titleEn(),
        source.titleRu(),
        source.bundle(),
        source.state(),
        source.hooks(),
        source.signals(),
        source.lastSignalAt().orElse(null),
        source.lastFault().orElse(null),
        source.lastFaultAt().orElse(null));
  }
}
