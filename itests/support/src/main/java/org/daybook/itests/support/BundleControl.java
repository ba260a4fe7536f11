package org.daybook.itests.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Installs, starts, stops, updates and removes bundles of a running Daybook, by the OSGi JMX
 * Management Model. Each call makes a connection of its own: they are few, and the other side comes
 * and goes.
 */
public final class BundleControl {

  private final JMXServiceURL url;
  private final String user;
  private final String password;

  BundleControl(JMXServiceURL url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** One installed bundle; the state is spelt as in the framework: {@code ACTIVE}. */
  public record InstalledBundle(long id, String symbolicName, String state, String location) {}

  /** How far the start has come. */
  public int startLevel() {
    return call(
        "framework", (server, name) -> (Integer) server.getAttribute(name, "FrameworkStartLevel"));
  }

  /** Every installed bundle. */
  public List<InstalledBundle> list() {
    return call(
        "bundleState",
        (server, name) -> {
          TabularData table = (TabularData) server.invoke(name, "listBundles", null, null);
          return table.values().stream()
              .map(CompositeData.class::cast)
              .map(
                  row ->
                      new InstalledBundle(
                          (Long) row.get("Identifier"),
                          String.valueOf(row.get("SymbolicName")),
                          String.valueOf(row.get("State")),
                          String.valueOf(row.get("Location"))))
              .toList();
        });
  }

  public Optional<InstalledBundle> find(String symbolicName) {
    return list().stream().filter(b -> b.symbolicName().equals(symbolicName)).findFirst();
  }

  /** Installs and starts a bundle from a file. */
  public long install(Path jar) {
    long id = framework("installBundle", jar.toUri().toString(), String.class, Long.class);
    framework("startBundle", id, long.class, Void.class);
    return id;
  }

  public void start(String symbolicName) {
    framework("startBundle", id(symbolicName), long.class, Void.class);
  }

  public void stop(String symbolicName) {
    framework("stopBundle", id(symbolicName), long.class, Void.class);
  }

  /** Updates a bundle from where it came from. */
  public void update(String symbolicName) {
    framework("updateBundle", id(symbolicName), long.class, Void.class);
  }

  /** Updates a bundle from another place. */
  public void update(String symbolicName, URI from) {
    long id = id(symbolicName);
    call(
        "framework",
        (server, name) ->
            server.invoke(
                name,
                "updateBundleFromURL",
                new Object[] {id, from.toString()},
                new String[] {long.class.getName(), String.class.getName()}));
  }

  public void uninstall(String symbolicName) {
    framework("uninstallBundle", id(symbolicName), long.class, Void.class);
  }

  private long id(String symbolicName) {
    return find(symbolicName)
        .orElseThrow(() -> new AssertionError("No bundle " + symbolicName + " is installed"))
        .id();
  }

  private <T> T framework(String operation, Object argument, Class<?> type, Class<T> result) {
    return call(
        "framework",
        (server, name) ->
            result.cast(
                server.invoke(
                    name, operation, new Object[] {argument}, new String[] {type.getName()})));
  }

  @SuppressWarnings("BanJNDI") // JMX over RMI, to a process that this test started
  private <T> T call(String mbean, Call<T> call) {
    Map<String, Object> credentials =
        Map.of(JMXConnector.CREDENTIALS, new String[] {user, password});
    try (JMXConnector connector = JMXConnectorFactory.connect(url, credentials)) {
      MBeanServerConnection server = connector.getMBeanServerConnection();
      Set<ObjectName> names =
          server.queryNames(new ObjectName("osgi.core:type=" + mbean + ",*"), null);
      if (names.isEmpty()) {
        throw new IOException("The MBean " + mbean + " is not registered yet");
      }
      return call.on(server, names.iterator().next());
    } catch (IOException | JMException e) {
      throw new IllegalStateException("The running Daybook does not answer by JMX: " + e, e);
    }
  }

  private interface Call<T> {
    T on(MBeanServerConnection server, ObjectName name) throws IOException, JMException;
  }
}
