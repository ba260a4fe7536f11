package org.daybook.storage.jpa;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.daybook.api.store.Store;
import org.daybook.storage.jpa.row.ClientRow;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the {@link Store} and the transaction's {@link DataSource} once the schema is up to date.
 * They are registered by hand because that takes a while and a database may come up later than this
 * bundle. A thread of its own opens the store, asking again and again; the rest of the start goes
 * on meanwhile, and nobody sees a store that does not work.
 */
@Component(
    service = {},
    immediate = true)
public final class Storage {
  private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
  private static final long SECONDS_BETWEEN_ATTEMPTS = 2;
  private static final long LONGEST_LAST_ATTEMPT_SECONDS = 10;

  private final BundleContext context;
  private final EntityManagerFactory factory;
  private final DataSource pool;
  private final Clock clock;
  private final ScheduledExecutorService opening =
      Executors.newSingleThreadScheduledExecutor(Storage::thread);

  /** Held while the database is worked on, so that it is not taken away in the middle. */
  private final Lock working = new ReentrantLock();

  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
  private volatile boolean stopped;
  private boolean waiting;

  @Activate
  public Storage(
      BundleContext context,
      @Reference(target = "(osgi.unit.name=daybook)") EntityManagerFactory factory,
      @Reference(target = "(osgi.jndi.service.name=daybook)") DataSource pool,
      @Reference Clock clock) {
    this.context = context;
    this.factory = factory;
    this.pool = pool;
    this.clock = clock;
    opening.scheduleWithFixedDelay(this::attempt, 0, SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS);
  }

  /** Waits for an attempt under way, which is not interrupted: Derby would lose its files by it. */
  @Deactivate
  public void stop() {
    stopped = true;
    opening.shutdown();
    registered().forEach(Storage::withdraw);
    waitForTheLastAttempt();
  }

  private void attempt() {
    if (isOpened()) {
      opening.shutdown();
      offer(new JpaStore(factory, clock));
    }
  }

  private boolean isOpened() {
    working.lock();
    try {
      if (stopped) {
        return false;
      }
      open();
      return true;
    } catch (SQLException | LiquibaseException | RuntimeException | LinkageError e) {
      if (!waiting && !stopped) {
        waiting = true;
        LOG.warn("The store waits for its database: {}", reasonOf(e));
      }
      return false;
    } finally {
      working.unlock();
    }
  }

  /**
   * The schema and the rows' mapping at the same time: each takes half a second of a start. The
   * mapping is not tried before the database answers, for it does not get over a failure.
   */
  private void open() throws SQLException, LiquibaseException {
    pool.getConnection().close();
    FutureTask<Void> mapping = new FutureTask<>(this::map, null);
    Thread mapper = thread(mapping);
    mapper.setName("daybook-storage-mapping");
    mapper.start();
    try {
      Schema.update(pool);
    } finally {
      await(mapping);
    }
  }

  /** Has the rows mapped, and a query translated: the first one takes longest. */
  private void map() {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.createQuery("SELECT r FROM ClientRow r", ClientRow.class);
    } finally {
      entities.close();
    }
  }

  /** Never gives up on it, as on nothing that works on the database. */
  private static void await(FutureTask<Void> mapping) {
    boolean interrupted = false;
    while (true) {
      try {
        mapping.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw new IllegalStateException("the rows cannot be mapped", e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void offer(JpaStore store) {
    offer(Store.class, store, new Hashtable<>());
    offer(
        DataSource.class,
        new TransactionalDataSource(store, pool),
        new Hashtable<>(Map.of("daybook.transactional", true)));
    if (!stopped) {
      LOG.info("The store is open");
    }
  }

  /**
   * No lock is held while others are told of the service: they may have to wait for this bundle.
   */
  private <T> void offer(Class<T> type, T service, Dictionary<String, ?> properties) {
    if (stopped) {
      return;
    }
    try {
      ServiceRegistration<T> registration = context.registerService(type, service, properties);
      if (!isKept(registration)) {
        withdraw(registration);
      }
    } catch (IllegalStateException e) {
      LOG.debug("The bundle stopped while the store was opened", e);
    }
  }

  private synchronized boolean isKept(ServiceRegistration<?> registration) {
    return !stopped && registrations.add(registration);
  }

  private synchronized List<ServiceRegistration<?>> registered() {
    List<ServiceRegistration<?>> all = List.copyOf(registrations);
    registrations.clear();
    return all;
  }

  private static void withdraw(ServiceRegistration<?> registration) {
    try {
      registration.unregister();
    } catch (IllegalStateException e) {
      LOG.debug("The framework was faster", e);
    }
  }

  private void waitForTheLastAttempt() {
    try {
      if (working.tryLock(LONGEST_LAST_ATTEMPT_SECONDS, TimeUnit.SECONDS)) {
        working.unlock();
      } else {
        LOG.warn("The store was still being opened when it was stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = Executors.defaultThreadFactory().newThread(work);
    thread.setName("daybook-storage-opening");
    thread.setDaemon(true);
    return thread;
  }

  private static String reasonOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }
}
