package org.daybook.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The distribution as it is shipped: a {@code tar.gz} that anyone may unpack and start. */
public final class Distribution {

  private static final String ARCHIVE = "daybook.distribution";
  private static final String WORK_DIRECTORY = "daybook.workdir";

  private Distribution() {}

  /**
   * Unpacks the distribution into a fresh directory.
   *
   * @param name begins the directory's name, so that what a failed test leaves behind can be found
   * @return the directory that holds {@code bin}, {@code etc}, {@code system} and so on
   */
  public static Path unpack(String name) {
    try {
      Path archive = Path.of(required(ARCHIVE));
      Path workDirectory = Path.of(required(WORK_DIRECTORY));
      Files.createDirectories(workDirectory);
      Path home = Files.createTempDirectory(workDirectory, name + "-");
      run("tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components=1");
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("The distribution cannot be unpacked", e);
    }
  }

  /** Removes what was unpacked. */
  public static void remove(Path home) {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("What was unpacked cannot be removed", e);
    }
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException(
          "The system property " + property + " is not set; the build's failsafe plugin sets it");
    }
    return value;
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("Failed: " + String.join(" ", command));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted: " + String.join(" ", command), e);
    }
  }
}
