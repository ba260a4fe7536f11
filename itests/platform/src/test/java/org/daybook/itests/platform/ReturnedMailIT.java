package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A report that comes back: the bounce is read by IMAP and noted at its delivery. */
public class ReturnedMailIT {
  private static final String BOUNCE =
      """
      Return-Path: <>
      Delivered-To: %s
      From: Mail Delivery System <MAILER-DAEMON@mx.example.com>
      To: %s
      Subject: Undelivered Mail Returned to Sender
      Auto-Submitted: auto-replied
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary="b"

      --b
      Content-Type: text/plain

      I'm sorry.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example.com

      Final-Recipient: rfc822; nobody@example.com
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 User unknown

      --b--
      """;

  private Office office;
  private GreenMail server;
  private GreenMailUser box;
  private Path file;
  private String before;

  @Before
  public void nameTheMailbox() throws IOException {
    office = new Office(DemoDay.daybook());
    int port = freePort();
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    box = server.setUser("bounces@example.com", "bounces", "secret");
    file = DemoDay.daybook().home().resolve("etc/org.daybook.channels.bounces.cfg");
    before = Files.readString(file);
    Files.writeString(
        file,
        before
            .replace("\nhost =", "\nhost = 127.0.0.1")
            .replace("\nport = 0", "\nport = " + port)
            .replace("\nsecurity = tls", "\nsecurity = none")
            .replace("\nuser =", "\nuser = bounces")
            .replace("\npassword =", "\npassword = secret")
            .replace("\npollSeconds = 60", "\npollSeconds = 1"));
  }

  @After
  public void nameNoMailbox() throws IOException {
    Files.writeString(file, before);
    server.stop();
  }

  @Test
  public void bounceIsNotedAndTheManagerIsTold() throws Exception {
    String visit = office.startVisit();
    office.closeVisit(visit);
    JsonNode sent = office.awaitDelivery(visit, "SENT");
    String sender = "bounces+" + sent.path("id").asText() + "@example.com";

    box.deliver(mail(BOUNCE.formatted(sender, sender)));

    JsonNode bounced = office.awaitDelivery(visit, "BOUNCED");
    assertThat(bounced.path("lastAnswer").asText()).contains("550 5.1.1 User unknown");
    assertThat(bounced.path("messageId")).isEqualTo(sent.path("messageId"));
    List<JsonNode> notices =
        await("the notice, told by the next look")
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(200))
            .until(() -> office.notices("DELIVERY_BOUNCED"), found -> !found.isEmpty());
    assertThat(notices)
        .anyMatch(notice -> notice.path("subject").asText().contains(sent.path("id").asText()));
  }

  private static MimeMessage mail(String text) throws Exception {
    byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
