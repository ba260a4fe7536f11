package org.daybook.itests.support;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What {@code ./demo} runs: a scratch installation, one visit day, and the report. */
public final class Demo {
  private static final List<String> FORMATS = List.of("eml", "html", "txt", "pdf", "json");

  private Demo() {}

  /**
   * Plays the demo.
   *
   * @param arguments nothing, or {@code --once DIR}
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean once = arguments.length == 2 && arguments[0].equals("--once");
    if (arguments.length != 0 && !once) {
      out.println("usage: ./demo [--once DIR]");
      System.exit(2);
    }
    String password = randomPassword();
    RunningDaybook daybook =
        RunningDaybook.named("demo")
            .withDemoData()
            .withReminders()
            .withEnvironment("DAYBOOK_ADMIN_PASSWORD", password);
    Runtime.getRuntime().addShutdownHook(new Thread(daybook::discard));
    out.println("Starting Daybook with a made-up company");
    daybook.start();
    daybook.awaitHealthy();
    VisitDay day = new VisitDay(daybook.http(), password, out);
    String visit = day.play();
    if (once) {
      save(day, visit, Path.of(arguments[1]), out);
    } else {
      tellWhereThingsAre(daybook, visit, password, out);
      new CountDownLatch(1).await();
    }
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

  private static void tellWhereThingsAre(
      RunningDaybook daybook, String visit, String password, PrintStream out) {
    out.printf(
        """

        The report       %1$s/api/v1/visits/%2$s/report.html
        As it was sent   %3$s/data/outbox
        The board        %1$s/board
        The diary        %1$s/diary
        The API          %1$s/api/v1/openapi.json
        The console      %3$s/bin/client
        Accounts         admin, manager, engineer, support, specialist
        Their password   %4$s

        Ctrl-C stops it and removes it.
        """,
        daybook.address(), visit, daybook.home(), password);
  }

  private static String randomPassword() {
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
