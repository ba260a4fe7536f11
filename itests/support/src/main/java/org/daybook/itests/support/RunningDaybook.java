package org.daybook.itests.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXServiceURL;
import org.junit.rules.ExternalResource;

/**
 * The distribution, unpacked and started as an operator would: a process of its own, with its own
 * scripts, on free loopback ports. As a JUnit rule it lives as long as the class or the test.
 *
 * <pre>{@code
 * @ClassRule public static final RunningDaybook DAYBOOK = RunningDaybook.named("reports");
 * }</pre>
 */
public final class RunningDaybook extends ExternalResource {

  /** The password of the account {@code admin} and of the accounts of the demo data. */
  public static final String PASSWORD = "correct horse battery staple";

  private static final String INVITATIONS = "etc/org.daybook.invitations.cfg";

  /** Far more than a start needs: a slow machine must not fail a test. */
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  /** The start level at which everything runs. */
  private static final int COMPLETE = 100;

  private final String name;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private Ports ports;
  private Path home;
  private Process process;

  private RunningDaybook(String name) {
    this.name = name;
    environment.put("DAYBOOK_ADMIN_PASSWORD", PASSWORD);
    // Whether the demo data has a visit tomorrow depends on the day: nothing else counts on it.
    files.put(INVITATIONS, "reminders = false\n");
  }

  /** A Daybook that is not started yet; the name is that of its directory. */
  public static RunningDaybook named(String name) {
    return new RunningDaybook(name);
  }

  /** Loads the demo data at the first start. */
  public RunningDaybook withDemoData() {
    return withEnvironment("DAYBOOK_DEMO", "true");
  }

  /** Lets visits be reminded of by mail, which otherwise they are not. */
  public RunningDaybook withReminders() {
    files.remove(INVITATIONS);
    return this;
  }

  public RunningDaybook withEnvironment(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public RunningDaybook withoutEnvironment(String variable) {
    environment.remove(variable);
    return this;
  }

  /** Writes a file before the first start, such as {@code etc/org.daybook.delivery.cfg}. */
  public RunningDaybook withFile(String path, String content) {
    files.put(path, content);
    return this;
  }

  @Override
  protected void before() {
    start();
    awaitHealthy();
    awaitComplete();
  }

  @Override
  protected void after() {
    kill();
  }

  /** Starts the process, unpacking the distribution when this is the first time. */
  public void start() {
    if (home == null) {
      home = Distribution.unpack(name);
      ports = Ports.free();
      files.forEach(this::write);
    }
    ProcessBuilder builder = new ProcessBuilder("bin/karaf", "daemon");
    builder.directory(home.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(home.resolve("console.log").toFile()));
    builder.environment().putAll(environment());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Daybook cannot be started", e);
    }
  }

  /** Waits until {@code GET /health} answers 200. */
  public void awaitHealthy() {
    await("Daybook in " + home + " to be healthy")
        // What the kill of the process before did to the connections of a test server is no news
        .dontCatchUncaughtExceptions()
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .failFast("Daybook ended; see " + home, () -> !process.isAlive())
        .until(() -> http().get("/health").status() == 200);
  }

  /** Waits until everything is started: the console, SSH and JMX come after health. */
  public void awaitComplete() {
    await("all bundles of " + home + " to be started")
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(IllegalStateException.class)
        .failFast("Daybook ended; see " + home, () -> !process.isAlive())
        .until(() -> bundles().startLevel() >= COMPLETE);
  }

  /** Ends the process as {@code kill -9} does: no handler runs, nothing is flushed. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly();
      awaitEnd();
    }
  }

  /** Ends the process as an operator does. */
  public void stop() {
    script("", "bin/stop");
    awaitEnd();
  }

  /** Ends the process, if it runs, as a service manager does, and removes all that it left. */
  public void discard() {
    if (isRunning()) {
      process.destroy();
      awaitEnd();
    }
    if (home != null) {
      Distribution.remove(home);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("Daybook in " + home + " did not end within " + STOP_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** The process id: the same as long as nothing was restarted. */
  public long pid() {
    return process.pid();
  }

  /** Where it is unpacked. */
  public Path home() {
    return home;
  }

  /** Where plugins are dropped. */
  public Path deploy() {
    return home.resolve("deploy");
  }

  /** Where it answers, without a slash at the end. */
  public String address() {
    return "http://127.0.0.1:" + ports.http();
  }

  /** Requests without credentials. */
  public Http http() {
    return new Http(address());
  }

  /** Requests as {@code admin}. */
  public Http admin() {
    return http().as("admin", PASSWORD);
  }

  /** Every port that was given to it. */
  public List<Integer> ports() {
    return List.of(ports.http(), ports.ssh(), ports.jmxRegistry(), ports.jmxServer());
  }

  /** Controls the bundles as the console's account. */
  public BundleControl bundles() {
    return bundles("karaf", consolePassword());
  }

  /** Controls the bundles as another account. */
  public BundleControl bundles(String user, String password) {
    String url =
        "service:jmx:rmi://127.0.0.1:%d/jndi/rmi://127.0.0.1:%d/karaf-root"
            .formatted(ports.jmxServer(), ports.jmxRegistry());
    try {
      return new BundleControl(new JMXServiceURL(url), user, password);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The random password that the first start gave to the console's account. */
  public String consolePassword() {
    Properties users = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("etc/users.properties"), UTF_8)) {
      users.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return users.getProperty("karaf").split(",", 2)[0];
  }

  /** Runs commands on the console, as {@code bin/client -b} does, and returns what was printed. */
  public String console(String... commands) {
    return script(String.join("\n", commands) + "\n", "bin/client", "-b");
  }

  /** Everything logged so far. */
  public String log() {
    try {
      return Files.readString(home.resolve("data/log/karaf.log"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String script(String input, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(home.toFile());
    builder.redirectErrorStream(true);
    builder.environment().putAll(environment());
    try {
      Path in = Files.createTempFile("daybook", ".in");
      Path out = Files.createTempFile("daybook", ".out");
      try {
        Files.writeString(in, input, UTF_8);
        builder.redirectInput(in.toFile());
        builder.redirectOutput(out.toFile());
        Process child = builder.start();
        if (!child.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          child.destroyForcibly();
          throw new AssertionError(String.join(" ", command) + " did not end: " + input);
        }
        return Files.readString(out, UTF_8);
      } finally {
        Files.delete(in);
        Files.delete(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.put("DAYBOOK_HTTP_PORT", String.valueOf(ports.http()));
    all.put("DAYBOOK_SSH_PORT", String.valueOf(ports.ssh()));
    all.put("DAYBOOK_JMX_REGISTRY_PORT", String.valueOf(ports.jmxRegistry()));
    all.put("DAYBOOK_JMX_SERVER_PORT", String.valueOf(ports.jmxServer()));
    return all;
  }

  private void write(String path, String content) {
    try {
      Path file = home.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
