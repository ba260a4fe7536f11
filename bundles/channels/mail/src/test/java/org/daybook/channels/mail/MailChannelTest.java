package org.daybook.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.Receipt;
import org.daybook.testkit.DeliveryChannelContract;
import org.daybook.testkit.Examples;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** Against a real server, in the clear and by TLS from the first byte, with a login. */
public class MailChannelTest extends DeliveryChannelContract {
  private static TestCertificate certificate;

  private GreenMail server;

  @BeforeClass
  public static void makeCertificate() throws Exception {
    certificate = TestCertificate.ofGreenMail();
  }

  @Before
  public void start() {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
            });
    server.start();
  }

  @After
  public void stop() {
    server.stop();
  }

  @Override
  protected DeliveryChannel createChannel() {
    return plain("", "");
  }

  @Override
  protected List<byte[]> arrived() throws Exception {
    List<byte[]> messages = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      messages.add(bytes.toByteArray());
    }
    return messages;
  }

  @Override
  protected Optional<DeliveryChannel> createUnconfiguredChannel() {
    return Optional.of(new MailChannel(settings("", 0, Security.STARTTLS, "", Optional.empty())));
  }

  @Override
  protected Optional<DeliveryChannel> createUnreachableChannel() throws Exception {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    return Optional.of(
        new MailChannel(settings("127.0.0.1", nobody, Security.NONE, "", Optional.empty())));
  }

  @Test
  public void itLogsInWhereTheServerWantsIt() throws Exception {
    server.setUser("reports@service.test", "daybook", "right");
    server.getUserManager().setAuthRequired(true);
    assertThat(plain("daybook", "right").send(Examples.dispatch()))
        .isInstanceOf(Receipt.Sent.class);
    Receipt wrong = plain("daybook", "wrong").send(Examples.dispatch());
    assertThat(wrong).isInstanceOf(Receipt.Deferred.class);
    assertThat(wrong.answer()).contains("535");
    assertThat(arrived()).hasSize(1);
  }

  @Test
  public void aCertificateOfOursIsTrustedWhenItIsNamed() throws Exception {
    assertThat(secured(Optional.of(certificate.pem)).send(Examples.dispatch()))
        .isInstanceOf(Receipt.Sent.class);
    assertThat(arrived()).hasSize(1);
  }

  @Test
  public void aCertificateThatNobodyKnowsIsNotTrusted() throws Exception {
    Receipt receipt = secured(Optional.empty()).send(Examples.dispatch());
    assertThat(receipt).isInstanceOf(Receipt.Deferred.class);
    assertThat(receipt.answer()).contains("unable to find valid certification path");
    assertThat(arrived()).isEmpty();
  }

  private MailChannel plain(String user, String password) {
    Settings settings =
        settings(
            "127.0.0.1", server.getSmtp().getPort(), Security.NONE, password, Optional.empty());
    return new MailChannel(
        new Settings(
            settings.host(),
            settings.port(),
            settings.security(),
            user,
            password,
            settings.trustedCertificates(),
            settings.checkCertificate(),
            settings.heloName(),
            settings.connectTimeout(),
            settings.answerTimeout()));
  }

  private MailChannel secured(Optional<Path> trusted) {
    return new MailChannel(
        settings("127.0.0.1", server.getSmtps().getPort(), Security.TLS, "", trusted));
  }

  private static Settings settings(
      String host, int port, Security security, String password, Optional<Path> trusted) {
    return new Settings(
        host,
        port,
        security,
        "",
        password,
        trusted,
        true,
        "",
        Duration.ofSeconds(10),
        Duration.ofSeconds(20));
  }
}
