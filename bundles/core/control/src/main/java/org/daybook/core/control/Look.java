package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.notice.Notice;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;

/** The store at one moment, and whom and what the facts of that moment speak of. */
final class Look {
  /** How long what was seen and acknowledged stays on the board. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Transaction tx;
  private final Instant now;
  private final Words words;
  private final Map<String, Optional<Client>> clients = new HashMap<>();
  private final Map<String, Optional<StaffMember>> staff = new HashMap<>();

  Look(Transaction tx, Instant now, Words words) {
    this.tx = tx;
    this.now = now;
    this.words = words;
  }

  Transaction tx() {
    return tx;
  }

  Instant now() {
    return now;
  }

  Words words() {
    return words;
  }

  /** Whose task or visit it is; empty only for ids that belong to nobody. */
  Optional<Client> client(String id) {
    return clients.computeIfAbsent(id, tx.clients()::find);
  }

  ZoneId zone(String clientId) {
    return client(clientId).map(Client::zone).orElse(words.zone());
  }

  Optional<StaffMember> staff(String id) {
    return staff.computeIfAbsent(id, tx.staff()::find);
  }

  String staffName(Optional<String> id) {
    return id.flatMap(this::staff).map(StaffMember::name).orElseGet(() -> words.say("nobody"));
  }

  /** Who does it, or will. */
  Optional<String> engineerOf(Task task) {
    return task.engineerId()
        .or(() -> task.visitId().flatMap(tx.visits()::find).map(Visit::engineerId))
        .or(() -> client(task.clientId()).flatMap(Client::engineerId));
  }

  /** The next active one above, else the client's manager, else the operators; never themself. */
  Optional<String> managerOf(Optional<String> staffId, String clientId) {
    return staffId
        .flatMap(id -> new Chain(this::staff).above(id))
        .or(
            () ->
                client(clientId)
                    .flatMap(Client::managerId)
                    .filter(id -> !staffId.equals(Optional.of(id)))
                    .filter(id -> staff(id).filter(StaffMember::active).isPresent()));
  }

  /** The beginning of a sentence about a task: whose, what, and who does it. */
  Words.Sentence about(String key, Task task) {
    return words
        .sentence(key)
        .with("title", task.title())
        .with("client", clientName(task.clientId()))
        .with("engineer", staffName(engineerOf(task)));
  }

  Words.Sentence about(String key, Visit visit) {
    return words
        .sentence(key)
        .with("client", clientName(visit.clientId()))
        .with("engineer", staffName(Optional.of(visit.engineerId())))
        .with(
            "day", words.day(visit.arrivedAt().orElse(visit.plannedFor()), zone(visit.clientId())));
  }

  String clientName(String id) {
    return client(id).map(Client::name).orElseGet(() -> words.say("client"));
  }

  /** The visit that a notice with a key such as {@code visit:ID} is about. */
  Optional<Visit> visit(Notice told) {
    return tx.visits().find(Fact.id(told.key()));
  }

  /** Whether something that cannot be undone was seen so long ago that it is history. */
  boolean isPast(Notice told, Visit visit) {
    return isPast(told) && visit.plannedFor().isBefore(now);
  }

  boolean isPast(Notice told) {
    boolean seen = told.state() == Notice.State.ACKNOWLEDGED;
    return seen && told.lastSeenAt().plus(KEPT).isBefore(now);
  }

  /** Whether somebody has been at the site since: what was left is in their hands now. */
  boolean isSucceeded(Visit visit) {
    VisitQuery later =
        VisitQuery.builder()
            .siteId(visit.siteId())
            .from(visit.plannedFor().plusMillis(1))
            .addStates(
                VisitState.ON_SITE, VisitState.CLOSING, VisitState.CLOSED, VisitState.REPORTED)
            .build();
    return tx.visits().first(later).isPresent();
  }
}
