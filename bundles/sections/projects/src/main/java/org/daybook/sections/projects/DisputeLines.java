package org.daybook.sections.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.report.Block;
import org.daybook.api.report.Tone;
import org.daybook.api.task.TaskState;
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
    DisputeState told = told(dispute);
    List<String> details = new ArrayList<>();
    details.add(texts.get("dispute.since", texts.day(dispute.openedAt(), visit)));
    details.add(texts.get("dispute.task", lines.state(dispute.taskState())));
    dispute
        .outcome()
        .filter(outcome -> !outcome.isBlank())
        .ifPresent(outcome -> details.add(texts.get(outcome(told), Texts.sentence(outcome))));
    return new Block.TaskItem(
        dispute.title(),
        texts.get("dispute." + told),
        tone(dispute),
        details,
        over ? Optional.of(sentence(told, end(dispute.taskState()))) : Optional.empty(),
        over ? Optional.empty() : Optional.of(reason(told)),
        over ? Optional.empty() : Optional.of(next(dispute)));
  }

  /** That it is closed says no more than that its task came to an end: what was decided counts. */
  private static DisputeState told(Disputed dispute) {
    return dispute.state() == DisputeState.CLOSED
        ? dispute.decision().orElse(DisputeState.CLOSED)
        : dispute.state();
  }

  private static String outcome(DisputeState told) {
    return told == DisputeState.WITHDRAWN ? "dispute.outcome.withdrawn" : "dispute.outcome";
  }

  private String reason(DisputeState told) {
    return told.isDecided() ? sentence(told, "open") : texts.get("dispute.reason.open");
  }

  private String sentence(DisputeState told, String task) {
    String review = told.isDecided() ? told.name() : "open";
    return texts.get(
        "dispute.sentence",
        texts.get("dispute.review." + review),
        texts.get("dispute.work." + task));
  }

  /** Not everything that is over was done. */
  private static String end(TaskState state) {
    return switch (state) {
      case CANCELLED -> "cancelled";
      case SELF_RECOVERED -> "recovered";
      default -> "done";
    };
  }

  private String next(Disputed dispute) {
    return texts.get(dispute.state().isDecided() ? "dispute.next.task" : "dispute.next.review");
  }

  /** Never praise: what is settled here went wrong before. */
  private static Tone tone(Disputed dispute) {
    DisputeState told = told(dispute);
    boolean calledOff = told == DisputeState.REJECTED || told == DisputeState.WITHDRAWN;
    return dispute.taskState().isFinal() || calledOff ? Tone.NEUTRAL : Tone.WARNING;
  }
}
