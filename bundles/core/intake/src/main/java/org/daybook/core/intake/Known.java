package org.daybook.core.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Occurrence;

/**
 * What is known of the condition that a signal is about. One read answers nearly every question:
 * few conditions have more occurrences than one page, and most have none.
 */
final class Known {
  private static final int RECENT = 20;

  private final Transaction tx;
  private final String source;
  private final TaskSignal signal;
  private final Supplier<Optional<String>> clientId;
  private final Page<Occurrence> recent;

  /**
   * Reads what is known.
   *
   * @param clientId finds whom the signal names; asked only if that matters
   */
  Known(Transaction tx, String source, TaskSignal signal, Supplier<Optional<String>> clientId) {
    this.tx = tx;
    this.source = source;
    this.signal = signal;
    this.clientId = clientId;
    this.recent =
        tx.occurrences().list(condition().build(), new PageRequest(RECENT, Optional.empty(), true));
  }

  /**
   * The occurrence that the signal means: the one it names, or, if its source cannot tell, the
   * newest one of its client that stands.
   */
  Optional<Occurrence> meant() {
    return isNamed() ? named() : standing().stream().findFirst();
  }

  /** All occurrences whose end the signal tells, the newest first. */
  List<Occurrence> ending() {
    return isNamed() ? endingWithNamed() : standing();
  }

  /** What a new occurrence is called: as the source says, else by its number. */
  String nextKey() {
    return isNamed() ? signal.occurrence() : "#" + (1 + countAll());
  }

  /** The task of the newest occurrence at a client. */
  Optional<String> newestTaskId(String clientId) {
    return recent.items().stream()
        .filter(occurrence -> occurrence.clientId().filter(clientId::equals).isPresent())
        .map(Occurrence::taskId)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean isNamed() {
    return !signal.occurrence().isBlank();
  }

  private Optional<Occurrence> named() {
    Optional<Occurrence> found =
        recent.items().stream()
            .filter(occurrence -> occurrence.occurrence().equals(signal.occurrence()))
            .findFirst();
    if (found.isPresent() || recent.next().isEmpty()) {
      return found;
    }
    return tx.occurrences().first(condition().occurrence(signal.occurrence()).build());
  }

  /**
   * One condition stands once: its end is also the end of every outbreak before it. A monitoring
   * server that was restarted tells the end of an outbreak with another beginning than it had.
   */
  private List<Occurrence> endingWithNamed() {
    Optional<Occurrence> named = named();
    Optional<Instant> begun = named.map(Occurrence::raisedAt).or(signal::occurredAt);
    List<Occurrence> ending = new ArrayList<>();
    named.filter(each -> each.clearedAt().isEmpty()).ifPresent(ending::add);
    begun.ifPresent(at -> ending.addAll(standingBefore(at)));
    return ending;
  }

  private List<Occurrence> standingBefore(Instant moment) {
    return ofThisClient(
        allStanding().stream().filter(each -> each.raisedAt().isBefore(moment)).toList());
  }

  private List<Occurrence> standing() {
    return ofThisClient(allStanding());
  }

  /** The newest first. */
  private List<Occurrence> allStanding() {
    if (recent.next().isEmpty()) {
      return recent.items().stream().filter(each -> each.clearedAt().isEmpty()).toList();
    }
    List<Occurrence> all =
        new ArrayList<>(tx.occurrences().all(condition().cleared(false).build()));
    Collections.reverse(all);
    return all;
  }

  /** Others may call theirs the same; who names no client, or cannot, means whatever stands. */
  private List<Occurrence> ofThisClient(List<Occurrence> occurrences) {
    if (occurrences.isEmpty() || signal.client().isBlank() || signal.unique()) {
      return occurrences;
    }
    Optional<String> client = clientId.get();
    return occurrences.stream().filter(each -> isOf(client, each)).toList();
  }

  /** By what is known of both, else by what the source calls them. */
  private boolean isOf(Optional<String> client, Occurrence occurrence) {
    return client.isPresent() && occurrence.clientId().isPresent()
        ? client.equals(occurrence.clientId())
        : SignalMapping.key(occurrence.clientHint()).equals(SignalMapping.key(signal.client()));
  }

  private long countAll() {
    return recent.next().isEmpty()
        ? recent.items().size()
        : tx.occurrences().count(condition().build());
  }

  private OccurrenceQuery.Builder condition() {
    OccurrenceQuery.Builder query = OccurrenceQuery.builder();
    query.source(source).externalId(signal.externalId());
    return query;
  }
}
