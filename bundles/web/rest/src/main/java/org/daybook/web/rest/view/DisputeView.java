package org.daybook.web.rest.view;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.directory.Contact;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;

/**
 * The client misses a task in a report.
 *
 * @param revision of the report that the client had before them
 * @param contact id of who opened it; null if a manager wrote it down
 * @param engineer staff id of whom it concerns
 * @param task id of the task that was created for it
 * @param title in the client's words
 * @param answer what the engineer says to it
 * @param decision what the review came to; stays when the dispute is closed
 * @param outcome what the review found, or why it was called off, for the client
 */
public record DisputeView(
    String id,
    String visit,
    int revision,
    String client,
    String clientId,
    String contact,
    String contactName,
    String engineer,
    String engineerName,
    String task,
    TaskState taskState,
    String title,
    String text,
    DisputeState state,
    Instant openedAt,
    Instant stateAt,
    String answer,
    Instant answeredAt,
    DisputeState decision,
    String outcome,
    String decidedBy,
    String decidedByName,
    Instant decidedAt,
    PenaltyView penalty,
    String externalId,
    long version)
    implements Versioned {
  public static DisputeView of(Dispute dispute, Names names) {
    Optional<Contact> contact = dispute.contactId().flatMap(names.transaction().contacts()::find);
    return new DisputeView(
        dispute.id(),
        dispute.visitId(),
        dispute.revision(),
        names.client(dispute.clientId()),
        dispute.clientId(),
        dispute.contactId().orElse(null),
        contact.map(Contact::name).orElse(null),
        dispute.engineerId(),
        names.staff(Optional.of(dispute.engineerId())),
        dispute.taskId(),
        names.transaction().tasks().find(dispute.taskId()).map(Task::state).orElse(null),
        dispute.title(),
        dispute.text(),
        dispute.state(),
        dispute.openedAt(),
        dispute.stateAt(),
        dispute.answer().orElse(null),
        dispute.answeredAt().orElse(null),
        dispute.decision().orElse(null),
        dispute.outcome().orElse(null),
        dispute.decidedBy().orElse(null),
        dispute.decidedBy().map(id -> nameOf(id, names)).orElse(null),
        dispute.decidedAt().orElse(null),
        dispute.penalty().map(PenaltyView::of).orElse(null),
        dispute.externalId(),
        dispute.version());
  }

  /** Who decides on the console is nobody's staff id. */
  private static String nameOf(String id, Names names) {
    return Optional.ofNullable(names.staff(Optional.of(id))).orElse(id);
  }
}
