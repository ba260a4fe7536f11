package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * A visit.
 *
 * @param client code
 * @param site id
 * @param engineer staff id
 * @param dueBy until when an emergency's engineer is promised to be there
 * @param acceptedAt when the engineer took an emergency on
 * @param onTheWayAt when the engineer set out for an emergency
 */
public record VisitView(
    String id,
    VisitKind kind,
    VisitState state,
    String client,
    String clientId,
    String site,
    String siteName,
    String engineer,
    String engineerName,
    Instant plannedFor,
    Instant requestedAt,
    Instant arrivedAt,
    Instant departedAt,
    String reason,
    String overrideReason,
    Instant dueBy,
    Instant acceptedAt,
    Instant onTheWayAt,
    long version)
    implements Versioned {
  public static VisitView of(Visit visit, Names names) {
    return new VisitView(
        visit.id(),
        visit.kind(),
        visit.state(),
        names.client(visit.clientId()),
        visit.clientId(),
        visit.siteId(),
        names.site(visit.siteId()),
        visit.engineerId(),
        names.staff(Optional.of(visit.engineerId())),
        visit.plannedFor(),
        visit.requestedAt().orElse(null),
        visit.arrivedAt().orElse(null),
        visit.departedAt().orElse(null),
        visit.reason().orElse(null),
        visit.overrideReason().orElse(null),
        visit.dueBy().orElse(null),
        visit.acceptedAt().orElse(null),
        visit.onTheWayAt().orElse(null),
        visit.version());
  }
}
