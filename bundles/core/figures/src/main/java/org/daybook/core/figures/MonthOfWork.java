package org.daybook.core.figures;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Repository;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;

/**
 * One month, in one transaction. Seven queries, each along an index, that find what is of the month
 * somewhere on earth; page by page, so that the month of a large company is never held at once.
 */
final class MonthOfWork {
  private static final String NOBODY = "";

  private final Transaction tx;
  private final YearMonth month;
  private final Instant now;
  private final Figures.By by;
  private final Map<String, Client> clients;
  private final Map<ZoneId, Span> spans = new HashMap<>();
  private final Map<String, Tally> tallies = new HashMap<>();

  MonthOfWork(Transaction tx, YearMonth month, Instant now, Figures.By by) {
    this.tx = tx;
    this.month = month;
    this.now = now;
    this.by = by;
    this.clients =
        tx.clients().all(ClientQuery.everything()).stream()
            .collect(toMap(Client::id, Function.identity()));
  }

  List<FigureRow> rows() {
    clients.values().forEach(client -> span(client.zone()));
    if (!spans.isEmpty()) {
      Instant from = spans.values().stream().map(Span::from).min(Comparator.naturalOrder()).get();
      Instant until = spans.values().stream().map(Span::until).max(Comparator.naturalOrder()).get();
      visits(from, until);
      tasks(from, until);
      disputes(from, until);
    }
    return by == Figures.By.CLIENT ? ofClients() : ofEngineers();
  }

  private void visits(Instant from, Instant until) {
    VisitQuery planned = VisitQuery.builder().from(from).until(until).build();
    each(tx.visits(), planned, this::add);
  }

  private void add(Visit visit) {
    Span span = span(visit.clientId());
    if (span.has(visit.plannedFor())) {
      tally(visit.clientId(), visit.engineerId()).add(visit, span);
    }
  }

  /** Those that ended in the month, those that are open, and those that were when it ended. */
  private void tasks(Instant from, Instant until) {
    TaskQuery.Builder open = TaskQuery.builder().createdUntil(until);
    Stream.of(TaskState.values()).filter(state -> !state.isFinal()).forEach(open::addStates);
    Stream.of(
            TaskQuery.builder().finishedFrom(from).finishedUntil(until).build(),
            open.build(),
            TaskQuery.builder().finishedFrom(until).createdUntil(until).build())
        .forEach(query -> each(tx.tasks(), query, this::add));
  }

  private void add(Task task) {
    tally(task.clientId(), task.engineerId().orElse(NOBODY)).add(task, span(task.clientId()));
  }

  private void disputes(Instant from, Instant until) {
    DisputeQuery decided = DisputeQuery.builder().decidedFrom(from).decidedUntil(until).build();
    each(tx.disputes(), decided, this::add);
  }

  private void add(Dispute dispute) {
    boolean upheld = dispute.decision().equals(Optional.of(DisputeState.UPHELD));
    if (upheld && dispute.decidedAt().filter(span(dispute.clientId())::has).isPresent()) {
      tally(dispute.clientId(), dispute.engineerId()).addUpheld();
    }
  }

  private Tally tally(String clientId, String engineerId) {
    String key = by == Figures.By.CLIENT ? clientId : engineerId;
    return tallies.computeIfAbsent(key, none -> new Tally());
  }

  private Span span(String clientId) {
    return span(clients.get(clientId).zone());
  }

  private Span span(ZoneId zone) {
    return spans.computeIfAbsent(zone, z -> Span.of(month, z, now));
  }

  private List<FigureRow> ofClients() {
    return clients.values().stream()
        .filter(client -> client.active() || hasSomething(client.id()))
        .sorted(Comparator.comparing(Client::name).thenComparing(Client::id))
        .map(client -> row(client.id(), client.code(), client.name()))
        .toList();
  }

  private List<FigureRow> ofEngineers() {
    List<FigureRow> rows = new ArrayList<>();
    tx.staff().all(StaffQuery.everything()).stream()
        .filter(member -> isActiveEngineer(member) || hasSomething(member.id()))
        .sorted(Comparator.comparing(StaffMember::name).thenComparing(StaffMember::id))
        .forEach(member -> rows.add(row(member.id(), member.id(), member.name())));
    if (hasSomething(NOBODY)) {
      rows.add(tallies.get(NOBODY).row(FigureRow.builder().name("")));
    }
    return rows;
  }

  private static boolean isActiveEngineer(StaffMember member) {
    return member.active() && member.role() == Role.ENGINEER;
  }

  private boolean hasSomething(String key) {
    return tallies.containsKey(key) && !tallies.get(key).isEmpty();
  }

  private FigureRow row(String id, String code, String name) {
    return tallies
        .getOrDefault(id, new Tally())
        .row(FigureRow.builder().id(id).code(code).name(name));
  }

  private static <T, Q> void each(Repository<T, Q> repository, Q query, Consumer<T> action) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<T> page = repository.list(query, new PageRequest(PageRequest.MAX_SIZE, cursor, false));
      page.items().forEach(action);
      cursor = page.next();
    } while (cursor.isPresent());
  }
}
