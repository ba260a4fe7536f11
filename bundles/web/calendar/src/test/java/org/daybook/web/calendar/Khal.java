package org.daybook.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Debian's khal, a calendar that people use in a terminal, with a calendar of its own. */
final class Khal {
  private static final String CONFIG =
      """
      [calendars]
      [[feed]]
      path = %1$s/calendar
      [locale]
      timeformat = %%H:%%M
      dateformat = %%Y-%%m-%%d
      longdateformat = %%Y-%%m-%%d
      datetimeformat = %%Y-%%m-%%d %%H:%%M
      longdatetimeformat = %%Y-%%m-%%d %%H:%%M
      default_timezone = %2$s
      local_timezone = %2$s
      [sqlite]
      path = %1$s/khal.db
      """;

  private final Path directory;

  /**
   * @param zone where its reader is
   */
  Khal(Path directory, String zone) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory.resolve("calendar"));
    Files.writeString(directory.resolve("config"), CONFIG.formatted(directory, zone));
  }

  /** Takes over a feed; what it has already is replaced. */
  void read(String feed) throws Exception {
    Path file = Files.writeString(directory.resolve("feed.ics"), feed);
    run("import", "--batch", "-a", "feed", file.toString());
  }

  /** What it shows from one day to another, oldest first. */
  List<String> shows(String format, String from, String until) throws Exception {
    return run("list", "--format", format, "--day-format", "", from, until)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("khal", "-c"));
    command.add(directory.resolve("config").toString());
    command.addAll(List.of(arguments));
    Path output = directory.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "HOME", directory.toString()));
    Process process = start(builder);
    boolean ended = process.waitFor(1, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).as("khal came to an end: " + said).isTrue();
    assertThat(process.exitValue()).as("khal " + arguments[0] + ": " + said).isZero();
    return said;
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new AssertionError(
          "khal is not there, which reads the feeds in tests. ./verify installs it; by hand:"
              + " apt-get install khal",
          e);
    }
  }
}
