package org.daybook.storage.jpa.row;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.plan.Absence;

/** A row of {@code absence}. */
@Entity
@Table(name = "absence")
public class AbsenceRow extends VersionedRow<Absence> {
  @Column(name = "staff_id")
  private String staffId;

  @Column(name = "first_day")
  private String firstDay;

  @Column(name = "last_day")
  private String lastDay;

  @Column(name = "reason")
  private String reason;

  @Column(name = "removed")
  private boolean removed;

  @Override
  protected void copy(Absence absence) {
    staffId = absence.staffId();
    firstDay = absence.firstDay().toString();
    lastDay = absence.lastDay().toString();
    reason = absence.reason();
    removed = absence.removed();
  }

  @Override
  public Absence value() {
    return Absence.builder()
        .id(id())
        .staffId(staffId)
        .firstDay(LocalDate.parse(firstDay))
        .lastDay(LocalDate.parse(lastDay))
        .reason(reason)
        .removed(removed)
        .version(currentVersion())
        .build();
  }
}
