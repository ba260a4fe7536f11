package org.daybook.storage.jpa.row;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.visit.VisitProgress;

/** A row of {@code visit_progress}, which has the id of its visit. */
@Entity
@Table(name = "visit_progress")
public class ProgressRow extends Row<VisitProgress> {
  @Column(name = "tasks_answered")
  private long tasksAnswered;

  @Column(name = "tasks")
  private long tasks;

  @Column(name = "checks_answered")
  private long checksAnswered;

  @Column(name = "checks")
  private long checks;

  @Override
  protected void copy(VisitProgress progress) {
    tasksAnswered = progress.tasksAnswered();
    tasks = progress.tasks();
    checksAnswered = progress.checksAnswered();
    checks = progress.checks();
  }

  @Override
  public VisitProgress value() {
    return new VisitProgress(tasksAnswered, tasks, checksAnswered, checks);
  }
}
