package org.daybook.itests.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.daybook.itests.support.RunningDaybook;
import org.daybook.itests.support.VisitDay;

/**
 * One Daybook on which the visit day of the demo was played, for all classes that take it as they
 * find it: it is started when the first of them wants it, and ends with the tests.
 */
final class DemoDay {
  private static final String RETRIES = "etc/org.daybook.delivery.cfg";
  private static final String AFTER_A_SECOND = "firstRetrySeconds = 1\nlongestRetrySeconds = 1\n";

  private static DemoDay played;

  private final RunningDaybook daybook;
  private final String visit;
  private final List<JsonNode> tasks;

  private DemoDay(RunningDaybook daybook) {
    this.daybook = daybook;
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    visit = new VisitDay(daybook.http(), RunningDaybook.PASSWORD, nowhere).play();
    tasks = new Office(daybook).items("/api/v1/tasks?client=romashka");
  }

  private static synchronized DemoDay played() {
    if (played == null) {
      RunningDaybook daybook =
          RunningDaybook.named("demo-day")
              .withDemoData()
              .withFile(RETRIES, AFTER_A_SECOND)
              .withFile(
                  "etc/org.daybook.control.cfg", Office.NO_NOTICES_BY_MAIL + "lookSeconds = 5\n");
      Runtime.getRuntime().addShutdownHook(new Thread(daybook::kill));
      daybook.start();
      daybook.awaitHealthy();
      played = new DemoDay(daybook);
    }
    return played;
  }

  /** The running Daybook. */
  static RunningDaybook daybook() {
    return played().daybook;
  }

  /** The id of the visit of the day, which is closed and whose report was sent. */
  static String visit() {
    return played().visit;
  }

  /** The client's tasks as they were after the day, whatever has happened since. */
  static List<JsonNode> tasks() {
    return played().tasks;
  }
}
