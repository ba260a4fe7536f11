package org.daybook.core.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.notice.Notices;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskEvent;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;

/** Takes one signal inside of a transaction. Here is what the kinds of signals mean. */
final class SignalTransaction {
  private final Transaction tx;
  private final Words words;
  private final Instant now;
  private final Sender sender;
  private final TaskSignal signal;
  private final String prefix;
  private final Places places;
  private final Known known;
  private final Waiting waiting;

  SignalTransaction(
      Transaction tx,
      Notices notices,
      Words words,
      Instant now,
      Sender sender,
      TaskSignal signal,
      int index) {
    this.tx = tx;
    this.words = words;
    this.now = now;
    this.sender = sender;
    this.signal = signal;
    this.prefix = sender.prefix().apply(index);
    this.places = new Places(tx);
    this.known = new Known(tx, sender.source(), signal, this::clientId);
    this.waiting = new Waiting(tx, notices, sender.source());
  }

  Taken take() {
    return switch (signal.kind()) {
      case RAISED -> known.meant().map(this::repeat).orElseGet(this::raise);
      case UPDATED -> known.meant().map(this::update).orElseGet(this::raise);
      case CLEARED -> clear();
    };
  }

  /** A repeat adds nothing, unless somebody has said since then whose the signal is. */
  private Taken repeat(Occurrence occurrence) {
    if (!occurrence.waits() || occurrence.clearedAt().isPresent()) {
      return Taken.repeated(occurrence.taskId());
    }
    Optional<String> taskId = settle(occurrence);
    if (taskId.isEmpty()) {
      return Taken.repeated(Optional.empty());
    }
    waiting.endIfNone(occurrence.clientHint());
    return Taken.changed(taskId);
  }

  /**
   * Puts a signal that waited where it belongs, if that is known now. What has ended meanwhile gets
   * a task that has, so that the client is told of it.
   *
   * @return its task; empty if it has to wait on
   */
  Optional<String> settle(Occurrence occurrence) {
    return place()
        .map(
            place -> {
              Occurrence assigned =
                  tx.occurrences().update(assigned(occurrence.toBuilder(), place).build());
              if (assigned.clearedAt().isPresent()) {
                assigned.taskId().ifPresent(this::end);
              }
              return assigned.taskId().orElseThrow();
            });
  }

  private Taken raise() {
    Occurrence.Builder occurrence =
        Occurrence.builder()
            .id(tx.newId())
            .source(sender.source())
            .externalId(signal.externalId())
            .occurrence(known.nextKey())
            .clientHint(signal.client())
            .assetHint(signal.asset())
            .title(signal.title())
            .description(signal.description())
            .priority(signal.priority())
            .fault(signal.fault())
            .raisedAt(signal.occurredAt().orElse(now));
    Optional<Place> place = place();
    if (place.isEmpty()) {
      tx.occurrences().insert(occurrence.build());
      waiting.tell(words, signal.client(), signal.title());
      return Taken.withoutClient();
    }
    Occurrence raised = tx.occurrences().insert(assigned(occurrence, place.get()).build());
    return Taken.changed(raised.taskId());
  }

  private Taken update(Occurrence occurrence) {
    boolean described =
        !signal.description().isBlank() && !signal.description().equals(occurrence.description());
    boolean prioritised = signal.priority() != occurrence.priority();
    if (occurrence.clearedAt().isPresent() || !(described || prioritised)) {
      return repeat(occurrence);
    }
    Occurrence.Builder changed = occurrence.toBuilder().priority(signal.priority());
    if (described) {
      changed.description(signal.description());
    }
    Occurrence stored = tx.occurrences().update(changed.build());
    if (stored.dismissal().isPresent()) {
      return Taken.changed(Optional.empty());
    }
    if (stored.clientId().isEmpty()) {
      Taken assigned = repeat(stored);
      return assigned.taskId().isPresent() ? assigned : Taken.withoutClient();
    }
    openTask(occurrence.taskId())
        .ifPresent(
            task -> {
              // what the source did not change may have been changed by a person since
              Task.Builder updated = task.toBuilder();
              if (described) {
                updated.description(signal.description());
              }
              if (prioritised) {
                updated.priority(signal.priority());
              }
              tx.tasks().update(updated.build());
            });
    return Taken.changed(occurrence.taskId());
  }

  private Taken clear() {
    List<Occurrence> ending = known.ending();
    if (ending.isEmpty()) {
      return Taken.repeated(known.meant().flatMap(Occurrence::taskId));
    }
    for (Occurrence occurrence : ending) {
      tx.occurrences().update(occurrence.toBuilder().clearedAt(end(occurrence)).build());
    }
    ending.stream().map(Occurrence::taskId).flatMap(Optional::stream).distinct().forEach(this::end);
    Occurrence newest = ending.get(0);
    return new Taken(true, newest.waits(), newest.taskId());
  }

  private Instant end(Occurrence occurrence) {
    return signal.occurredAt().filter(at -> !at.isBefore(occurrence.raisedAt())).orElse(now);
  }

  /** Ends a task that nothing stands for any more, unless somebody was faster. */
  private void end(String taskId) {
    // Whoever adds an occurrence holds the task's lock: who counts without it may miss one.
    openTask(Optional.of(taskId))
        .filter(task -> !isStanding(task))
        .ifPresent(
            task ->
                tx.tasks()
                    .update(
                        task.toBuilder()
                            .state(task.state().on(TaskEvent.RECOVER).orElseThrow())
                            .finishedAt(now)
                            .build()));
  }

  private boolean isStanding(Task task) {
    OccurrenceQuery standing = OccurrenceQuery.builder().taskId(task.id()).cleared(false).build();
    return tx.occurrences().count(standing) > 0;
  }

  private Optional<Place> place() {
    Optional<Client> client = places.client(signal.client());
    if (client.isEmpty()) {
      if (sender.strict()) {
        throw new InvalidInputException(
            prefix + "client", signal.client().isBlank() ? "is missing" : "is not known");
      }
      return mapped();
    }
    String clientId = client.get().id();
    Optional<Asset> asset = places.asset(clientId, signal.asset());
    if (sender.strict() && asset.isEmpty() && !signal.asset().isBlank()) {
      throw new InvalidInputException(prefix + "asset", "is no equipment of this client");
    }
    places.checkReferences(signal, clientId, prefix);
    return Optional.of(new Place(client.get(), asset, Optional.empty()));
  }

  private Optional<Place> mapped() {
    Optional<Place> place = said();
    place.ifPresent(found -> places.checkReferences(signal, found.client().id(), prefix));
    return place;
  }

  private Optional<Place> said() {
    return new Mappings(tx, places).place(sender.source(), signal.client(), signal.asset());
  }

  /** Of the client that the signal names, whether it may be taken or not. */
  private Optional<String> clientId() {
    return places.client(signal.client()).or(() -> said().map(Place::client)).map(Client::id);
  }

  private Occurrence.Builder assigned(Occurrence.Builder occurrence, Place place) {
    return occurrence
        .clientId(place.client().id())
        .assetId(place.asset().map(Asset::id))
        .taskId(taskId(place));
  }

  /** The open task of the same condition at the same client, else a new one. */
  private String taskId(Place place) {
    Optional<Task> open = openTask(known.newestTaskId(place.client().id()));
    if (open.isPresent()) {
      Task again = open.get();
      tx.tasks().update(again.toBuilder().occurrences(again.occurrences() + 1).build());
      return again.id();
    }
    Optional<Visit> visit = places.visit(signal, place.client().id(), place.asset(), prefix);
    visit.ifPresent(this::requireOwn);
    return tx.tasks().insert(newTask(new Place(place.client(), place.asset(), visit))).id();
  }

  /** Engineers put something on their own visits only, unless it gets there by itself. */
  private void requireOwn(Visit visit) {
    Actor author = sender.actor();
    if (signal.visitId().isPresent()
        && author.role() == Role.ENGINEER
        && !visit.engineerId().equals(author.id())) {
      throw new ForbiddenException("The visit is another engineer's.");
    }
  }

  private Task newTask(Place place) {
    return Task.builder()
        .id(tx.newId())
        .clientId(place.client().id())
        .assetId(place.asset().map(Asset::id))
        .visitId(place.visit().map(Visit::id))
        .projectId(signal.projectId())
        .source(sender.source())
        .externalId(signal.externalId())
        .title(signal.title())
        .description(signal.description())
        .priority(signal.priority())
        .state(place.visit().isPresent() ? TaskState.PLANNED : TaskState.NEW)
        .dueAt(signal.dueAt())
        .engineerId(signal.engineerId().or(place::engineerId))
        .createdAt(now)
        .build();
  }

  private Optional<Task> openTask(Optional<String> id) {
    return id.flatMap(tx.tasks()::findForUpdate).filter(task -> !task.state().isFinal());
  }
}
