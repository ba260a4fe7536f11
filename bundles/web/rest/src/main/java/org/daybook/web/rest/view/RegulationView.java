package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.List;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.Regulation;

/**
 * What is done on a type of equipment.
 *
 * @param revision counts what was in force, from 1
 * @param differsFromFiles whether the operator's files say something else
 */
public record RegulationView(
    String id,
    AssetKind kind,
    boolean active,
    List<RegulationItemView> items,
    int revision,
    Instant changedAt,
    String changedBy,
    boolean differsFromFiles,
    long version)
    implements Versioned {
  public static RegulationView of(Regulation regulation) {
    return new RegulationView(
        regulation.id(),
        regulation.kind(),
        regulation.active(),
        RegulationItemView.all(regulation.items()),
        regulation.revision(),
        regulation.changedAt(),
        regulation.changedBy(),
        regulation.differsFromFiles(),
        regulation.version());
  }
}
