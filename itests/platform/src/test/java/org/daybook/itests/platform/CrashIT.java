package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.daybook.itests.support.RunningDaybook;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestWatcher;
import org.junit.runner.Description;

/**
 * {@code kill -9} at random moments, and a start as usual afterwards: nothing that was accepted is
 * lost or there twice, and nobody has to lend a hand.
 */
public class CrashIT {
  private static final int ROUNDS = 5;

  /** From the closing of a visit on cold code to the sent message it takes about so long. */
  private static final int REPORT_MILLIS = 4000;

  private final long seed = Long.getLong("daybook.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private RunningDaybook daybook;

  /** Names what makes a failure come again: -Ddaybook.seed. */
  @Rule
  public final TestWatcher seedTeller =
      new TestWatcher() {
        @Override
        protected void starting(Description test) {
          System.out.println(test.getMethodName() + ": the seed is " + seed);
        }
      };

  @After
  public void end() {
    daybook.kill();
  }

  @Test
  public void whatWasAcceptedIsThereOnceAndReportsArrive() throws MessagingException {
    GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mail.start();
    try {
      daybook =
          RunningDaybook.named("crash")
              .withDemoData()
              .withFile("etc/org.daybook.jobs.cfg", "heartbeatSeconds = 1\n")
              .withFile("etc/org.daybook.control.cfg", Office.NO_NOTICES_BY_MAIL)
              .withFile(
                  "etc/org.daybook.channels.mail.cfg",
                  "host = 127.0.0.1\nport = %d\nsecurity = none\n"
                      .formatted(mail.getSmtp().getPort()));
      daybook.start();
      daybook.awaitHealthy();
      Office office = new Office(daybook);
      office.awaitDemoData();
      List<String> visits = crashWhileWorking(office);
      for (String visit : visits) {
        JsonNode delivery = office.awaitDelivery(visit, "SENT");
        assertThat(office.visitState(visit)).isEqualTo("REPORTED");
        assertThat(office.report(visit, "json").json().path("revision").asInt()).isOne();
        assertThat(messagesTo(mail, delivery)).isNotEmpty();
      }
      // At least once each, and a second copy only under the same name
      assertThat(Arrays.stream(mail.getReceivedMessages()).map(CrashIT::messageId).distinct())
          .hasSize(visits.size());
      assertThat(daybook.console("daybook:report-verify")).contains("true").doesNotContain("false");
      assertThat(office.notices("DELIVERY_FAILED")).isEmpty();
    } finally {
      mail.stop();
    }
  }

  private List<String> crashWhileWorking(Office office) {
    String signals = office.token("hook:signal");
    String alerts = office.token("hook:alertmanager");
    List<String> visits = new ArrayList<>();
    List<Monitors> all = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String visit = office.startVisit();
      visits.add(visit);
      Monitors monitors =
          new Monitors(daybook.http(), signals, alerts, "round" + round)
              .throughRestarts()
              .signalling()
              .signalling()
              .alerting()
              .alerting();
      all.add(monitors);
      office.closeVisit(visit);
      pause(round * REPORT_MILLIS / ROUNDS, (round + 1) * REPORT_MILLIS / ROUNDS);
      daybook.kill();
      int before = monitors.accepted();

      daybook.start();
      daybook.awaitHealthy();
      within(30, "signals again", () -> monitors.accepted() > before + 20);
      monitors.close();
    }
    List<JsonNode> tasks = office.tasks("monitoring");
    all.forEach(monitors -> monitors.assertNothingIsLost(tasks));
    return visits;
  }

  @Test
  public void aCrashDuringTheFirstStartIsGotOver() {
    daybook = RunningDaybook.named("first-start").withDemoData();
    daybook.start();
    pause(500, 3000); // while the bundles are put in place
    daybook.kill();

    daybook.start();
    Path database = daybook.home().resolve("data/derby/service.properties");
    within(120, "a database", () -> Files.exists(database));
    pause(0, 300); // while Derby makes its own tables
    daybook.kill();

    daybook.start();
    pause(3000, 6000); // while the schema is made
    daybook.kill();

    daybook.start();
    daybook.awaitHealthy();
    pause(0, 1000); // while the demo data is loaded
    daybook.kill();

    daybook.start();
    daybook.awaitHealthy();
    Office office = new Office(daybook);
    office.awaitDemoData();
    assertThat(office.items("/api/v1/clients")).hasSize(12);
    // It takes note of what runs once in an installation's life, and may restart parts for that
    within(60, "the features service", this::featuresAreKnown);
    daybook.awaitHealthy();
    String visit = office.startVisit();
    office.closeVisit(visit);
    office.awaitDelivery(visit, "SENT");
    assertThat(daybook.bundles().list())
        .filteredOn(bundle -> bundle.symbolicName().startsWith("org.daybook."))
        .hasSizeGreaterThan(25)
        .allSatisfy(bundle -> assertThat(bundle.state()).isEqualTo("ACTIVE"));
  }

  private boolean featuresAreKnown() {
    return daybook.console("feature:list -i").contains("daybook-web");
  }

  private static List<MimeMessage> messagesTo(GreenMail mail, JsonNode delivery) {
    String id = "<" + delivery.path("messageId").asText() + ">";
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> messageId(message).equals(id))
        .toList();
  }

  private static String messageId(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets a random time go by. */
  private void pause(int fromMillis, int toMillis) {
    Duration pause = Duration.ofMillis(fromMillis + random.nextInt(toMillis - fromMillis));
    await().pollDelay(pause).atMost(pause.plusSeconds(10)).until(() -> true);
  }

  private static void within(int seconds, String what, Callable<Boolean> condition) {
    await(what)
        .atMost(Duration.ofSeconds(seconds))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(condition);
  }
}
