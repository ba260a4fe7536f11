package org.daybook.itests.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.daybook.api.store.Store;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.daybook.storage.derby.DerbyDataSourceFactory;
import org.daybook.storage.jpa.OpenedStore;

/**
 * The distribution as it is shipped, in a process of its own, on a database that was filled before
 * it started, and with a mail server.
 */
final class ShippedDaybook implements AutoCloseable {
  private static final String DATA_SOURCE = "etc/org.ops4j.datasource-daybook.cfg";
  private static final String SHIPPED_URL = "jdbc:derby:${karaf.data}/derby";
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private final SmtpSink sink;
  private final List<String> visits;
  private final RunningDaybook daybook;
  private final Http admin;

  private ShippedDaybook(SmtpSink sink, List<String> visits, RunningDaybook daybook) {
    this.sink = sink;
    this.visits = visits;
    this.daybook = daybook;
    this.admin = daybook.admin();
  }

  /**
   * Fills a database and starts on it; ready once everything has settled.
   *
   * @param fill fills an empty store, and returns the ids of visits
   */
  static ShippedDaybook start(Path folder, Fill fill) throws Exception {
    Path archive = archive();
    System.setProperty("daybook.distribution", archive.toString());
    System.setProperty("daybook.workdir", folder.toString());
    Path database = folder.resolve("derby");
    List<String> visits = filled(database, fill);
    SmtpSink sink = SmtpSink.open();
    RunningDaybook daybook =
        RunningDaybook.named("benchmark")
            .withFile("etc/org.daybook.control.cfg", "mailNotices = false\n")
            // All people come from one address here
            .withFile("etc/org.daybook.web.pages.cfg", "readsPerMinute = 100000\n")
            .withFile(DATA_SOURCE, shipped(archive).replace(SHIPPED_URL, "jdbc:derby:" + database))
            .withFile(
                "etc/org.daybook.channels.mail.cfg",
                "host = 127.0.0.1\nport = %d\nsecurity = none\n".formatted(sink.port()));
    Runtime.getRuntime().addShutdownHook(new Thread(daybook::kill));
    daybook.start();
    daybook.awaitHealthy();
    ShippedDaybook started = new ShippedDaybook(sink, visits, daybook);
    started.lookAt(visits.get(0));
    Thread.sleep(SETTLED.toMillis());
    return started;
  }

  /** Writes what there shall be. */
  interface Fill {
    List<String> into(Store store) throws Exception;
  }

  private static List<String> filled(Path database, Fill fill) throws Exception {
    System.setProperty("derby.stream.error.file", database.resolveSibling("derby.log").toString());
    DerbyDataSourceFactory derby = Database.derby();
    try (Database opened = Database.create(derby, database)) {
      OpenedStore.createTables(opened.pool());
      try (OpenedStore store = OpenedStore.on(opened.pool(), Clock.systemUTC())) {
        Weaving.require();
        return fill.into(store.store());
      }
    } finally {
      derby.shutDownEngine();
    }
  }

  /** Ids of the visits that wait to be closed. */
  List<String> visits() {
    return visits;
  }

  String address() {
    return daybook.address();
  }

  Http admin() {
    return admin;
  }

  SmtpSink sink() {
    return sink;
  }

  ProcessFigures figures() {
    return new ProcessFigures(daybook.pid());
  }

  /** Nobody closes a visit without having worked on it before. */
  private void lookAt(String visit) {
    answered(admin.get("/api/v1/visits/" + visit));
    answered(admin.get("/api/v1/visits/" + visit + "/checks"));
  }

  /** Closes a visit as an engineer does. */
  void close(String visit) {
    answered(admin.post("/api/v1/visits/" + visit + "/close", "{}"));
  }

  private static void answered(HttpAnswer answer) {
    if (answer.status() != 200) {
      throw new IllegalStateException("Daybook answered " + answer);
    }
  }

  @Override
  public void close() throws IOException {
    daybook.kill();
    sink.close();
  }

  private static Path archive() throws IOException {
    String given = System.getProperty("daybook.distribution");
    if (given != null) {
      return Path.of(given).toAbsolutePath();
    }
    try (Stream<Path> built = Files.list(Path.of("karaf-assembly/target"))) {
      return built
          .filter(file -> file.getFileName().toString().matches("daybook-.*\\.tar\\.gz"))
          .findFirst()
          .orElseThrow(() -> new IOException("there is no karaf-assembly/target/daybook-*.tar.gz"))
          .toAbsolutePath();
    }
  }

  /** The data source's file as it is in the distribution. */
  private static String shipped(Path archive) throws IOException {
    Process tar =
        new ProcessBuilder("tar", "xzOf", archive.toString(), "--wildcards", "*/" + DATA_SOURCE)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!text.contains(SHIPPED_URL)) {
      throw new IOException(DATA_SOURCE + " in " + archive + " has another url");
    }
    return text;
  }
}
