package org.daybook.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    Storage storage = started();
    assertThat(services).containsOnlyKeys(Store.class, DataSource.class);
    assertThat(((Dictionary<?, ?>) properties.get(DataSource.class)).get("daybook.transactional"))
        .isEqualTo(true);
    storage.stop();
    assertThat(services).isEmpty();
  }

  @Test
  public void waitsForADatabaseThatComesUpLater() {
    line.cut();
    Storage storage = started();
    assertThat(services).isEmpty();
    line.mend();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(services).containsKey(DataSource.class));
    Store store = (Store) services.get(Store.class);
    store.inTransaction(Examples.MANAGER, tx -> tx.tasks().insert(Examples.task()));
    storage.stop();
    assertThat(services).isEmpty();
  }

  @Test
  public void stopsWhileItWaits() {
    line.cut();
    Storage storage = started();
    storage.stop();
    line.mend();
    assertThat(services).isEmpty();
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
