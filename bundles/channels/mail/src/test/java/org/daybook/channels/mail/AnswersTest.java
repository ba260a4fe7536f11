package org.daybook.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.Receipt;
import org.daybook.testkit.Examples;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What each answer of a server means for a delivery. */
public class AnswersTest {
  @ClassRule public static final TemporaryFolder FILES = new TemporaryFolder();

  private static TestCertificate certificate;

  private ScriptedServer server;

  @BeforeClass
  public static void makeCertificate() throws Exception {
    certificate = TestCertificate.make(FILES.getRoot().toPath(), "ip:127.0.0.1");
  }

  @Before
  public void start() throws Exception {
    server = new ScriptedServer(certificate.serverContext());
  }

  @After
  public void stop() throws Exception {
    server.close();
  }

  @Test
  public void whatTheServerTakesIsSentByteForByteUnderTheBounceAddress() throws Exception {
    assertThat(send(Security.NONE)).isEqualTo(new Receipt.Sent("250 2.0.0 taken as 4711"));
    assertThat(server.messages).hasSize(1);
    assertThat(server.messages.get(0)).isEqualTo(Examples.dispatch().message());
    assertThat(server.commands)
        .contains("RCPT TO:<anna@romashka.test>")
        .anyMatch(line -> line.startsWith("MAIL FROM:<bounces+delivery-1@service.test>"));
  }

  @Test
  public void whatTheServerPutsOffIsTriedAgain() throws Exception {
    for (String step : List.of("MAIL", "RCPT", "DATA", ScriptedServer.MESSAGE)) {
      deferred(step, "451 4.3.0 come again", "451 4.3.0 come again");
      deferred(step, "421 4.3.2 shutting down", "421 4.3.2 shutting down");
    }
    deferred(ScriptedServer.GREETING, "421 busy", "421");
  }

  @Test
  public void whatTheServerRefusesIsNotTriedAgain() throws Exception {
    for (String step : List.of("MAIL", "RCPT", "DATA", ScriptedServer.MESSAGE)) {
      fresh();
      server.reply(step, "550 5.1.1 no such user here");
      Receipt receipt = send(Security.NONE);
      assertThat(receipt).as(step).isInstanceOf(Receipt.Refused.class);
      assertThat(receipt.answer()).contains("550 5.1.1 no such user here");
    }
  }

  @Test
  public void aRefusalOfUsIsTriedAgainBecauseItCanBeMended() throws Exception {
    deferred(ScriptedServer.GREETING, "554 go away", "554");
  }

  @Test
  public void aServerThatSaysNothingMoreIsTriedAgain() throws Exception {
    for (String step : List.of(ScriptedServer.GREETING, "RCPT", ScriptedServer.MESSAGE)) {
      deferred(step, ScriptedServer.STALL, "");
    }
  }

  @Test
  public void aServerThatHangsUpIsTriedAgain() throws Exception {
    for (String step : List.of(ScriptedServer.GREETING, "MAIL", "DATA", ScriptedServer.MESSAGE)) {
      deferred(step, ScriptedServer.CUT, "");
    }
    deferred(
        ScriptedServer.MESSAGE,
        ScriptedServer.CUT,
        "The connection ended before the server answered.");
  }

  @Test
  public void aServerThatDoesNotSayGoodbyeHasTakenTheMessage() throws Exception {
    server.reply("QUIT", ScriptedServer.STALL);
    assertThat(send(Security.NONE)).isInstanceOf(Receipt.Sent.class);
    fresh();
    server.reply("QUIT", ScriptedServer.CUT);
    assertThat(send(Security.NONE)).isInstanceOf(Receipt.Sent.class);
  }

  @Test
  public void starttlsProtectsTheMessage() throws Exception {
    assertThat(send(Security.STARTTLS)).isInstanceOf(Receipt.Sent.class);
    assertThat(server.commands).contains("STARTTLS");
    fresh();
    assertThat(send(Security.STARTTLS_OPTIONAL)).isInstanceOf(Receipt.Sent.class);
    assertThat(server.commands).contains("STARTTLS");
  }

  @Test
  public void aServerWithoutStarttlsGetsNothingUnlessThatIsAllowed() throws Exception {
    server.close();
    server = new ScriptedServer(null);
    Receipt receipt = send(Security.STARTTLS);
    assertThat(receipt).isInstanceOf(Receipt.Deferred.class);
    assertThat(receipt.answer()).contains("STARTTLS");
    assertThat(server.messages).isEmpty();
    assertThat(send(Security.STARTTLS_OPTIONAL)).isInstanceOf(Receipt.Sent.class);
  }

  @Test
  public void aCertificateOfAnotherServerIsNotTrusted() throws Exception {
    Path folder = FILES.newFolder().toPath();
    TestCertificate other = TestCertificate.make(folder, "dns:other.test");
    server.close();
    server = new ScriptedServer(other.serverContext());
    Receipt receipt = send(settings(Security.STARTTLS, Optional.of(other.pem), true));
    assertThat(receipt).isInstanceOf(Receipt.Deferred.class);
    assertThat(receipt.answer()).contains("127.0.0.1");
    assertThat(server.messages).isEmpty();
    assertThat(send(settings(Security.STARTTLS, Optional.empty(), false)))
        .isInstanceOf(Receipt.Sent.class);
  }

  @Test
  public void thePasswordIsSaidUnderTheProtectionOnly() throws Exception {
    Settings settings = settings(Security.STARTTLS, Optional.of(certificate.pem), true);
    Settings login =
        new Settings(
            settings.host(),
            settings.port(),
            settings.security(),
            "daybook",
            "secret",
            settings.trustedCertificates(),
            true,
            "daybook.service.test",
            settings.connectTimeout(),
            settings.answerTimeout());
    assertThat(send(login)).isInstanceOf(Receipt.Sent.class);
    List<String> verbs = server.commands.stream().map(line -> line.split("[ :]", 2)[0]).toList();
    assertThat(verbs).containsSubsequence("EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL");
    assertThat(verbs.subList(0, verbs.indexOf("STARTTLS"))).doesNotContain("AUTH");
    assertThat(server.commands).contains("EHLO daybook.service.test");
  }

  private void deferred(String step, String reply, String answer) throws Exception {
    fresh();
    server.reply(step, reply);
    Receipt receipt = send(Security.NONE);
    assertThat(receipt).as(step + " " + reply).isInstanceOf(Receipt.Deferred.class);
    assertThat(receipt.answer()).as(step + " " + reply).isNotBlank().contains(answer);
  }

  private void fresh() throws Exception {
    stop();
    start();
  }

  private Receipt send(Security security) throws Exception {
    return send(settings(security, Optional.of(certificate.pem), true));
  }

  private static Receipt send(Settings settings) throws Exception {
    return new MailChannel(settings).send(Examples.dispatch());
  }

  private Settings settings(Security security, Optional<Path> trusted, boolean check) {
    return new Settings(
        "127.0.0.1",
        server.port(),
        security,
        "",
        "",
        trusted,
        check,
        "",
        Duration.ofSeconds(5),
        Duration.ofSeconds(1));
  }
}
