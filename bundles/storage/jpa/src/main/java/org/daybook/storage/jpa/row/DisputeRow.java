package org.daybook.storage.jpa.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;

/** A row of {@code dispute}, with its penalty if there is one. */
@Entity
@Table(name = "dispute")
public class DisputeRow extends VersionedRow<Dispute> {
  @Column(name = "external_id")
  private String externalId;

  @Column(name = "visit_id")
  private String visitId;

  @Column(name = "revision")
  private int revision;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "contact_id")
  private String contactId;

  @Column(name = "engineer_id")
  private String engineerId;

  @Column(name = "task_id")
  private String taskId;

  @Column(name = "title")
  private String title;

  @Column(name = "content")
  private String text;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private DisputeState state;

  @Convert(converter = InstantConverter.class)
  @Column(name = "opened_at")
  private Instant openedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "state_at")
  private Instant stateAt;

  @Column(name = "answer")
  private String answer;

  @Convert(converter = InstantConverter.class)
  @Column(name = "answered_at")
  private Instant answeredAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "decision")
  private DisputeState decision;

  @Column(name = "outcome")
  private String outcome;

  @Column(name = "decided_by")
  private String decidedBy;

  @Convert(converter = InstantConverter.class)
  @Column(name = "decided_at")
  private Instant decidedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "penalty_kind")
  private Penalty.Kind penaltyKind;

  @Column(name = "penalty_amount")
  private String penaltyAmount;

  @Column(name = "penalty_currency")
  private String penaltyCurrency;

  @Column(name = "penalty_note")
  private String penaltyNote;

  @Enumerated(EnumType.STRING)
  @Column(name = "penalty_state")
  private Penalty.State penaltyState;

  @Column(name = "penalty_proposed_by")
  private String penaltyProposedBy;

  @Convert(converter = InstantConverter.class)
  @Column(name = "penalty_proposed_at")
  private Instant penaltyProposedAt;

  @Column(name = "penalty_decided_by")
  private String penaltyDecidedBy;

  @Convert(converter = InstantConverter.class)
  @Column(name = "penalty_decided_at")
  private Instant penaltyDecidedAt;

  @Column(name = "penalty_reason")
  private String penaltyReason;

  @Override
  protected void copy(Dispute dispute) {
    externalId = dispute.externalId();
    visitId = dispute.visitId();
    revision = dispute.revision();
    clientId = dispute.clientId();
    contactId = dispute.contactId().orElse(null);
    engineerId = dispute.engineerId();
    taskId = dispute.taskId();
    title = dispute.title();
    text = dispute.text();
    state = dispute.state();
    openedAt = InstantConverter.stored(dispute.openedAt());
    stateAt = InstantConverter.stored(dispute.stateAt());
    answer = dispute.answer().orElse(null);
    answeredAt = InstantConverter.stored(dispute.answeredAt().orElse(null));
    decision = dispute.decision().orElse(null);
    outcome = dispute.outcome().orElse(null);
    decidedBy = dispute.decidedBy().orElse(null);
    decidedAt = InstantConverter.stored(dispute.decidedAt().orElse(null));
    copyPenalty(dispute.penalty());
  }

  private void copyPenalty(Optional<Penalty> penalty) {
    penaltyKind = penalty.map(Penalty::kind).orElse(null);
    penaltyAmount = penalty.flatMap(Penalty::amount).map(BigDecimal::toString).orElse(null);
    penaltyCurrency = penalty.flatMap(Penalty::currency).orElse(null);
    penaltyNote = penalty.map(Penalty::note).orElse(null);
    penaltyState = penalty.map(Penalty::state).orElse(null);
    penaltyProposedBy = penalty.map(Penalty::proposedBy).orElse(null);
    penaltyProposedAt = InstantConverter.stored(penalty.map(Penalty::proposedAt).orElse(null));
    penaltyDecidedBy = penalty.flatMap(Penalty::decidedBy).orElse(null);
    penaltyDecidedAt = InstantConverter.stored(penalty.flatMap(Penalty::decidedAt).orElse(null));
    penaltyReason = penalty.flatMap(Penalty::decisionReason).orElse(null);
  }

  @Override
  public Dispute value() {
    return Dispute.builder()
        .id(id())
        .externalId(externalId)
        .visitId(visitId)
        .revision(revision)
        .clientId(clientId)
        .contactId(Optional.ofNullable(contactId))
        .engineerId(engineerId)
        .taskId(taskId)
        .title(title)
        .text(text)
        .state(state)
        .openedAt(openedAt)
        .stateAt(stateAt)
        .answer(Optional.ofNullable(answer))
        .answeredAt(Optional.ofNullable(answeredAt))
        .decision(Optional.ofNullable(decision))
        .outcome(Optional.ofNullable(outcome))
        .decidedBy(Optional.ofNullable(decidedBy))
        .decidedAt(Optional.ofNullable(decidedAt))
        .penalty(penalty())
        .version(currentVersion())
        .build();
  }

  private Optional<Penalty> penalty() {
    if (penaltyKind == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Penalty(
            penaltyKind,
            Optional.ofNullable(penaltyAmount).map(BigDecimal::new),
            Optional.ofNullable(penaltyCurrency),
            penaltyNote,
            penaltyState,
            penaltyProposedBy,
            penaltyProposedAt,
            Optional.ofNullable(penaltyDecidedBy),
            Optional.ofNullable(penaltyDecidedAt),
            Optional.ofNullable(penaltyReason)));
  }
}
