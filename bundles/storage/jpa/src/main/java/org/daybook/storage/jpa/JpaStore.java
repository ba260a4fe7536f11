package org.daybook.storage.jpa;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.daybook.api.access.Actor;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store on a relational database.
 *
 * <p>The isolation level is READ COMMITTED on both databases. When transactions deadlock or wait
 * too long for each other, the outermost work is done again from its beginning, a few times; then
 * {@link UnavailableException} is thrown. So work must not change anything but the store.
 */
final class JpaStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(JpaStore.class);
  private static final int ATTEMPTS = 5;
  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private final EntityManagerFactory factory;
  private final Clock clock;
  private final Ids ids;
  private final NumberSeries numbers;
  private final ListQueries queries = new ListQueries();
  private final ThreadLocal<OpenTransaction> current = new ThreadLocal<>();
  private final AtomicBoolean answering = new AtomicBoolean(true);

  JpaStore(EntityManagerFactory factory, Clock clock) {
    this.factory = factory;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.numbers = new NumberSeries(factory);
  }

  @Override
  public <T> T inTransaction(Actor actor, Function<Transaction, T> work) {
    Objects.requireNonNull(actor, "actor");
    OpenTransaction open = current.get();
    if (open != null) {
      return open.joinedBy(actor, joined -> work.apply(transaction(joined)));
    }
    return repeatedly(() -> OpenTransaction.forWriting(entities(), actor, ids, clock), work);
  }

  @Override
  public <T> T read(Function<Transaction, T> work) {
    OpenTransaction open = current.get();
    if (open != null) {
      return work.apply(transaction(open));
    }
    return repeatedly(() -> OpenTransaction.forReading(entities(), ids, clock), work);
  }

  /** The connection of the transaction that the calling thread is in. */
  Optional<Connection> joinedConnection() {
    return Optional.ofNullable(current.get())
        .filter(OpenTransaction::isWriting)
        .map(OpenTransaction::connection);
  }

  /** Makes sure that the transaction that the calling thread is in is not committed. */
  void doom(RuntimeException reason) {
    OpenTransaction open = current.get();
    if (open != null) {
      open.doom(reason);
    }
  }

  private <T> T repeatedly(Supplier<OpenTransaction> opening, Function<Transaction, T> work) {
    for (int attempt = 1; ; attempt++) {
      Attempt<T> outcome = attempted(opening, work);
      if (outcome.failure() == null) {
        answers();
        return outcome.result();
      }
      if (!outcome.conflict() || attempt == ATTEMPTS) {
        throw reported(outcome.failure());
      }
      LOG.debug("Transactions stood in each other's way, attempt {}", attempt);
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * LONGEST_PAUSE_NANOS));
    }
  }

  private <T> Attempt<T> attempted(
      Supplier<OpenTransaction> opening, Function<Transaction, T> work) {
    try (OpenTransaction open = opening.get()) {
      current.set(open);
      try {
        open.begin();
        T result = work.apply(transaction(open));
        open.commit();
        return new Attempt<>(result, null, false);
      } catch (RuntimeException e) {
        return new Attempt<>(null, e, open.isConflict());
      }
    } catch (UnavailableException e) {
      return new Attempt<>(null, e, false);
    } finally {
      current.remove();
    }
  }

  /** What came of doing the work once. */
  private record Attempt<T>(T result, RuntimeException failure, boolean conflict) {}

  private Transaction transaction(OpenTransaction open) {
    return new JpaTransaction(open, numbers, queries);
  }

  private EntityManager entities() {
    try {
      return factory.createEntityManager();
    } catch (RuntimeException e) {
      throw new UnavailableException("The database does not answer.", e);
    }
  }

  private RuntimeException reported(RuntimeException failure) {
    if (failure instanceof UnavailableException && answering.compareAndSet(true, false)) {
      LOG.warn("{} {}", failure.getMessage(), reasonOf(failure));
    }
    return failure;
  }

  private void answers() {
    if (!answering.get() && answering.compareAndSet(false, true)) {
      LOG.info("The database answers again");
    }
  }

  private static String reasonOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root == failure ? "" : root.toString();
  }
}
