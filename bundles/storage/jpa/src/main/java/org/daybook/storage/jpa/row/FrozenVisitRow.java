package org.daybook.storage.jpa.row;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.store.FrozenVisit;

/** A row of {@code frozen_visit}; never changes. */
@Entity
@Table(name = "frozen_visit")
public class FrozenVisitRow extends Row<FrozenVisit> {
  @Concealed
  @Column(name = "content")
  private String json;

  @Convert(converter = InstantConverter.class)
  @Column(name = "frozen_at")
  private Instant at;

  @Override
  protected void copy(FrozenVisit visit) {
    json = visit.json();
    at = InstantConverter.stored(visit.at());
  }

  @Override
  public FrozenVisit value() {
    return new FrozenVisit(id(), json, at);
  }
}
