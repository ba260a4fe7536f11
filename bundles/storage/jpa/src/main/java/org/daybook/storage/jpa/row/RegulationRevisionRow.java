package org.daybook.storage.jpa.row;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.regulation.RegulationRevision;

/** A row of {@code regulation_revision}. */
@Entity
@Table(name = "regulation_revision")
public class RegulationRevisionRow extends Row<RegulationRevision> {
  @Column(name = "regulation_id")
  private String regulationId;

  @Column(name = "revision_number")
  private int number;

  /** The entry of the regulation itself tells of them. */
  @Concealed
  @Column(name = "items")
  private String items;

  @Column(name = "active")
  private boolean active;

  @Convert(converter = InstantConverter.class)
  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @Override
  protected void copy(RegulationRevision revision) {
    regulationId = revision.regulationId();
    number = revision.number();
    items = RegulationItems.joined(revision.items());
    active = revision.active();
    changedAt = InstantConverter.stored(revision.changedAt());
    changedBy = revision.changedBy();
  }

  @Override
  public RegulationRevision value() {
    return RegulationRevision.builder()
        .id(id())
        .regulationId(regulationId)
        .number(number)
        .items(RegulationItems.split(items))
        .active(active)
        .changedAt(changedAt)
        .changedBy(changedBy)
        .build();
  }
}
