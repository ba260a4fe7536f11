package org.daybook.sections.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.report.Block;
import org.daybook.api.report.Tone;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Disputed;

/** What the client missed in an earlier report: their words, what the review found, the task. */
final class DisputeLines {
  private final ClosedVisit visit;
  private final Texts texts;
  private final TaskLines lines;

  DisputeLines(ClosedVisit visit, Texts texts, TaskLines lines) {
    this.visit = visit;
    this.texts = texts;
    this.lines = lines;
  }

  Optional<Block> list() {
    List<Disputed> disputes = visit.disputes();
    return disputes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.TaskList(
                texts.get("disputes", disputes.size()),
                disputes.stream().map(this::item).toList()));
  }

  private Block.TaskItem item(Disputed dispute) {
    boolean over = dispute.taskState().isFinal();
    String review = dispute.state().isDecided() ? "decided" : "open";
    List<String> details = new ArrayList<>();
    details.add(texts.get("dispute.since", texts.day(dispute.openedAt(), visit)));
    details.add(texts.get("dispute.task", lines.state(dispute.taskState())));
    dispute
        .outcome()
        .filter(outcome -> !outcome.isBlank())
        .ifPresent(outcome -> details.add(texts.get("dispute.outcome", Texts.sentence(outcome))));
    return new Block.TaskItem(
        dispute.title(),
        texts.get("dispute." + dispute.state()),
        tone(dispute),
        details,
        over ? Optional.of(texts.get("dispute.result." + review)) : Optional.empty(),
        over ? Optional.empty() : Optional.of(texts.get("dispute.reason." + review)),
        over ? Optional.empty() : Optional.of(next(dispute)));
  }

  private String next(Disputed dispute) {
    return texts.get(dispute.state().isDecided() ? "dispute.next.task" : "dispute.next.review");
  }

  /** Never praise: what is settled here went wrong before. */
  private static Tone tone(Disputed dispute) {
    boolean calledOff =
        dispute.state() == DisputeState.REJECTED || dispute.state() == DisputeState.WITHDRAWN;
    return dispute.taskState().isFinal() || calledOff ? Tone.NEUTRAL : Tone.WARNING;
  }
}
