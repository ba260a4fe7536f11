package org.daybook.itests.support;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What {@code ./demo} runs: a scratch installation, one visit day, and the report. */
public final class Demo {
  private static final List<String> FORMATS = List.of("eml", "html", "txt", "pdf", "json");

  private Demo() {}

  /**
   * Plays the demo.
   *
   * @param arguments the unpacked distribution, then nothing or {@code --once DIR}
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean once = arguments.length == 3 && arguments[1].equals("--once");
    if (arguments.length != 1 && !once) {
      out.println("usage: ./demo [--once DIR]");
      System.exit(2);
    }
    String password = randomPassword();
    Path scratch = Files.createTempDirectory("daybook-demo").resolve("daybook");
    ScratchDaybook daybook =
        ScratchDaybook.copy(Path.of(arguments[0]), scratch, environment(password));
    CountDownLatch ended = closeAtExit(daybook, out);
    out.println("Starting Daybook in " + scratch);
    daybook.start();
    daybook.awaitUp();
    VisitDay day = new VisitDay(daybook.client(), password, out);
    String visit = day.play(daybook.client());
    if (once) {
      save(day, visit, Path.of(arguments[2]), out);
    } else {
      stay(daybook, visit, password, out);
      ended.await();
    }
  }

  private static Map<String, String> environment(String password) {
    return Map.of(
        "DAYBOOK_DEMO", "true",
        "DAYBOOK_ADMIN_PASSWORD", password,
        "DAYBOOK_DEMO_PASSWORD", password);
  }

  private static void save(VisitDay day, String visit, Path folder, PrintStream out)
      throws IOException {
    Files.createDirectories(folder);
    for (String format : FORMATS) {
      Path file = folder.resolve("report." + format);
      Files.write(file, day.report(visit, format));
      out.println("    " + file);
    }
  }

  private static void stay(ScratchDaybook daybook, String visit, String password, PrintStream out) {
    out.println();
    out.println("The report     " + daybook.address() + "/api/v1/visits/" + visit + "/report.html");
    out.println("As it was sent " + daybook.home().resolve("data/outbox"));
    out.println("The API        " + daybook.address() + "/api/v1/openapi.json");
    out.println("The console    " + daybook.home().resolve("bin/client"));
    out.println("Accounts       admin, manager, engineer, support, specialist; all with password");
    out.println("               " + password);
    out.println("Ctrl-C stops it.");
  }

  /** Stops the scratch copy and removes it, however this program ends. */
  private static CountDownLatch closeAtExit(ScratchDaybook daybook, PrintStream out) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread closing =
        new Thread(
            () -> {
              try {
                daybook.close();
              } catch (IOException | InterruptedException e) {
                out.println("could not clean up: " + e.getMessage());
              } finally {
                ended.countDown();
              }
            });
    Runtime.getRuntime().addShutdownHook(closing);
    return ended;
  }

  private static String randomPassword() {
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
