package org.daybook.core.intake;

import java.util.List;
import java.util.Optional;
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
  private final Page<Occurrence> recent;

  Known(Transaction tx, String source, TaskSignal signal) {
    this.tx = tx;
    this.source = source;
    this.signal = signal;
    this.recent =
        tx.occurrences().list(condition().build(), new PageRequest(RECENT, Optional.empty(), true));
  }

  /**
   * The occurrence that the signal means: the one it names, or, if its source cannot tell, the
   * newest one that stands.
   */
  Optional<Occurrence> meant() {
    return isNamed() ? named() : standing().stream().findFirst();
  }

  /** All occurrences whose end the signal tells. */
  List<Occurrence> ending() {
    return isNamed()
        ? named().filter(occurrence -> occurrence.clearedAt().isEmpty()).stream().toList()
        : standing();
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

  private List<Occurrence> standing() {
    if (recent.next().isEmpty()) {
      return recent.items().stream().filter(each -> each.clearedAt().isEmpty()).toList();
    }
    return tx.occurrences().all(condition().cleared(false).build());
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
