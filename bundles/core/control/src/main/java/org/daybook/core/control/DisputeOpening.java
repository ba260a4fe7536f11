package org.daybook.core.control;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Client;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.source.Intake;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;

/** Opens a dispute with its task inside of one transaction. */
final class DisputeOpening {
  /** Each has a task with it, and whoever has the link may be anybody it was passed on to. */
  private static final int MAX_OPEN = 10;

  private static final String SOURCE = "client";

  private final Transaction tx;
  private final Intake intake;
  private final Actor author;
  private final Instant now;

  DisputeOpening(Transaction tx, Intake intake, Actor author, Instant now) {
    this.tx = tx;
    this.intake = intake;
    this.author = author;
    this.now = now;
  }

  /** Locked, so that a form which is sent twice at the same moment is taken once. */
  Visit lock(String visitId) {
    return tx.visits()
        .findForUpdate(visitId)
        .orElseThrow(() -> new NotFoundException("visit", visitId));
  }

  /** The dispute that this request has made already. */
  Optional<Dispute> repeated(Visit visit, DisputeRequest request) {
    return tx.disputes()
        .first(DisputeQuery.builder().visitId(visit.id()).externalId(request.externalId()).build());
  }

  Dispute open(Visit visit, int revision, Optional<String> contactId, DisputeRequest request) {
    refuseTooMany(visit.id());
    String id = tx.newId();
    return tx.disputes()
        .insert(
            Dispute.builder()
                .id(id)
                .externalId(request.externalId())
                .visitId(visit.id())
                .revision(revision)
                .clientId(visit.clientId())
                .contactId(contactId)
                .engineerId(visit.engineerId())
                .taskId(task(id, visit.clientId(), request).id())
                .title(request.title())
                .text(request.text())
                .openedAt(now)
                .stateAt(now)
                .build());
  }

  /** Those that are not closed count, whatever was decided: their tasks are still to be done. */
  private void refuseTooMany(String visitId) {
    Set<DisputeState> open = EnumSet.complementOf(EnumSet.of(DisputeState.CLOSED));
    long count = tx.disputes().count(DisputeQuery.builder().visitId(visitId).states(open).build());
    if (count >= MAX_OPEN) {
      throw new RefusedException(
          count + " disputes about this report are open already. They are dealt with first.");
    }
  }

  private Task task(String disputeId, String clientId, DisputeRequest request) {
    Client client =
        tx.clients().find(clientId).orElseThrow(() -> new NotFoundException("client", clientId));
    if (!client.active()) {
      throw new RefusedException("The contract with this client has ended.");
    }
    return intake.submit(
        SOURCE,
        TaskRequest.builder()
            .externalId("dispute:" + disputeId)
            .client(client.code())
            .title(request.title())
            .description(request.text())
            .priority(Priority.HIGH)
            .build(),
        author);
  }
}
