package org.daybook.storage.jpa;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.VisitProgress;
import org.daybook.storage.jpa.row.ProgressRow;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;

/**
 * How the progress of visits changes in one transaction. It is kept beside them, because it is
 * asked for far more often than their thousands of tasks and checks change.
 *
 * <p>Rows are changed by differences, so that several people on one visit do not have to wait for
 * each other's versions, and in the order of their ids, after everything else: then no two
 * transactions hold what the other one waits for.
 */
final class ProgressTally {
  private static final String RAISE =
      "update ProgressRow e set e.tasksAnswered = e.tasksAnswered + :tasksAnswered,"
          + " e.tasks = e.tasks + :tasks,"
          + " e.checksAnswered = e.checksAnswered + :checksAnswered,"
          + " e.checks = e.checks + :checks where e.id = :id";

  private static final String OF_VISITS = "select e from ProgressRow e where e.id in :visits";

  private final Map<String, VisitProgress> differences = new TreeMap<>();

  /** A task is so many times more on its visit, if it is on one. */
  void task(Task task, int times) {
    task.visitId()
        .ifPresent(visit -> put(visit, of(visit).withTasks(task.state().isAnswered(), times)));
  }

  /** A check is so many times more on its visit. */
  void check(Check check, int times) {
    String visit = check.visitId();
    put(visit, of(visit).withChecks(check.state() != CheckState.OPEN, times));
  }

  private VisitProgress of(String visitId) {
    return differences.getOrDefault(visitId, VisitProgress.NONE);
  }

  private void put(String visitId, VisitProgress difference) {
    if (difference.equals(VisitProgress.NONE)) {
      differences.remove(visitId);
    } else {
      differences.put(visitId, difference);
    }
  }

  boolean isWaiting() {
    return !differences.isEmpty();
  }

  /** Writes what waits; rows of tasks and checks are written before. */
  void write(EntityManager entities) {
    entities.flush();
    differences.forEach((visitId, difference) -> write(entities, visitId, difference));
    differences.clear();
  }

  private static void write(EntityManager entities, String visitId, VisitProgress difference) {
    int found =
        entities
            .createQuery(RAISE)
            .setParameter("tasksAnswered", difference.tasksAnswered())
            .setParameter("tasks", difference.tasks())
            .setParameter("checksAnswered", difference.checksAnswered())
            .setParameter("checks", difference.checks())
            .setParameter("id", visitId)
            .executeUpdate();
    if (found == 0) {
      ProgressRow first = new ProgressRow();
      first.create(visitId, difference);
      entities.persist(first);
      entities.flush();
    }
  }

  /** As the database has it. */
  static Map<String, VisitProgress> read(EntityManager entities, Set<String> visitIds) {
    Map<String, VisitProgress> progress = new HashMap<>();
    visitIds.forEach(id -> progress.put(id, VisitProgress.NONE));
    if (!visitIds.isEmpty()) {
      entities
          .createQuery(OF_VISITS, ProgressRow.class)
          .setHint(QueryHints.REFRESH, HintValues.TRUE)
          .setParameter("visits", Conditions.padded(visitIds))
          .getResultList()
          .forEach(row -> progress.put(row.id(), row.value()));
    }
    return progress;
  }
}
