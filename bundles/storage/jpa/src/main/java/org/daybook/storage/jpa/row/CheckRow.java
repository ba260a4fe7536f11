package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;

/** A row of {@code visit_check}. */
@Entity
@Table(name = "visit_check")
public class CheckRow extends VersionedRow<Check> {
  @Column(name = "visit_id")
  private String visitId;

  @Column(name = "asset_id")
  private String assetId;

  @Column(name = "item_id")
  private String itemId;

  @Column(name = "title")
  private String title;

  @Column(name = "mandatory")
  private boolean mandatory;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private CheckState state;

  @Column(name = "description")
  private String description;

  @Column(name = "action_taken")
  private String action;

  @Convert(converter = InstantConverter.class)
  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "reason")
  private String reason;

  @Column(name = "answered_by")
  private String answeredBy;

  @Convert(converter = InstantConverter.class)
  @Column(name = "answered_at")
  private Instant answeredAt;

  @Override
  protected void copy(Check check) {
    visitId = check.visitId();
    assetId = check.assetId();
    itemId = check.itemId();
    title = check.title();
    mandatory = check.mandatory();
    state = check.state();
    description = check.description().orElse(null);
    action = check.action().orElse(null);
    dueAt = InstantConverter.stored(check.dueAt().orElse(null));
    reason = check.reason().orElse(null);
    answeredBy = check.answeredBy().orElse(null);
    answeredAt = InstantConverter.stored(check.answeredAt().orElse(null));
  }

  @Override
  public Check value() {
    return Check.builder()
        .id(id())
        .visitId(visitId)
        .assetId(assetId)
        .itemId(itemId)
        .title(title)
        .mandatory(mandatory)
        .state(state)
        .description(Optional.ofNullable(description))
        .action(Optional.ofNullable(action))
        .dueAt(Optional.ofNullable(dueAt))
        .reason(Optional.ofNullable(reason))
        .answeredBy(Optional.ofNullable(answeredBy))
        .answeredAt(Optional.ofNullable(answeredAt))
        .version(currentVersion())
        .build();
  }
}
