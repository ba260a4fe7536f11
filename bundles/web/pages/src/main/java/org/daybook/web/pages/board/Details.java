package org.daybook.web.pages.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;

/** What the pages about one thing have in common. */
public final class Details {
  /** Longer lists are for the REST API. */
  public static final int MOST = 100;

  private Details() {}

  /** Whatever was looked for, if it is there and theirs. */
  public static <T> T require(Optional<T> found, Predicate<T> own) {
    T value = found.orElseThrow(() -> new TroubleException(Trouble.NOT_FOUND));
    if (!own.test(value)) {
      throw new TroubleException(Trouble.FORBIDDEN);
    }
    return value;
  }

  public static List<NoticeView> notices(String path, Look look, String root) {
    return NoticeView.of(NoticeList.about(path, look), look, root);
  }

  public static Section section(String id, String intro, List<Section.Line> lines, Words words) {
    return section(id, intro, lines, lines.size(), words);
  }

  /**
   * The same of a list that may be longer than what was read of it.
   *
   * @param all how many there are
   */
  public static Section section(
      String id, String intro, List<Section.Line> lines, long all, Words words) {
    List<Section.Line> shown = lines.subList(0, Math.min(MOST, lines.size()));
    long more = all - shown.size();
    String said = more > 0 ? (intro + " " + words.get("more", more)).strip() : intro;
    return new Section(id, words.get("section." + id), said, shown);
  }

  public static Section.Line line(Task task, Look look) {
    boolean late = task.overdueAt(look.now());
    String due = look.moment(task.dueAt(), task.clientId());
    return new Section.Line(
        task.title(),
        look.link("/board/tasks/" + task.id()),
        look.words().get("task." + task.state()),
        tone(task, look),
        due.isBlank() ? "" : look.words().get(late ? "task.overdue" : "task.due", due));
  }

  public static Section.Line line(Visit visit, Look look) {
    String engineer = look.nameOf(visit.engineerId());
    return new Section.Line(
        look.moment(visit.plannedFor(), visit.clientId()),
        look.link("/board/visits/" + visit.id()),
        look.words().get("visit." + visit.state()),
        tone(visit, look),
        look.words().get("visit.kind." + visit.kind()) + ", " + engineer);
  }

  public static Section.Line line(Delivery delivery, Look look) {
    return new Section.Line(
        delivery.recipient(),
        look.link("/board/deliveries/" + delivery.id()),
        look.words().get("delivery." + delivery.state()),
        tone(delivery.state()),
        look.moment(delivery.sentAt().or(delivery::stateAt), delivery.clientId()));
  }

  public static Section.Line line(Dispute dispute, Look look) {
    return new Section.Line(
        dispute.title(),
        look.link("/board/disputes/" + dispute.id()),
        look.words().get("dispute." + dispute.state()),
        tone(dispute),
        look.moment(dispute.openedAt(), dispute.clientId()));
  }

  public static String tone(Task task, Look look) {
    if (task.overdueAt(look.now())) {
      return "bad";
    }
    if (task.state() == TaskState.CANCELLED) {
      return "plain";
    }
    return task.state().isFinal() ? "good" : task.state().isAnswered() ? "watch" : "plain";
  }

  public static String tone(Visit visit, Look look) {
    if (visit.state() == VisitState.MISSED || lateSince(visit, look).isPresent()) {
      return "bad";
    }
    boolean watched =
        visit.state().isUnderWay() || (waits(visit) && look.now().isAfter(due(visit)));
    return visit.state().isClosed() ? "good" : watched ? "watch" : "plain";
  }

  /** Since when somebody should have been there, if it is too long ago and nobody is. */
  public static Optional<Instant> lateSince(Visit visit, Look look) {
    Duration tolerance = visit.dueBy().isPresent() ? Duration.ZERO : look.tolerance();
    return Optional.of(due(visit))
        .filter(due -> waits(visit) && look.now().isAfter(due.plus(tolerance)));
  }

  private static boolean waits(Visit visit) {
    return visit.state() == VisitState.SCHEDULED;
  }

  private static Instant due(Visit visit) {
    return visit.dueBy().orElse(visit.plannedFor());
  }

  public static String tone(DeliveryState state) {
    return switch (state) {
      case SENT, ACKNOWLEDGED -> "good";
      case QUEUED -> "plain";
      case DEFERRED -> "watch";
      case BOUNCED, FAILED -> "bad";
    };
  }

  public static String tone(Dispute dispute) {
    return dispute.state().isDecided() ? "plain" : "watch";
  }
}
