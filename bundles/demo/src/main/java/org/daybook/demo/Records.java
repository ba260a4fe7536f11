package org.daybook.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Task;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.ClosedVisit.VisitTask;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** Stores visits, tasks, time and comments with the times that the history needs. */
final class Records {

  private final Transaction tx;

  Records(Transaction tx) {
    this.tx = tx;
  }

  Visit reported(Place place, VisitKind kind, Instant arrivedAt, Duration stay) {
    Visit.Builder visit =
        visit(place, kind, VisitState.REPORTED, arrivedAt)
            .arrivedAt(arrivedAt)
            .departedAt(arrivedAt.plus(stay))
            .checksPlanned(true);
    if (kind == VisitKind.EMERGENCY) {
      Instant requestedAt = arrivedAt.minus(Duration.ofMinutes(80));
      visit
          .requestedAt(requestedAt)
          .dueBy(requestedAt.plus(Duration.ofHours(2)))
          .acceptedAt(requestedAt.plus(Duration.ofMinutes(4)))
          .onTheWayAt(requestedAt.plus(Duration.ofMinutes(15)));
    }
    return tx.visits().insert(visit.build());
  }

  Visit scheduled(Place place, Instant plannedFor) {
    return tx.visits()
        .insert(visit(place, VisitKind.PLANNED, VisitState.SCHEDULED, plannedFor).build());
  }

  Task.Builder draft(Place place, String source, String title, Instant createdAt) {
    return Task.builder()
        .id(tx.newId())
        .clientId(place.client().id())
        .source(source)
        .title(title)
        .createdAt(createdAt);
  }

  Task store(Task.Builder task) {
    return tx.tasks().insert(task.build());
  }

  void time(Task task, StaffMember who, int minutes, Instant at) {
    tx.timeEntries().insert(new TimeEntry(tx.newId(), task.id(), who.id(), minutes, at));
  }

  void comment(Task task, StaffMember who, String text, Instant at) {
    tx.comments().insert(new Comment(tx.newId(), task.id(), who.id(), who.name(), at, text));
  }

  /** Upheld after a look into it, with a remark for the engineer, and closed with its task. */
  Dispute disputed(
      Place place, String visitId, Task task, StaffMember manager, String id, Instant finished) {
    Instant opened = task.createdAt();
    Instant answered = opened.plus(Duration.ofHours(3));
    Instant decided = opened.plus(Duration.ofHours(26));
    return tx.disputes()
        .insert(
            Dispute.builder()
                .id(id)
                .externalId(tx.newId())
                .visitId(visitId)
                .revision(1)
                .clientId(place.client().id())
                .contactId(recipient(place).id())
                .engineerId(place.engineer().id())
                .taskId(task.id())
                .title(task.title())
                .text(task.description())
                .state(DisputeState.CLOSED)
                .openedAt(opened)
                .stateAt(finished.plusSeconds(30))
                .answer("Просьбу слышал, но не записал; подключу при следующем выезде.")
                .answeredAt(answered)
                .decision(DisputeState.UPHELD)
                .outcome("Вы правы: просьбу не записали. Подключим при ближайшем выезде.")
                .decidedBy(manager.id())
                .decidedAt(decided)
                .penalty(
                    new Penalty(
                        Penalty.Kind.REMARK,
                        Optional.empty(),
                        Optional.empty(),
                        "Просьбы клиента записывать сразу.",
                        Penalty.State.APPLIED,
                        manager.name(),
                        decided,
                        Optional.of(manager.name()),
                        Optional.of(decided.plus(Duration.ofHours(2))),
                        Optional.empty()))
                .build());
  }

  private Contact recipient(Place place) {
    return tx.contacts()
        .first(ContactQuery.builder().clientId(place.client().id()).reportRecipient(true).build())
        .orElseThrow();
  }

  /** A task as the view of a visit shows it. */
  static VisitTask line(
      Task task, Optional<String> device, Optional<StaffMember> specialist, int minutes) {
    return new VisitTask(
        task.id(),
        task.source(),
        Optional.empty(),
        device,
        task.title(),
        task.description(),
        task.priority(),
        task.state(),
        task.result(),
        task.reason(),
        specialist.map(PastVisit::person),
        task.dueAt(),
        task.createdAt(),
        task.finishedAt(),
        minutes,
        task.occurrences(),
        task.carriedOver(),
        task.promisedSince(),
        false,
        true);
  }

  private Visit.Builder visit(Place place, VisitKind kind, VisitState state, Instant plannedFor) {
    return Visit.builder()
        .id(tx.newId())
        .kind(kind)
        .state(state)
        .clientId(place.client().id())
        .siteId(place.site().id())
        .engineerId(place.engineer().id())
        .plannedFor(plannedFor);
  }
}
