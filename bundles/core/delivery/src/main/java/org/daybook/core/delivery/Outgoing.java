package org.daybook.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.store.Repository;
import org.daybook.api.store.Transaction;

/**
 * What goes out: deliveries of reports and letters take the same steps, and differ in where they
 * are kept and in what is known of them.
 */
interface Outgoing<T> {
  /** The type of the jobs that send it; their key is its id. */
  String job();

  String id(T value);

  /** The address that it goes to. */
  String recipient(T value);

  /** Where it is kept. */
  Repository<T, ?> in(Transaction tx);

  default Optional<T> find(Transaction tx, String id) {
    return in(tx).find(id);
  }

  /** For a change. */
  default Optional<T> lock(Transaction tx, String id) {
    return in(tx).findForUpdate(id);
  }

  default T update(Transaction tx, T value) {
    return in(tx).update(value);
  }

  /** All that were put off. */
  List<T> deferred(Transaction tx);

  Progress progress(T value);

  T with(T value, Progress progress);

  /** What else is known once it was sent. */
  default T sent(T value, Instant now) {
    return value;
  }

  /** Takes back what was told of it: somebody has acted, and it is told anew if it fails again. */
  void withdraw(T value);
}
