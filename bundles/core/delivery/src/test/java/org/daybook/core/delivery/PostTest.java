package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Letter.Attachment;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.delivery.Mailing;
import org.daybook.api.delivery.Mailing.CalendarPart;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.delivery.Receipt;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.delivery.ReturnedMail;
import org.daybook.api.delivery.ReturnedMail.Kind;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.job.Job;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.rendering.mime.MimeLetterWriter;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Letters that are no reports. */
public class PostTest {
  private static final Actor SENDER = Actor.system("invitations");

  private final Fixture fixture = new Fixture();

  static Mailing.Builder mailing(String key) {
    return Mailing.builder()
        .key(key)
        .to(new Mailbox("Анна Лютикова", "anna@romashka.test"))
        .subject("Выезд инженера 12.03 в 09:00")
        .text("Инженер приедет 12 марта в 09:00.\n")
        .language(Examples.RUSSIAN);
  }

  @Test
  public void aLetterIsSentOnceOverTheChannelOfReports() {
    fixture.post.send(mailing("a").build());
    fixture.post.send(mailing("a").subject("Другое").build());
    fixture.run();
    OutgoingLetter sent = letter("a");
    assertThat(sent.state()).isEqualTo(DeliveryState.SENT);
    assertThat(sent.channel()).isEqualTo("mail");
    assertThat(sent.attempts()).isEqualTo(1);
    assertThat(sent.sentAt()).contains(fixture.clock.instant());
    assertThat(fixture.mail.sent)
        .extracting(Dispatch::deliveryId, Dispatch::recipient, Dispatch::envelopeSender)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                sent.id(), "anna@romashka.test", "bounces+" + sent.id() + "@service.test"));
    assertThat(fixture.jobs.jobs()).doesNotContainKey(new Job("letter", sent.id()));
    assertThat(fixture.writer.last().messageId()).isEqualTo(sent.id() + "@service.test");
    assertThat(fixture.writer.last().from().address()).isEqualTo("reports@service.test");
  }

  @Test
  public void itGoesOutIfAndOnlyIfTheCallersTransactionIsCommitted() {
    assertThatThrownBy(
            () ->
                fixture.store.inTransaction(
                    SENDER,
                    tx -> {
                      fixture.post.send(mailing("a").build());
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    fixture.run();
    assertThat(fixture.mail.sent).isEmpty();
    assertThat(letters()).isEmpty();
  }

  @Test
  public void everyAttemptSendsTheSameBytes() {
    fixture.outlet.writer = new MimeLetterWriter();
    fixture.mail.answer = () -> new Receipt.Deferred("451 later");
    fixture.post.send(
        mailing("a")
            .html("<p>Инженер приедет.</p>")
            .calendar(new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
            .addAttachments(new Attachment("План.txt", "plan.txt", "text/plain", new byte[] {1}))
            .build());
    fixture.run();
    fixture.advance(Duration.ofMinutes(1));
    fixture.advance(Duration.ofMinutes(2));
    assertThat(fixture.mail.sent).hasSize(3);
    assertThat(fixture.mail.sent)
        .extracting(Dispatch::message)
        .allSatisfy(each -> assertThat(each).isEqualTo(fixture.mail.sent.get(0).message()));
  }

  @Test
  public void aLetterThatFollowsOthersNamesThemOldestFirst() {
    fixture.post.send(mailing("a").build());
    fixture.post.send(mailing("b").follows("a").build());
    fixture.post.send(mailing("c").follows("b").build());
    fixture.post.send(mailing("d").follows("unknown").build());
    fixture.run();
    assertThat(fixture.writer.letters.get(2).references())
        .containsExactly(letter("a").messageId(), letter("b").messageId());
    assertThat(fixture.writer.letters.get(3).references()).isEmpty();
  }

  @Test
  public void whatIsRefusedHasFailedUntilItIsSent() {
    fixture.mail.answer = () -> new Receipt.Refused("550 5.1.1 no such user");
    fixture.post.send(mailing("a").overseerId(Examples.MANAGER_ID).build());
    fixture.run();
    assertThat(letter("a").state()).isEqualTo(DeliveryState.FAILED);
    assertThat(letter("a").overseerId()).contains(Examples.MANAGER_ID);
    assertThat(letter("a").lastAnswer()).contains("550 5.1.1 no such user");
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.post.retry(Examples.MANAGER, letter("a").id());
    fixture.run();
    assertThat(letter("a").state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  public void whatIsTriedAgainIsToldAnewIfItFailsAgain() {
    fixture.mail.answer = () -> new Receipt.Refused("550 5.1.1 no such user");
    fixture.post.send(mailing("a").build());
    fixture.run();
    String key = "letter:" + letter("a").id();
    fixture.notices.raise(NoticeKind.DELIVERY_FAILED, key, "It.", Optional.empty());
    fixture.post.retry(Examples.MANAGER, letter("a").id());
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void aBounceNamesTheLetter() {
    fixture.post.send(mailing("a").build());
    fixture.run();
    String address = "bounces+" + letter("a").id().toUpperCase(Locale.ROOT);
    ReturnedMail returned =
        new ReturnedMail(List.of(address + "@SERVICE.test"), Kind.FAILED, "5.1.1", "User unknown");
    assertThat(fixture.returns.take(returned)).isTrue();
    assertThat(letter("a").state()).isEqualTo(DeliveryState.BOUNCED);
    assertThat(fixture.returns.take(returned)).isTrue();
    assertThat(letter("a").state()).isEqualTo(DeliveryState.BOUNCED);
  }

  @Test
  public void letterAndReportShareOneOrderOfRetries() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection");
    fixture.service.queue(Examples.report());
    fixture.post.send(mailing("a").build());
    for (int minute = 0; minute < 6 * 60; minute++) {
      fixture.advance(Duration.ofMinutes(1));
    }
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.clock.set(
        letter("a")
                .nextAttemptAt()
                .orElseThrow()
                .isBefore(fixture.delivery().nextAttemptAt().orElseThrow())
            ? letter("a").nextAttemptAt().orElseThrow()
            : fixture.delivery().nextAttemptAt().orElseThrow());
    fixture.run();
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(letter("a").state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  public void withoutAChannelOrAWriterALetterWaits() {
    fixture.outlet.writer = null;
    fixture.post.send(mailing("a").build());
    fixture.run();
    assertThat(letter("a").state()).isEqualTo(DeliveryState.DEFERRED);
    assertThat(letter("a").attempts()).isZero();
    fixture.outlet.writer = fixture.writer;
    fixture.outlet.channels = List.of();
    fixture.advance(Duration.ofSeconds(15));
    assertThat(letter("a").lastAnswer().orElseThrow()).contains("not there");
    fixture.outlet.channels = List.of(fixture.mail.registered());
    fixture.advance(Duration.ofSeconds(15));
    assertThat(letter("a").state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  public void aCrashBetweenTheServersAnswerAndOurCommitSendsTheSameAgain() {
    fixture.post.send(mailing("a").build());
    fixture.mail.answer =
        () -> {
          throw new IllegalStateException("the process was killed here");
        };
    fixture.run();
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.advance(Duration.ofMinutes(1));
    assertThat(fixture.mail.sent).hasSize(2);
    assertThat(fixture.mail.sent.get(1).message()).isEqualTo(fixture.mail.sent.get(0).message());
    assertThat(letters()).hasSize(1);
  }

  @Test
  public void badLettersAreRefusedByTheNameOfTheirField() {
    refused("key", mailing(" "));
    refused("key", mailing("k".repeat(201)));
    refused("to.address", mailing("a").to(new Mailbox("", "no address")));
    refused("to.address", mailing("a").to(new Mailbox("", "a@b.test\r\nBcc: c@d.test")));
    refused("replyTo.address", mailing("a").replyTo(new Mailbox("", "nobody")));
    assertThat(letters()).isEmpty();
  }

  @Test
  public void whatWouldBreakAHeaderIsMadeOneLine() {
    fixture.outlet.writer = new MimeLetterWriter();
    fixture.post.send(
        mailing("a")
            .to(new Mailbox("Анна\r\nBcc: other@example.com", "anna@romashka.test"))
            .subject("Выезд\r\nBcc: other@example.com")
            .build());
    fixture.run();
    assertThat(letter("a").state()).isEqualTo(DeliveryState.SENT);
    assertThat(letter("a").subject()).isEqualTo("Выезд Bcc: other@example.com");
    assertThat(
            new String(
                fixture.mail.sent.get(0).message(), java.nio.charset.StandardCharsets.US_ASCII))
        .doesNotContain("\nBcc:");
  }

  @Test
  public void onlyManagersRetryAndOnlyWhatIsNotSent() {
    fixture.post.send(mailing("a").build());
    fixture.run();
    String id = letter("a").id();
    assertThatThrownBy(() -> fixture.post.retry(Examples.ENGINEER, id))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> fixture.post.retry(Examples.MANAGER, id))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("SENT");
    assertThatThrownBy(() -> fixture.post.retry(Examples.MANAGER, "unknown"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void whatOldLettersSaidIsThrownAwayAndWhatWaitsIsKept() {
    fixture.post.send(mailing("old").build());
    fixture.run();
    fixture.mail.answer = () -> new Receipt.Refused("550 no");
    fixture.post.send(mailing("refused").build());
    fixture.run();
    fixture.clock.advance(Duration.ofDays(91));
    fixture.outlet.writer = null;
    fixture.post.send(mailing("new").build());
    fixture.jobs.runAll(fixture.post);
    fixture.clock.advance(Duration.ofDays(91));
    OldLetters cleanup = new OldLetters(fixture.store, fixture.jobs, fixture.clock, fixture.outlet);
    fixture.jobs.runAll(cleanup);
    assertThat(letter("old").frozen()).isEmpty();
    assertThat(letter("old").state()).isEqualTo(DeliveryState.SENT);
    assertThat(letter("refused").frozen()).isEmpty();
    assertThat(letter("new").frozen()).isPresent();
    assertThatThrownBy(() -> fixture.post.retry(Examples.MANAGER, letter("refused").id()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("age");
    assertThat(fixture.jobs.jobs().get(OldLetters.JOB))
        .isEqualTo(fixture.clock.instant().plus(Duration.ofDays(1)));
  }

  @Test
  public void aLinkIsFilledInWhenItsOwnLetterIsWrittenAndStoredNowhere() {
    String address = fixture.wishes.addressFor(Examples.VISIT_ID, Examples.CONTACT_ID, "a");
    assertThat(fixture.wishes.addressFor(Examples.VISIT_ID, Examples.CONTACT_ID, "a"))
        .isEqualTo(address);
    fixture.post.send(mailing("a").text("Добавить: " + address).build());
    fixture.post.send(mailing("b").text("Чужая ссылка: " + address).build());
    fixture.run();
    String text = fixture.writer.letters.get(0).text();
    String prefix = "Добавить: https://reports.service.test/w/";
    assertThat(text).startsWith(prefix).doesNotContain("{");
    String token = text.substring(prefix.length());
    assertThat(letter("a").frozen().orElseThrow()).doesNotContain(token);
    assertThat(fixture.writer.letters.get(1).text()).doesNotContain(token).contains("{link:");
    assertThat(fixture.wishes.open(token).visit().id()).isEqualTo(Examples.VISIT_ID);
    assertThat(fixture.wishes.open(token).contact().id()).isEqualTo(Examples.CONTACT_ID);
    assertThatThrownBy(() -> fixture.links.open(token)).isInstanceOf(NotFoundException.class);
    fixture.wishes.revoke(Examples.MANAGER, letter("a").id());
    assertThatThrownBy(() -> fixture.wishes.open(token)).isInstanceOf(NotFoundException.class);
  }

  @Test
  public void aLinkOfALetterWithALongKeyFitsIntoTheStore() {
    String key = "reminder:" + "x".repeat(190);
    fixture.wishes.addressFor(Examples.VISIT_ID, Examples.CONTACT_ID, key);
    List<ReportLink> links =
        fixture.store.read(tx -> tx.reportLinks().all(ReportLinkQuery.everything()));
    assertThat(links).hasSize(1);
    assertThat(links.get(0).deliveryId()).hasSize(64);
  }

  @Test
  public void whateverOpensNothingLooksAlike() {
    String address = fixture.wishes.addressFor(Examples.VISIT_ID, Examples.CONTACT_ID, "a");
    fixture.post.send(mailing("a").text(address).build());
    fixture.run();
    String token = fixture.writer.last().text().replaceAll(".*/", "");
    for (String wrong : new String[] {null, "", "x", token + "x", token.substring(1)}) {
      assertThatThrownBy(() -> fixture.wishes.open(wrong)).isInstanceOf(NotFoundException.class);
    }
    fixture.clock.advance(Duration.ofDays(180));
    assertThatThrownBy(() -> fixture.wishes.open(token)).isInstanceOf(NotFoundException.class);
  }

  @Test
  public void pathsOfThisServerAreReachedUnderItsPublicAddress() {
    assertThat(fixture.post.addressOf("/board")).isEqualTo("https://reports.service.test/board");
    assertThatThrownBy(() -> fixture.post.addressOf("board"))
        .isInstanceOf(InvalidInputException.class);
  }

  private void refused(String field, Mailing.Builder mailing) {
    assertThatThrownBy(() -> fixture.post.send(mailing.build()))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.errors().get(0).field()).isEqualTo(field));
  }

  private OutgoingLetter letter(String key) {
    return fixture
        .store
        .read(tx -> tx.letters().first(LetterQuery.builder().key(key).build()))
        .orElseThrow();
  }

  private List<OutgoingLetter> letters() {
    return fixture.store.read(tx -> tx.letters().all(LetterQuery.everything()));
  }
}
