package org.daybook.itests.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What another Java process uses, as Linux and the JDK's own tools tell it. */
final class ProcessFigures {
  private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern OLD = Pattern.compile("tenured generation .*?used (\\d+)K");

  private final long pid;

  ProcessFigures(long pid) {
    this.pid = pid;
  }

  /** Megabytes of it that are in memory. */
  long residentMegabytes() throws IOException {
    Matcher resident = RSS.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
    if (!resident.find()) {
      throw new IOException("process " + pid + " has no memory");
    }
    return Long.parseLong(resident.group(1)) / 1024;
  }

  /** The processors' time it took so far. */
  Duration processorTime() {
    return ProcessHandle.of(pid).flatMap(each -> each.info().totalCpuDuration()).orElseThrow();
  }

  /**
   * Megabytes of the heap that are still there after a full collection, which leaves them in the
   * old generation: what threads have allocated since is in the new one.
   */
  long liveMegabytes() throws IOException {
    jcmd("GC.run");
    Matcher old = OLD.matcher(jcmd("GC.heap_info"));
    if (!old.find()) {
      throw new IOException("process " + pid + " has another collector than the serial one");
    }
    return Long.parseLong(old.group(1)) / 1024;
  }

  private String jcmd(String command) throws IOException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid),
                command)
            .redirectErrorStream(true)
            .start();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
