package org.daybook.sections.projects;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.VisitTask;

/**
 * What was promised at an earlier visit and is still not done, wishes included: the oldest promise
 * first. What is put off for the first time is not here yet.
 */
final class PromiseLedger {
  private final ClosedVisit visit;
  private final Texts texts;
  private final TaskLines lines;

  PromiseLedger(ClosedVisit visit, Texts texts, TaskLines lines) {
    this.visit = visit;
    this.texts = texts;
    this.lines = lines;
  }

  Optional<Block> table() {
    List<List<String>> rows =
        visit.tasks().stream()
            .filter(task -> !task.state().isFinal() && lines.promisedBefore(task))
            .sorted(Comparator.comparing(TaskLines::since))
            .map(this::row)
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Table(
                texts.get("ledger", rows.size()),
                List.of(
                    texts.get("ledger.what"),
                    texts.get("ledger.times"),
                    texts.get("ledger.since"),
                    texts.get("ledger.who"),
                    texts.get("ledger.until")),
                rows));
  }

  private List<String> row(VisitTask task) {
    return List.of(
        task.title(),
        task.carriedOver() > 0
            ? texts.get("ledger.count", task.carriedOver())
            : texts.get("ledger.specialist"),
        texts.day(TaskLines.since(task), visit),
        lines.who(task),
        lines.until(task));
  }
}
