package org.daybook.storage.jpa.row;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.task.TimeEntry;

/** A row of {@code time_entry}; never changes. */
@Entity
@Table(name = "time_entry")
public class TimeEntryRow extends Row<TimeEntry> {
  @Column(name = "task_id")
  private String taskId;

  @Column(name = "staff_id")
  private String staffId;

  @Column(name = "minutes")
  private int minutes;

  @Convert(converter = InstantConverter.class)
  @Column(name = "made_at")
  private Instant at;

  @Override
  protected void copy(TimeEntry entry) {
    taskId = entry.taskId();
    staffId = entry.staffId();
    minutes = entry.minutes();
    at = InstantConverter.stored(entry.at());
  }

  @Override
  public TimeEntry value() {
    return new TimeEntry(id(), taskId, staffId, minutes, at);
  }
}
