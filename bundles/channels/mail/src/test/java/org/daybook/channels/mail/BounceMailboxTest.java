package org.daybook.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.daybook.api.delivery.ReturnedMail;
import org.daybook.api.delivery.Returns;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.RecordingNotices;
import org.daybook.testkit.SettableClock;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** Against a real IMAP server. */
public class BounceMailboxTest {
  private static TestCertificate certificate;

  private final SettableClock clock = new SettableClock();
  private final InMemoryJobQueue jobs = new InMemoryJobQueue(new InMemoryStore(clock), clock);
  private final RecordingNotices notices = new RecordingNotices(clock);
  private final Ours ours = new Ours();
  private GreenMail server;
  private GreenMailUser box;
  private int port;

  @BeforeClass
  public static void makeCertificate() throws Exception {
    certificate = TestCertificate.ofGreenMail();
  }

  @Before
  public void start() throws Exception {
    port = freePort();
    startServer();
  }

  @After
  public void stop() {
    server.stop();
  }

  @Test
  public void aBounceOfOursIsTakenAndMarkedAndTheRestStaysAsItWas() throws Exception {
    deliver(BounceMails.letter("bounces@service.test", "Hello"));
    deliver(BounceMails.bounceOf("bounces+d-1@service.test"));
    deliver(BounceMails.bounceOf("bounces+of-others@service.test"));
    deliver(BounceMails.captured("auto-reply.eml"));
    ours.know("d-1");

    assertThat(poll(polling(""))).isEqualTo(later());

    assertThat(ours.taken)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.kind()).isEqualTo(ReturnedMail.Kind.FAILED);
              assertThat(each.status()).isEqualTo("5.1.1");
              assertThat(each.recipients()).contains("bounces+d-1@service.test");
            });
    assertThat(seen("INBOX")).containsExactly(false, true, false, false);
  }

  @Test
  public void aNoticeOfDelayIsTakenAsOne() throws Exception {
    deliver(
        BounceMails.report(
            "bounces+d-2@service.test",
            "Action: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; 450 4.4.1 no answer"));
    ours.know("d-2");
    poll(polling(""));
    assertThat(ours.taken)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("receivedAt")
        .containsExactly(
            new ReturnedMail(
                List.of("bounces+d-2@service.test"),
                ReturnedMail.Kind.DELAYED,
                "4.4.1",
                "450 4.4.1 no answer"));
    assertThat(ours.taken.get(0).receivedAt()).isPresent();
  }

  @Test
  public void whatWasTakenIsMovedWhereAFolderIsNamed() throws Exception {
    deliver(BounceMails.letter("bounces@service.test", "Hello"));
    deliver(BounceMails.bounceOf("bounces+d-1@service.test"));
    ours.know("d-1");
    BouncePolling polling = polling("Processed");
    poll(polling);
    assertThat(seen("INBOX")).containsExactly(false);
    assertThat(seen("Processed")).hasSize(1);
    deliver(BounceMails.bounceOf("bounces+d-1@service.test"));
    poll(polling);
    assertThat(ours.taken).hasSize(2);
    assertThat(seen("Processed")).hasSize(2);
  }

  @Test
  public void eachMessageIsLookedAtOnceAndOursNotAgainAfterAStart() throws Exception {
    deliver(BounceMails.bounceOf("bounces+d-1@service.test"));
    deliver(BounceMails.bounceOf("bounces+of-others@service.test"));
    ours.know("d-1");
    BouncePolling polling = polling("");
    poll(polling);
    assertThat(ours.asked).hasSize(2);
    poll(polling);
    assertThat(ours.asked).as("nothing new").hasSize(2);
    poll(polling(""));
    assertThat(ours.taken).as("after a start").hasSize(1);
    assertThat(ours.asked).hasSize(3);
  }

  @Test
  public void aBounceThatSomebodyHasReadIsTakenAllTheSame() throws Exception {
    deliver(BounceMails.bounceOf("bounces+d-1@service.test"));
    ours.know("d-1");
    inFolder(
        "INBOX",
        folder -> {
          folder.getMessage(1).setFlag(Flag.SEEN, true);
          return null;
        });
    poll(polling(""));
    assertThat(ours.taken).hasSize(1);
  }

  @Test
  public void aThousandMessagesAreReadInTurns() throws Exception {
    for (int i = 0; i < 1000; i++) {
      deliver(
          i % 10 == 3
              ? BounceMails.report(
                  "bounces+d-" + i + "@service.test", "Action: failed\nStatus: 5.1.1")
              : BounceMails.letter("bounces@service.test", "Letter " + i));
      ours.know("d-" + i);
    }
    BouncePolling polling = polling("");
    int turns = 1;
    while (poll(polling).equals(JobOutcome.again(clock.instant()))) {
      turns++;
      assertThat(turns).as("it comes to an end").isLessThan(20);
    }
    assertThat(turns).isEqualTo(5);
    assertThat(ours.taken).hasSize(100);
    assertThat(seen("INBOX").stream().filter(seen -> seen)).hasSize(100);
  }

  @Test
  public void whatCannotBeReadHoldsUpNothing() throws Exception {
    deliver(
        BounceMails.mail(
            """
            Delivered-To: bounces+bad@service.test
            From: mailer-daemon@mx.example.com
            Content-Type: multipart/report; report-type=delivery-status; boundary="nowhere"

            No boundary at all.
            """));
    deliver(BounceMails.bounceOf("bounces+d-1@service.test"));
    ours.know("bad");
    ours.know("d-1");
    BouncePolling polling = polling("");
    poll(polling);
    assertThat(ours.taken)
        .extracting(each -> each.recipients().get(0))
        .containsExactly("bounces+d-1@service.test");
    assertThat(seen("INBOX")).containsExactly(false, true);
    poll(polling);
    assertThat(ours.asked).hasSize(1);
  }

  @Test
  public void withoutTheStorageTheMailStaysAndIsTakenLater() throws Exception {
    deliver(BounceMails.bounceOf("bounces+d-1@service.test"));
    deliver(BounceMails.bounceOf("bounces+d-2@service.test"));
    ours.know("d-1");
    ours.know("d-2");
    ours.failAt("d-2");
    BouncePolling polling = polling("");
    assertThatThrownBy(() -> poll(polling)).isInstanceOf(UnavailableException.class);
    assertThat(seen("INBOX")).containsExactly(true, false);
    ours.failAt("nothing");
    poll(polling);
    assertThat(ours.taken).hasSize(2);
    assertThat(seen("INBOX")).containsExactly(true, true);
  }

  @Test
  public void operatorsAreToldOfAMailboxThatStaysAwayUntilItIsBack() throws Exception {
    BouncePolling polling = polling("");
    poll(polling);
    server.stop();
    assertThat(poll(polling)).as("it goes on").isEqualTo(later());
    clock.advance(Duration.ofMinutes(29));
    poll(polling);
    assertThat(notices.standing()).as("a short trouble").isEmpty();
    clock.advance(Duration.ofMinutes(1));
    poll(polling);
    poll(polling);
    Notice notice = notices.standing(NoticeKind.CHANNEL_FAULT, MailboxTrouble.KEY).orElseThrow();
    assertThat(notice.subject()).contains("127.0.0.1:" + port).doesNotContain("secret");
    assertThat(notice.recipientId()).isEmpty();
    assertThat(notice.seen()).isEqualTo(1);
    startServer();
    deliver(BounceMails.bounceOf("bounces+d-1@service.test"));
    ours.know("d-1");
    poll(polling);
    assertThat(notices.standing()).isEmpty();
    assertThat(ours.taken).hasSize(1);
  }

  @Test
  public void aWrongPasswordOrFolderIsATroubleAndNoFailureOfTheJob() throws Exception {
    BounceSettings right = settings(Security.NONE, "", false);
    for (BounceSettings wrong :
        List.of(with(right, "wrong", "INBOX"), with(right, "secret", "Nowhere"))) {
      BouncePolling polling = new BouncePolling(ours, jobs, notices, clock, wrong);
      poll(polling);
      clock.advance(Duration.ofMinutes(30));
      assertThat(poll(polling)).isEqualTo(later());
      assertThat(notices.standing()).hasSize(1);
      notices.withdraw(NoticeKind.CHANNEL_FAULT, MailboxTrouble.KEY);
    }
  }

  @Test
  public void theMailboxIsReadByTlsOfAServerThatIsTrusted() throws Exception {
    server.stop();
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
    server.start();
    box = server.setUser("bounces@service.test", "bounces", "secret");
    deliver(BounceMails.bounceOf("bounces+d-1@service.test"));
    ours.know("d-1");
    poll(new BouncePolling(ours, jobs, notices, clock, settings(Security.TLS, "", false)));
    assertThat(ours.taken).as("a certificate that nobody knows").isEmpty();
    poll(new BouncePolling(ours, jobs, notices, clock, settings(Security.TLS, "", true)));
    assertThat(ours.taken).hasSize(1);
  }

  @Test
  public void withoutAHostNothingHappens() throws Exception {
    BounceSettings none =
        BounceSettings.of(ConfigTest.defaults(BouncesConfig.class, java.util.Map.of()));
    BouncePolling polling = new BouncePolling(ours, jobs, notices, clock, none);
    assertThat(jobs.jobs()).isEmpty();
    assertThat(poll(polling)).isEqualTo(JobOutcome.finished());
    assertThat(notices.all()).isEmpty();
  }

  @Test
  public void withAHostTheJobIsQueuedOnceAndRunsAtOnce() {
    polling("");
    clock.advance(Duration.ofHours(1));
    polling("");
    assertThat(jobs.jobs()).containsOnlyKeys(BouncePolling.JOB);
    assertThat(jobs.jobs().get(BouncePolling.JOB)).isEqualTo(clock.instant());
  }

  private static JobOutcome poll(BouncePolling polling) {
    return polling.run(BouncePolling.JOB);
  }

  private JobOutcome later() {
    return JobOutcome.again(clock.instant().plus(Duration.ofSeconds(60)));
  }

  private BouncePolling polling(String processed) {
    return new BouncePolling(ours, jobs, notices, clock, settings(Security.NONE, processed, false));
  }

  private BounceSettings settings(Security security, String processed, boolean trusted) {
    return new BounceSettings(
        "127.0.0.1",
        port,
        security,
        "bounces",
        "secret",
        "INBOX",
        Optional.of(processed).filter(name -> !name.isEmpty()),
        Duration.ofSeconds(60),
        Duration.ofMinutes(30),
        trusted ? Optional.of(certificate.pem) : Optional.empty(),
        true,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20));
  }

  private static BounceSettings with(BounceSettings pattern, String password, String folder) {
    return new BounceSettings(
        pattern.host(),
        pattern.port(),
        pattern.security(),
        pattern.user(),
        password,
        folder,
        pattern.processedFolder(),
        pattern.pollEvery(),
        pattern.noticeAfter(),
        pattern.trustedCertificates(),
        pattern.checkCertificate(),
        pattern.connectTimeout(),
        pattern.answerTimeout());
  }

  private void startServer() {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    box = server.setUser("bounces@service.test", "bounces", "secret");
  }

  private void deliver(byte[] mail) throws Exception {
    box.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
  }

  /** Whether each message in a folder is marked as read. */
  private List<Boolean> seen(String name) throws Exception {
    return inFolder(
        name,
        folder -> {
          List<Boolean> seen = new ArrayList<>();
          FetchProfile flags = new FetchProfile();
          flags.add(FetchProfile.Item.FLAGS);
          folder.fetch(folder.getMessages(), flags);
          for (Message each : folder.getMessages()) {
            seen.add(each.isSet(Flag.SEEN));
          }
          return seen;
        });
  }

  private <T> T inFolder(String name, InFolder<T> work) throws Exception {
    try (IMAPStore store = new ImapSessions(settings(Security.NONE, "", false)).connect()) {
      Folder folder = store.getFolder(name);
      folder.open(Folder.READ_WRITE);
      try {
        return work.with(folder);
      } finally {
        folder.close(false);
      }
    }
  }

  private interface InFolder<T> {
    T with(Folder folder) throws Exception;
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Knows some deliveries by name. */
  private static final class Ours implements Returns {
    private final Set<String> known = new HashSet<>();
    private final List<ReturnedMail> asked = new ArrayList<>();
    private final List<ReturnedMail> taken = new ArrayList<>();
    private String failing = "nothing";

    void know(String delivery) {
      known.add("bounces+" + delivery + "@service.test");
    }

    void failAt(String delivery) {
      failing = "bounces+" + delivery + "@service.test";
    }

    @Override
    public boolean take(ReturnedMail returned) {
      if (returned.recipients().contains(failing)) {
        throw new UnavailableException("The storage does not answer.");
      }
      asked.add(returned);
      boolean mine = returned.recipients().stream().anyMatch(known::contains);
      if (mine) {
        taken.add(returned);
      }
      return mine;
    }
  }
}
