package org.daybook.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A scratch copy of the distribution, run as a process of its own, as an operator would run it: on
 * free loopback ports, to be stopped, killed and started again. Not safe for threads.
 */
public final class ScratchDaybook implements AutoCloseable {
  private static final Duration UP_WITHIN = Duration.ofMinutes(3);
  private static final Duration DOWN_WITHIN = Duration.ofSeconds(60);

  private final Path home;
  private final Map<String, String> environment;
  private final URI address;
  private Process process;

  private ScratchDaybook(Path home, Map<String, String> environment, URI address) {
    this.home = home;
    this.environment = environment;
    this.address = address;
  }

  /**
   * Copies the distribution.
   *
   * @param assembly the unpacked distribution
   * @param home where the copy shall be; a folder that is not there yet
   * @param environment variables beside the ports, such as {@code DAYBOOK_ADMIN_PASSWORD}
   */
  public static ScratchDaybook copy(Path assembly, Path home, Map<String, String> environment)
      throws IOException {
    copyTree(assembly, home);
    Map<String, String> all = new HashMap<>(environment);
    List<Integer> ports = freePorts(4);
    all.putIfAbsent("DAYBOOK_HTTP_PORT", ports.get(0).toString());
    all.putIfAbsent("DAYBOOK_SSH_PORT", ports.get(1).toString());
    all.putIfAbsent("DAYBOOK_JMX_REGISTRY_PORT", ports.get(2).toString());
    all.putIfAbsent("DAYBOOK_JMX_SERVER_PORT", ports.get(3).toString());
    URI address = URI.create("http://127.0.0.1:" + all.get("DAYBOOK_HTTP_PORT"));
    return new ScratchDaybook(home, all, address);
  }

  /** The copy's folder. */
  public Path home() {
    return home;
  }

  public URI address() {
    return address;
  }

  /** The server as nobody sees it. */
  public DaybookClient client() {
    return DaybookClient.anonymous(address);
  }

  /** Starts it and returns at once. */
  public void start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("console.log").toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    process = builder.start();
  }

  /**
   * Waits until {@code /health} says UP.
   *
   * @throws IllegalStateException if it ends or does not come up in time; tells the last answer
   */
  public void awaitUp() throws InterruptedException {
    Instant deadline = Instant.now().plus(UP_WITHIN);
    String last = "nothing";
    while (Instant.now().isBefore(deadline)) {
      if (!process.isAlive()) {
        throw new IllegalStateException("it ended; see " + home.resolve("console.log"));
      }
      try {
        DaybookClient.Answer health = client().get("/health");
        if (health.status() == 200) {
          return;
        }
        last = health.text();
      } catch (UncheckedIOException e) {
        last = String.valueOf(e.getCause().getMessage());
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("not up in time; /health answered last: " + last);
  }

  /** The id of the Java process. */
  public long pid() {
    return java().map(ProcessHandle::pid).orElseThrow();
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Ends it at once and without warning, as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    tree().forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  /** Stops it cleanly, and by force if that takes too long. */
  public void stop() throws InterruptedException {
    if (!isAlive()) {
      return;
    }
    java().ifPresent(ProcessHandle::destroy);
    if (!process.waitFor(DOWN_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
      kill();
    }
  }

  /** Stops it and removes the copy. */
  @Override
  public void close() throws IOException, InterruptedException {
    stop();
    deleteTree(home);
  }

  private java.util.Optional<ProcessHandle> java() {
    return process
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("java"))
        .findFirst();
  }

  private List<ProcessHandle> tree() {
    List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
    tree.add(process.toHandle());
    return tree;
  }

  /** Ports that nobody listens on now; all are held until all are found, so they differ. */
  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
