package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** A row of {@code visit}. */
@Entity
@Table(name = "visit")
public class VisitRow extends VersionedRow<Visit> {
  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private VisitKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private VisitState state;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "site_id")
  private String siteId;

  @Column(name = "engineer_id")
  private String engineerId;

  @Convert(converter = InstantConverter.class)
  @Column(name = "planned_for")
  private Instant plannedFor;

  @Convert(converter = InstantConverter.class)
  @Column(name = "requested_at")
  private Instant requestedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "due_by")
  private Instant dueBy;

  @Convert(converter = InstantConverter.class)
  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "on_the_way_at")
  private Instant onTheWayAt;

  @Column(name = "plan_id")
  private String planId;

  @Convert(converter = InstantConverter.class)
  @Column(name = "arrived_at")
  private Instant arrivedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "departed_at")
  private Instant departedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "reason")
  private String reason;

  @Column(name = "checks_planned")
  private boolean checksPlanned;

  @Column(name = "override_reason")
  private String overrideReason;

  @Column(name = "never_scheduled")
  private boolean neverScheduled;

  @Column(name = "beyond_norm")
  private boolean beyondNorm;

  @Override
  protected void copy(Visit visit) {
    kind = visit.kind();
    state = visit.state();
    clientId = visit.clientId();
    siteId = visit.siteId();
    engineerId = visit.engineerId();
    plannedFor = InstantConverter.stored(visit.plannedFor());
    requestedAt = InstantConverter.stored(visit.requestedAt().orElse(null));
    dueBy = InstantConverter.stored(visit.dueBy().orElse(null));
    acceptedAt = InstantConverter.stored(visit.acceptedAt().orElse(null));
    onTheWayAt = InstantConverter.stored(visit.onTheWayAt().orElse(null));
    planId = visit.planId().orElse(null);
    arrivedAt = InstantConverter.stored(visit.arrivedAt().orElse(null));
    departedAt = InstantConverter.stored(visit.departedAt().orElse(null));
    closedAt = InstantConverter.stored(visit.closedAt().orElse(null));
    reason = visit.reason().orElse(null);
    checksPlanned = visit.checksPlanned();
    overrideReason = visit.overrideReason().orElse(null);
    neverScheduled = visit.neverScheduled();
    beyondNorm = visit.beyondNorm();
  }

  @Override
  public Visit value() {
    return Visit.builder()
        .id(id())
        .kind(kind)
        .state(state)
        .clientId(clientId)
        .siteId(siteId)
        .engineerId(engineerId)
        .plannedFor(plannedFor)
        .requestedAt(Optional.ofNullable(requestedAt))
        .dueBy(Optional.ofNullable(dueBy))
        .acceptedAt(Optional.ofNullable(acceptedAt))
        .onTheWayAt(Optional.ofNullable(onTheWayAt))
        .planId(Optional.ofNullable(planId))
        .arrivedAt(Optional.ofNullable(arrivedAt))
        .departedAt(Optional.ofNullable(departedAt))
        .closedAt(Optional.ofNullable(closedAt))
        .reason(Optional.ofNullable(reason))
        .checksPlanned(checksPlanned)
        .overrideReason(Optional.ofNullable(overrideReason))
        .neverScheduled(neverScheduled)
        .beyondNorm(beyondNorm)
        .version(currentVersion())
        .build();
  }
}
