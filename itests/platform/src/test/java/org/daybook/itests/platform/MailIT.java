package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.daybook.itests.support.HttpAnswer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Reports by SMTP: the server is named, goes away and comes back while Daybook runs. */
public class MailIT {
  private static final Duration SOON = Duration.ofMinutes(1);

  private Office office;
  private ServerSetup smtp;
  private GreenMail server;
  private Path mailFile;
  private String mailBefore;

  @Before
  public void nameTheServer() throws IOException {
    office = new Office(DemoDay.daybook());
    smtp = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    startServer();
    mailFile = DemoDay.daybook().home().resolve("etc/org.daybook.channels.mail.cfg");
    mailBefore = Files.readString(mailFile);
    Files.writeString(
        mailFile,
        mailBefore
            .replace("\nhost =", "\nhost = 127.0.0.1")
            .replace("\nport = 0", "\nport = " + smtp.getPort())
            .replace("\nsecurity = starttls", "\nsecurity = none"));
    awaitMailReady(true);
  }

  @After
  public void nameNoServer() throws IOException {
    Files.writeString(mailFile, mailBefore);
    awaitMailReady(false);
    server.stop();
  }

  @Test
  public void reportGoesThroughTheServer() throws Exception {
    String visit = office.startVisit();
    office.closeVisit(visit);

    JsonNode delivery = office.awaitDelivery(visit, "SENT");

    assertThat(delivery.path("channel").asText()).isEqualTo("mail");
    MimeMessage received = onlyMessage();
    assertThat(received.getMessageID()).isEqualTo("<" + messageId(delivery) + ">");
    assertThat(received.getAllRecipients()).hasSize(1);
    assertThat(received.getAllRecipients()[0].toString())
        .contains(delivery.path("recipient").asText());
    assertThat(received.getHeader("Return-Path"))
        .containsExactly("<bounces+" + delivery.path("id").asText() + "@example.com>");
    Multipart mixed = (Multipart) received.getContent();
    byte[] pdf = mixed.getBodyPart(1).getInputStream().readAllBytes();
    assertThat(pdf).isEqualTo(office.report(visit, "pdf").bytes());
  }

  @Test
  public void reportWaitsForTheServerAndKeepsItsMessageId() throws Exception {
    server.stop();
    String visit = office.startVisit();
    office.closeVisit(visit);

    JsonNode waiting =
        await("the delivery to be deferred")
            .atMost(SOON)
            .pollInterval(Duration.ofMillis(50))
            .until(
                () -> office.deliveries(visit),
                found ->
                    found.size() == 1 && found.get(0).path("state").asText().equals("DEFERRED"))
            .get(0);
    assertThat(waiting.path("attempts").asInt()).isPositive();
    assertThat(waiting.path("lastAnswer").asText()).isNotBlank().doesNotContain("\tat ");
    assertThat(waiting.path("nextAttemptAt").isTextual()).isTrue();
    assertThat(waiting.path("sentAt").isNull()).isTrue();

    startServer();
    JsonNode sent = office.awaitDelivery(visit, "SENT");

    assertThat(sent.path("id")).isEqualTo(waiting.path("id"));
    assertThat(messageId(sent)).isEqualTo(messageId(waiting));
    assertThat(sent.path("attempts").asInt()).isGreaterThan(waiting.path("attempts").asInt());
    assertThat(onlyMessage().getMessageID()).isEqualTo("<" + messageId(waiting) + ">");
  }

  private MimeMessage onlyMessage() {
    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(1);
    return received[0];
  }

  private void startServer() {
    server = new GreenMail(smtp);
    server.start();
  }

  private void awaitMailReady(boolean ready) {
    await("the changed configuration")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              HttpAnswer channels = office.manager().get("/api/v1/channels");
              List<JsonNode> mail =
                  channels.status() == 200
                      ? office.items("/api/v1/channels").stream()
                          .filter(channel -> channel.path("id").asText().equals("mail"))
                          .toList()
                      : List.of();
              return mail.size() == 1 && mail.get(0).path("ready").asBoolean() == ready;
            });
  }

  private static String messageId(JsonNode delivery) {
    return delivery.path("messageId").asText();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
