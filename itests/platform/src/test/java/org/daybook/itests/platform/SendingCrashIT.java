package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestWatcher;
import org.junit.runner.Description;

/** {@code kill -9}, twenty times, while two hundred reports are made and sent. */
public class SendingCrashIT {
  private static final int KILLS = 20;
  private static final int REPORTS_BETWEEN = 10;

  /** As many messages can be between the server's answer and our commit when a crash falls. */
  private static final int SENT_AT_ONCE = 4;

  /** In about so long the reports of one round are made and sent. */
  private static final int ROUND_MILLIS = 1500;

  private final long seed = Long.getLong("daybook.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final List<Kill> kills = new ArrayList<>();
  private RunningDaybook daybook;
  private Http admin;

  /** Names what makes a failure come again: -Ddaybook.seed. */
  @Rule
  public final TestWatcher seedTeller =
      new TestWatcher() {
        @Override
        protected void starting(Description test) {
          System.out.println(test.getMethodName() + ": the seed is " + seed);
        }
      };

  @Before
  public void start() {
    mail.start();
    daybook =
        RunningDaybook.named("sending-crash")
            .withFile(
                "etc/org.daybook.jobs.cfg",
                "heartbeatSeconds = 1\nthreads = %d\n".formatted(SENT_AT_ONCE))
            .withFile("etc/org.daybook.control.cfg", Office.NO_NOTICES_BY_MAIL)
            .withFile(
                "etc/org.daybook.channels.mail.cfg",
                "host = 127.0.0.1\nport = %d\nsecurity = none\n"
                    .formatted(mail.getSmtp().getPort()));
    daybook.start();
    daybook.awaitHealthy();
    admin = daybook.admin();
  }

  @After
  public void end() {
    daybook.kill();
    mail.stop();
  }

  @Test
  public void eachOfTwoHundredReportsArrivesUnderOneMessageId() {
    List<String> visits = startVisits(KILLS * REPORTS_BETWEEN);
    for (int kill = 0; kill < KILLS; kill++) {
      int before = mail.getReceivedMessages().length;
      visits.subList(kill * REPORTS_BETWEEN, (kill + 1) * REPORTS_BETWEEN).forEach(this::close);
      if (kill % 2 == 0) {
        pause(random.nextInt(ROUND_MILLIS));
      } else {
        awaitReceived(before + 1 + random.nextInt(REPORTS_BETWEEN));
      }
      daybook.kill();
      Instant at = Instant.now();
      awaitEndOfConnections();
      kills.add(new Kill(at, receivedIds()));
      daybook.start();
      daybook.awaitHealthy();
    }

    List<JsonNode> sent = awaitSent(visits.size());

    Map<String, List<MimeMessage>> received =
        Arrays.stream(mail.getReceivedMessages())
            .collect(Collectors.groupingBy(SendingCrashIT::messageId));
    assertThat(received.keySet()).isEqualTo(messageIds(sent));
    assertThat(Set.copyOf(visitsOf(sent))).isEqualTo(Set.copyOf(visits));
    int copies = received.values().stream().mapToInt(each -> each.size() - 1).sum();
    System.out.println(sent.size() + " reports were sent, " + copies + " of them once more");
    for (JsonNode delivery : sent) {
      assertThat(received.get(messageIdOf(delivery)))
          .as("%s came again only where a crash fell between the answer and our commit", delivery)
          .hasSizeLessThanOrEqualTo(1 + killsBetweenAnswerAndCommit(delivery));
    }
    assertThat(received.values())
        .allSatisfy(
            same ->
                assertThat(same.stream().map(SendingCrashIT::content).distinct())
                    .as("a second copy is the same message")
                    .hasSize(1));
    assertThat(daybook.console("daybook:report-verify")).contains("true").doesNotContain("false");
  }

  /** How many times the process was killed after the server had the message and before we knew. */
  private int killsBetweenAnswerAndCommit(JsonNode delivery) {
    Instant noted = OffsetDateTime.parse(delivery.path("sentAt").asText()).toInstant();
    String id = messageIdOf(delivery);
    return (int)
        kills.stream()
            .filter(kill -> kill.received().contains(id) && kill.at().isBefore(noted))
            .count();
  }

  /**
   * Waits until the mail server has ended the connections of the killed process: a message that was
   * sent whole may still be on its way into the mailbox. Each connection has a thread, which ends
   * with an exception when it is cut.
   */
  private void awaitEndOfConnections() {
    String connection = "smtp:127.0.0.1:" + mail.getSmtp().getPort() + "<-";
    await("the mail server to end the connections of the killed process")
        .dontCatchUncaughtExceptions()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith(connection)));
  }

  private Set<String> receivedIds() {
    return Arrays.stream(mail.getReceivedMessages())
        .map(SendingCrashIT::messageId)
        .collect(Collectors.toSet());
  }

  /** One kill -9 and what the mail server had by then. */
  private record Kill(Instant at, Set<String> received) {}

  private List<String> startVisits(int count) {
    String engineer = created("staff", "{\"name\":\"Семён Полынин\",\"role\":\"ENGINEER\"}");
    created(
        "clients",
        """
        {"code":"mnogo","name":"ООО «Много выездов»","plan":"PREMIUM","language":"ru",\
        "zone":"Europe/Moscow"}""");
    created("sites", "{\"client\":\"mnogo\",\"name\":\"Офис\",\"address\":\"Полевая улица, 1\"}");
    created(
        "contacts",
        """
        {"client":"mnogo","name":"Вера Ромашкина","email":"vera@mnogo.example.com",\
        "reportRecipient":true}""");
    List<String> visits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String visit =
          created(
              "visits",
              """
              {"kind":"PLANNED","client":"mnogo","engineer":"%s","plannedFor":"%s"}"""
                  .formatted(engineer, Instant.now()));
      answered(200, admin.post("/api/v1/visits/" + visit + "/start", "{}"));
      visits.add(visit);
    }
    return visits;
  }

  private void close(String visit) {
    answered(
        200,
        admin.post(
            "/api/v1/visits/" + visit + "/close",
            "{\"override\":true,\"reason\":\"Клиент закрывает офис\"}"));
  }

  /** When the server has just taken a message, its sender has hardly noted it. */
  private void awaitReceived(int count) {
    await("message " + count)
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> mail.getReceivedMessages().length >= count);
  }

  /** Waits until every report is sent; the jobs of a node that died are taken up after a while. */
  private List<JsonNode> awaitSent(int count) {
    return await("all reports to be sent")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> items("/api/v1/deliveries?limit=500"),
            found ->
                found.size() == count
                    && found.stream().allMatch(each -> each.path("state").asText().equals("SENT")));
  }

  private List<JsonNode> items(String path) {
    List<JsonNode> items = new ArrayList<>();
    answered(200, admin.get(path)).json().path("items").forEach(items::add);
    return items;
  }

  private String created(String list, String body) {
    return answered(201, admin.post("/api/v1/" + list, body)).json().path("id").asText();
  }

  private static HttpAnswer answered(int status, HttpAnswer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    return answer;
  }

  private static Set<String> messageIds(List<JsonNode> deliveries) {
    return deliveries.stream().map(SendingCrashIT::messageIdOf).collect(Collectors.toSet());
  }

  private static String messageIdOf(JsonNode delivery) {
    return "<" + delivery.path("messageId").asText() + ">";
  }

  private static List<String> visitsOf(List<JsonNode> deliveries) {
    return deliveries.stream().map(each -> each.path("visit").asText()).toList();
  }

  private static String messageId(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The message without what the server put before it. */
  private static String content(MimeMessage message) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      message.writeTo(out, new String[] {"Received", "Return-Path"});
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(int millis) {
    Duration pause = Duration.ofMillis(millis);
    await().pollDelay(pause).atMost(pause.plusSeconds(10)).until(() -> true);
  }
}
