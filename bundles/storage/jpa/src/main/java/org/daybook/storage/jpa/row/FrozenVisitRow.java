package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.store.FrozenVisit;

/** A row of {@code frozen_visit}; never changes. */
@Entity
@Table(name = "frozen_visit")
public class FrozenVisitRow extends Row<FrozenVisit> {
  @Column(name = "visit_id")
  private String visitId;

  @Column(name = "revision")
  private int revision;

  @Column(name = "reason")
  private String reason;

  @Concealed
  @Column(name = "content")
  private String json;

  @Convert(converter = InstantConverter.class)
  @Column(name = "frozen_at")
  private Instant at;

  @Override
  protected void copy(FrozenVisit visit) {
    visitId = visit.visitId();
    revision = visit.revision();
    reason = visit.reason().orElse(null);
    json = visit.json();
    at = InstantConverter.stored(visit.at());
  }

  @Override
  public FrozenVisit value() {
    return new FrozenVisit(visitId, revision, Optional.ofNullable(reason), json, at);
  }
}
