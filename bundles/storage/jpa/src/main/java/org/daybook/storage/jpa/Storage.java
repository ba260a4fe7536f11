package org.daybook.storage.jpa;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.daybook.api.store.Store;
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
 * They are registered by hand because a database may come up later than this bundle: until then it
 * is asked again and again, and nobody sees a store that does not work.
 */
@Component(
    service = {},
    immediate = true)
public final class Storage {
  private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
  private static final long SECONDS_BETWEEN_ATTEMPTS = 2;

  private final BundleContext context;
  private final EntityManagerFactory factory;
  private final DataSource pool;
  private final Clock clock;
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
  private ScheduledExecutorService attempts;
  private boolean stopped;

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
    if (!isOpened()) {
      tryAgainUntilOpened();
    }
  }

  @Deactivate
  public synchronized void stop() {
    stopped = true;
    if (attempts != null) {
      attempts.shutdownNow();
    }
    registrations.forEach(ServiceRegistration::unregister);
    registrations.clear();
  }

  private boolean isOpened() {
    try {
      Schema.update(pool);
      factory.createEntityManager().close();
      offer(new JpaStore(factory, clock));
      return true;
    } catch (SQLException | LiquibaseException | RuntimeException e) {
      if (attempts == null) {
        LOG.warn("The store waits for its database: {}", reasonOf(e));
      }
      return false;
    }
  }

  private synchronized void offer(JpaStore store) {
    if (stopped) {
      return;
    }
    registrations.add(context.registerService(Store.class, store, new Hashtable<>()));
    registrations.add(
        context.registerService(
            DataSource.class,
            new TransactionalDataSource(store, pool),
            new Hashtable<>(Map.of("daybook.transactional", true))));
    LOG.info("The store is open");
  }

  private synchronized void tryAgainUntilOpened() {
    attempts =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = Executors.defaultThreadFactory().newThread(work);
              thread.setName("daybook-storage-opening");
              thread.setDaemon(true);
              return thread;
            });
    attempts.scheduleWithFixedDelay(
        () -> {
          if (isOpened()) {
            attempts.shutdown();
          }
        },
        SECONDS_BETWEEN_ATTEMPTS,
        SECONDS_BETWEEN_ATTEMPTS,
        TimeUnit.SECONDS);
  }

  private static String reasonOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }
}
