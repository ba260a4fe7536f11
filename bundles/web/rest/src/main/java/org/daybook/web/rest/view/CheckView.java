package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;

/**
 * One item of the regulation on one piece of equipment.
 *
 * @param asset hostname or inventory number
 * @param assetName what people call it
 * @param item the item's name in its regulation
 */
public record CheckView(
    String id,
    String visit,
    String asset,
    String assetId,
    String assetName,
    String item,
    String title,
    boolean mandatory,
    CheckState state,
    String description,
    String action,
    Instant dueAt,
    String reason,
    String answeredBy,
    Instant answeredAt,
    long version)
    implements Versioned {
  public static CheckView of(Check check, Names names) {
    return new CheckView(
        check.id(),
        check.visitId(),
        names.asset(check.assetId()),
        check.assetId(),
        names.assetName(check.assetId()),
        check.itemId(),
        check.title(),
        check.mandatory(),
        check.state(),
        check.description().orElse(null),
        check.action().orElse(null),
        check.dueAt().orElse(null),
        check.reason().orElse(null),
        check.answeredBy().orElse(null),
        check.answeredAt().orElse(null),
        check.version());
  }
}
