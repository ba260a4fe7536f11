package org.daybook.web.pages.client;

import java.util.Optional;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.web.pages.http.FormKey;

/**
 * What the client is told of one dispute: nothing of the engineer's answer or of a penalty.
 *
 * @param tone class of the style sheet
 * @param outcome what the review found, or why it was called off; blank if nobody said yet
 * @param outcomeLabel which of these it is
 * @param task where the task stands that was created for it; blank if it is not known
 * @param taskWords what was done, or why it was not; blank if nobody said
 * @param key of the form to withdraw it; blank if its reader cannot withdraw it, or no more
 */
public record DisputeView(
    String id,
    String title,
    String text,
    String opened,
    String state,
    String tone,
    String outcome,
    String outcomeLabel,
    String task,
    String taskWords,
    String key) {

  /**
   * As one contact is told of it.
   *
   * @param contactId whose page it is
   */
  static DisputeView of(
      Dispute dispute, Optional<Task> task, String contactId, String token, Words words) {
    boolean theirs = dispute.contactId().filter(id -> !id.equals(contactId)).isEmpty();
    boolean open = theirs && !dispute.state().isDecided();
    return new DisputeView(
        dispute.id(),
        dispute.title(),
        dispute.text(),
        words.moment(dispute.openedAt()),
        words.get("dispute." + told(dispute)),
        tone(told(dispute)),
        dispute.outcome().orElse(""),
        words.get(
            told(dispute) == DisputeState.WITHDRAWN
                ? "dispute.outcome.withdrawn"
                : "dispute.outcome"),
        task.map(each -> words.get("task." + each.state())).orElse(""),
        task.map(DisputeView::saidOf).orElse(""),
        open ? FormKey.of(token, withdrawal(dispute.id())) : "");
  }

  /** Purpose of the form that withdraws a dispute. */
  static String withdrawal(String disputeId) {
    return "withdraw:" + disputeId;
  }

  /** That it is closed says no more than what became of its task: what was decided counts. */
  private static DisputeState told(Dispute dispute) {
    return dispute.state() == DisputeState.CLOSED
        ? dispute.decision().orElse(DisputeState.CLOSED)
        : dispute.state();
  }

  private static String tone(DisputeState state) {
    return switch (state) {
      case OPENED, UNDER_REVIEW -> "watch";
      case UPHELD -> "good";
      case REJECTED, WITHDRAWN, CLOSED -> "plain";
    };
  }

  /** The same words as in a report. */
  private static String saidOf(Task task) {
    boolean done = task.state() == TaskState.DONE || task.state() == TaskState.RESOLVED_REMOTELY;
    boolean given =
        task.state() == TaskState.NOT_DONE
            || task.state() == TaskState.CARRIED_OVER
            || task.state() == TaskState.CANCELLED;
    return done ? task.result().orElse("") : given ? task.reason().orElse("") : "";
  }
}
