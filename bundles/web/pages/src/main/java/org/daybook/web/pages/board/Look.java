package org.daybook.web.pages.board;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.store.Page;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;

/** One look of one person at the store, inside one transaction. */
public final class Look {
  private final Transaction tx;
  private final Asked asked;
  private final Instant now;
  private final Duration tolerance;
  private final Words words;
  private final Map<String, Optional<Client>> clients = new HashMap<>();
  private final Map<String, Optional<StaffMember>> staff = new HashMap<>();

  Look(Transaction tx, Asked asked, Instant now, Duration tolerance) {
    this(tx, asked, now, tolerance, asked.words());
  }

  private Look(Transaction tx, Asked asked, Instant now, Duration tolerance, Words words) {
    this.tx = tx;
    this.asked = asked;
    this.now = now;
    this.tolerance = tolerance;
    this.words = words;
  }

  /** The same look, said in the words of a chapter. */
  public Look in(Words other) {
    return new Look(tx, asked, now, tolerance, other);
  }

  public Transaction tx() {
    return tx;
  }

  public Visitor visitor() {
    return asked.visitor();
  }

  public Actor actor() {
    return visitor().actor();
  }

  public Words words() {
    return words;
  }

  public Instant now() {
    return now;
  }

  /** How long after its time a planned visit may begin before it is late. */
  public Duration tolerance() {
    return tolerance;
  }

  /** The address of a page of the board; blank if it is none, or not for them. */
  public String link(String path) {
    return asked.routes().opens(actor().role(), path) ? asked.root() + path.substring(1) : "";
  }

  /** Looks up at once whom visits mention, for pages that name them all. */
  public List<Visit> withNames(List<Visit> visits) {
    meet(visits.stream().map(Visit::clientId), visits.stream().map(Visit::engineerId));
    return visits;
  }

  /** The same for all that mappings of signals mention. */
  public Collection<SignalMapping> withNames(Collection<SignalMapping> mappings) {
    meet(
        mappings.stream().map(SignalMapping::clientId),
        mappings.stream().map(SignalMapping::mappedBy));
    tx.assets().find(ids(mappings.stream().flatMap(mapping -> mapping.assetId().stream())));
    return mappings;
  }

  /** The same for all that tasks mention. */
  public Page<Task> withNames(Page<Task> page) {
    List<Task> tasks = page.items();
    meet(
        tasks.stream().map(Task::clientId),
        tasks.stream()
            .flatMap(task -> Stream.of(task.engineerId(), task.specialistId()))
            .flatMap(Optional::stream));
    tx.visits().find(ids(tasks.stream().flatMap(task -> task.visitId().stream())));
    return page;
  }

  private void meet(Stream<String> clientIds, Stream<String> staffIds) {
    tx.clients().find(ids(clientIds)).forEach(found -> clients.put(found.id(), Optional.of(found)));
    tx.staff().find(ids(staffIds)).forEach(found -> staff.put(found.id(), Optional.of(found)));
  }

  private static Set<String> ids(Stream<String> mentioned) {
    return mentioned.collect(Collectors.toSet());
  }

  public Optional<Client> client(String id) {
    return clients.computeIfAbsent(id, tx.clients()::find);
  }

  public Optional<StaffMember> staff(String id) {
    return staff.computeIfAbsent(id, tx.staff()::find);
  }

  /** Their name; if they are gone, what they were called by. */
  public String nameOf(String staffId) {
    return staff(staffId).map(StaffMember::name).orElse(staffId);
  }

  /** A dash for nobody. */
  public String nameOf(Optional<String> staffId) {
    return staffId.map(this::nameOf).orElse("—");
  }

  public String clientName(String clientId) {
    return client(clientId).map(Client::name).orElse(clientId);
  }

  /** A moment in the zone of a client. */
  public String moment(Instant moment, String clientId) {
    ZoneId zone = client(clientId).map(Client::zone).orElse(words().zone());
    return words().moment(moment, zone);
  }

  /** Blank for none. */
  public String moment(Optional<Instant> moment, String clientId) {
    return moment.map(at -> moment(at, clientId)).orElse("");
  }
}
