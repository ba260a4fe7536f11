package org.daybook.web.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;

/**
 * One item of the regulation on the equipment that it is listed under.
 *
 * @param item its name in the regulation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiaryCheckView(
    String id,
    String item,
    String title,
    boolean mandatory,
    CheckState state,
    String description,
    String action,
    Instant dueAt,
    String reason,
    long version) {
  static DiaryCheckView of(Check check) {
    return new DiaryCheckView(
        check.id(),
        check.itemId(),
        check.title(),
        check.mandatory(),
        check.state(),
        check.description().orElse(null),
        check.action().orElse(null),
        check.dueAt().orElse(null),
        check.reason().orElse(null),
        check.version());
  }
}
