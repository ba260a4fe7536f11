package org.daybook.core.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.directory.Asset;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visit;

/**
 * A manager closed a visit over what was missing, and each gap is a violation: a task without an
 * outcome, a check without an answer, a regulation that nobody could be asked for. It goes away
 * when the record is corrected; that the work is done later takes nothing back.
 */
final class OverriddenGates extends VisitRule implements ClosingRule {
  private static final int ITEM_KIND = 2;
  private static final int ITEM_ID = 3;

  @Override
  public NoticeKind kind() {
    return NoticeKind.VIOLATION;
  }

  @Override
  public List<Fact> facts(Look look, Visit closed) {
    if (closed.overrideReason().isEmpty()) {
      return List.of();
    }
    List<Fact> gaps = new ArrayList<>();
    look.tx().tasks().all(TaskQuery.builder().visitId(closed.id()).build()).stream()
        .filter(task -> isGap(closed, task))
        .forEach(task -> gaps.add(gap(look, closed, task)));
    CheckQuery unanswered =
        CheckQuery.builder().visitId(closed.id()).addStates(CheckState.OPEN).build();
    look.tx().checks().all(unanswered).stream()
        .flatMap(check -> gap(look, closed, check).stream())
        .forEach(gaps::add);
    if (!closed.checksPlanned()) {
      gaps.add(regulation(look, closed));
    }
    return gaps;
  }

  /** Looks at the one gap only, since a visit may have been closed over many. */
  @Override
  public Optional<Fact> still(Look look, Notice told) {
    return look.visit(told)
        .filter(visit -> !look.isPast(told, visit))
        .flatMap(visit -> gap(look, visit, told.key().split(":", ITEM_ID + 1)));
  }

  private static Optional<Fact> gap(Look look, Visit closed, String[] key) {
    if (key[ITEM_KIND].equals(OpenItem.Kind.TASK.name())) {
      return look.tx()
          .tasks()
          .find(key[ITEM_ID])
          .filter(task -> !isFilled(closed, task))
          .map(task -> gap(look, closed, task));
    }
    if (key[ITEM_KIND].equals(OpenItem.Kind.CHECK.name())) {
      return look.tx()
          .checks()
          .find(key[ITEM_ID])
          .filter(check -> check.state() == CheckState.OPEN)
          .flatMap(check -> gap(look, closed, check));
    }
    Fact regulation = regulation(look, closed);
    return Optional.of(
        new Fact(String.join(":", key), regulation.subject(), regulation.recipientId()));
  }

  /** What the gate carried over bears the manager's reason, over whatever was said of it before. */
  static boolean isGap(Visit closed, Task task) {
    return closed.overrideReason().isPresent()
        && task.reason().equals(closed.overrideReason())
        && task.state() == TaskState.CARRIED_OVER;
  }

  /** On a visit that is closed, only a correction says that a task was done. */
  private static boolean isFilled(Visit closed, Task task) {
    return task.visitId().equals(Optional.of(closed.id())) && task.state() == TaskState.DONE;
  }

  private static Fact gap(Look look, Visit closed, Task task) {
    return fact(
        look,
        closed,
        OpenItem.Kind.TASK,
        ":" + task.id(),
        look.about("violation.task", closed).with("title", task.title()));
  }

  /** Equipment that was retired or is at another site needs no answer. */
  private static Optional<Fact> gap(Look look, Visit closed, Check check) {
    return look.tx()
        .assets()
        .find(check.assetId())
        .filter(asset -> !asset.retired() && asset.siteId().equals(closed.siteId()))
        .map(Asset::name)
        .map(
            asset ->
                fact(
                    look,
                    closed,
                    OpenItem.Kind.CHECK,
                    ":" + check.id(),
                    look.about("violation.check", closed)
                        .with("title", check.title())
                        .with("asset", asset)));
  }

  private static Fact regulation(Look look, Visit closed) {
    return fact(
        look, closed, OpenItem.Kind.REGULATION, "", look.about("violation.regulation", closed));
  }

  private static Fact fact(
      Look look, Visit closed, OpenItem.Kind kind, String item, Words.Sentence sentence) {
    Fact fact = fact(look, closed, sentence);
    return new Fact(fact.key() + ":" + kind + item, fact.subject(), fact.recipientId());
  }
}
