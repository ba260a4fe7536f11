package org.daybook.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.daybook.api.store.Store;
import org.daybook.testkit.Examples;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

public class StorageTest {
  @ClassRule public static final DatabaseUnderTest DATABASE = DatabaseUnderTest.derby();

  private final SwitchedDataSource line = new SwitchedDataSource(DATABASE.pool());
  private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> properties = new ConcurrentHashMap<>();
  private final AtomicInteger registered = new AtomicInteger();
  private volatile Runnable onRegistration = () -> {};
  private EntityManagerFactory factory;

  @Before
  public void connect() throws Exception {
    DATABASE.emptyStore();
    factory = DatabaseUnderTest.entities(line);
  }

  @After
  public void disconnect() {
    factory.close();
  }

  @Test
  public void offersStoreAndDataSourceUntilItStops() {
    Storage storage = opened();
    assertThat(services).containsOnlyKeys(Store.class, DataSource.class);
    assertThat(((Dictionary<?, ?>) properties.get(DataSource.class)).get("daybook.transactional"))
        .isEqualTo(true);
    storage.stop();
    assertThat(services).isEmpty();
  }

  @Test
  public void waitsForADatabaseThatComesUpLater() throws Exception {
    line.cut();
    Storage storage = started();
    line.awaitRefusal();
    assertThat(services).isEmpty();
    line.mend();
    awaitServices();
    Store store = (Store) services.get(Store.class);
    store.inTransaction(Examples.MANAGER, tx -> tx.tasks().insert(Examples.task()));
    storage.stop();
    assertThat(services).isEmpty();
  }

  @Test
  public void stopsWhileItWaits() throws Exception {
    line.cut();
    Storage storage = started();
    line.awaitRefusal();
    storage.stop();
    line.mend();
    assertThat(services).isEmpty();
    awaitNoThread();
  }

  @Test
  public void stopsWhileItOpens() {
    started().stop();
    awaitNoThread();
    assertThat(services).isEmpty();
  }

  @Test
  public void withdrawsWhatItRegistersWhileItStops() {
    AtomicReference<Storage> storage = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    onRegistration =
        () -> {
          awaitUninterruptibly(known);
          storage.get().stop();
        };
    storage.set(started());
    known.countDown();
    awaitNoThread();
    assertThat(registered).hasValue(1);
    assertThat(services).isEmpty();
  }

  @Test
  public void survivesABundleThatIsGone() {
    onRegistration =
        () -> {
          throw new IllegalStateException("the bundle context is no longer valid");
        };
    Storage storage = started();
    awaitNoThread();
    assertThat(services).isEmpty();
    storage.stop();
  }

  @Test
  public void givesItsThreadBack() {
    Storage storage = opened();
    awaitNoThread();
    storage.stop();
  }

  private Storage opened() {
    Storage storage = started();
    awaitServices();
    return storage;
  }

  private void awaitServices() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(services).containsKey(DataSource.class));
  }

  private static void awaitNoThread() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("daybook-storage-opening")));
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Storage started() {
    return new Storage(context(), factory, line, Clock.systemUTC());
  }

  /** Knows only how to register services. */
  private BundleContext context() {
    return (BundleContext)
        Proxy.newProxyInstance(
            StorageTest.class.getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("registerService")) {
                throw new UnsupportedOperationException(method.getName());
              }
              onRegistration.run();
              registered.incrementAndGet();
              Class<?> type = (Class<?>) arguments[0];
              services.put(type, arguments[1]);
              properties.put(type, arguments[2]);
              return registration(type);
            });
  }

  private ServiceRegistration<?> registration(Class<?> type) {
    return (ServiceRegistration<?>)
        Proxy.newProxyInstance(
            StorageTest.class.getClassLoader(),
            new Class<?>[] {ServiceRegistration.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("unregister")) {
                services.remove(type);
              }
              return null;
            });
  }
}
