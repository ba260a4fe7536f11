package org.daybook.web.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.daybook.api.visit.ClosedVisit.Reason;

/** Why a piece of equipment is red. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiaryReasonView(
    Reason.What what, String problem, String action, Instant since, String owner, Instant dueAt) {
  static DiaryReasonView of(Reason reason) {
    return new DiaryReasonView(
        reason.what(),
        reason.problem(),
        reason.action().orElse(null),
        reason.since().orElse(null),
        reason.owner().orElse(null),
        reason.dueAt().orElse(null));
  }
}
