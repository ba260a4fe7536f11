package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.delivery.Receipt;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Later revisions of a report, and how a company's reports look in a letter. */
public class CorrectionsTest {
  private static final VisitReport SECOND =
      Examples.report().toBuilder().id("report-1-2").revision(2).reason("Забыли принтер").build();

  private final Fixture fixture = new Fixture();

  @Test
  public void aCorrectionAnswersWhatTheSameContactGotBefore() {
    Delivery first = fixture.deliver();
    Delivery second = correct();
    assertThat(second.state()).isEqualTo(DeliveryState.SENT);
    assertThat(second.messageId()).isNotEqualTo(first.messageId());
    Letter letter = fixture.writer.last();
    assertThat(letter.references()).containsExactly(first.messageId());
    assertThat(letter.subject())
        .isEqualTo(
            "Исправленный отчёт о выезде 12.03 — ООО «Ромашка»: 23 из 25 устройств в порядке");
    assertThat(letter.attachments().get(0).fileName())
        .isEqualTo("Отчёт о выезде 2026-03-12, редакция 2.pdf");
    assertThat(letter.attachments().get(0).asciiFileName())
        .isEqualTo("report-romashka-2026-03-12-r2.pdf");
  }

  @Test
  public void theSubjectOfACorrectionSaysSoInEnglishToo() {
    assertThat(
            new Words(Examples.ENGLISH)
                .subject(
                    ExampleReport.revised(ExampleReport.usual(Examples.ENGLISH), "A printer"),
                    true))
        .startsWith("Corrected report on the visit 12 Mar — ");
  }

  @Test
  public void whatNobodyGotIsNotAnswered() {
    fixture.mail.answer = () -> new Receipt.Refused("550 no");
    fixture.deliver();
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    assertThat(correct().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.writer.last().references()).isEmpty();
  }

  @Test
  public void whatBouncedMayHaveBeenSeenAndIsAnswered() {
    Delivery first = fixture.deliver();
    fixture.returns.take(ReturnsTest.failed(first.id()));
    correct();
    assertThat(fixture.writer.last().references()).containsExactly(first.messageId());
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void whatWasNotSentYetIsCalledOffWithoutANotice() {
    fixture.mail.answer = () -> new Receipt.Deferred("451 later");
    Delivery first = fixture.deliver();
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    correct();
    Delivery calledOff = delivery(first.id());
    assertThat(calledOff.state()).isEqualTo(DeliveryState.FAILED);
    assertThat(calledOff.lastAnswer()).contains("Not sent: revision 2 took its place.");
    assertThat(calledOff.nextAttemptAt()).isEmpty();
    fixture.advance(Duration.ofDays(1));
    assertThat(fixture.mail.sent).hasSize(2);
    assertThat(fixture.writer.last().references()).isEmpty();
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void whatIsOutOfDateIsNotRetried() {
    fixture.mail.answer = () -> new Receipt.Refused("550 no");
    Delivery first = fixture.deliver();
    correct();
    assertThatThrownBy(() -> fixture.service.retry(Examples.MANAGER, first.id()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("revision 1")
        .hasMessageContaining("2026-0001");
  }

  @Test
  public void whatTheServerTookWhileItWasCalledOffWasSent() {
    fixture.service.queue(Examples.report());
    fixture.mail.answer =
        () -> {
          if (fixture.mail.sent.size() == 1) {
            supersede();
            fixture.service.queue(SECOND);
          }
          return new Receipt.Sent("250 taken");
        };
    fixture.run();
    assertThat(fixture.deliveries()).extracting(Delivery::state).containsOnly(DeliveryState.SENT);
    assertThat(fixture.writer.last().references())
        .containsExactly(fixture.deliveries().get(0).messageId());
  }

  @Test
  public void theSenderIsTheOneOfTheFrozenReport() {
    look(Optional.of("Ромашка\r\nСервис\u202E"), Optional.of("help@romashka-service.test"));
    fixture.deliver();
    assertThat(fixture.writer.last().from())
        .isEqualTo(new Mailbox("Ромашка Сервис", "help@romashka-service.test"));
  }

  @Test
  public void aSenderThatCannotBeWrittenFromIsPassedOver() {
    look(Optional.empty(), Optional.of("not an address"));
    assertThat(fixture.deliver().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.writer.last().from())
        .isEqualTo(new Mailbox("Сервис", "reports@service.test"));
  }

  @Test
  public void aLogoThatTheHtmlShowsGoesWithTheLetter() {
    look(Optional.empty(), Optional.empty());
    fixture.deliver();
    assertThat(fixture.html.presentations.get(0).logo()).isEqualTo(LogoPlace.IN_MESSAGE);
    assertThat(fixture.writer.last().inlines()).as("HTML without a logo").isEmpty();
    fixture.html.body =
        "<html><body><img src=\"cid:logo\"></body></html>"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    fixture.service.message(Examples.ADMIN, Examples.report());
    assertThat(fixture.writer.last().inlines())
        .singleElement()
        .satisfies(
            logo -> {
              assertThat(logo.contentId()).isEqualTo("logo");
              assertThat(logo.mediaType()).isEqualTo("image/png");
              assertThat(logo.content()).containsExactly(1, 2, 3);
            });
  }

  private void look(Optional<String> name, Optional<String> address) {
    fixture.reports.document =
        ExampleReport.looking(
            ExampleReport.usual(Examples.RUSSIAN),
            new Branding(
                "Ромашка Сервис",
                "#173a56",
                Optional.of(new Branding.Logo("image/png", "AQID", 1, 1)),
                "",
                name,
                address));
  }

  private Delivery correct() {
    supersede();
    List<Delivery> queued = fixture.service.queue(SECOND);
    fixture.run();
    return delivery(queued.get(0).id());
  }

  private void supersede() {
    fixture.reports.document =
        ExampleReport.revised(ExampleReport.usual(Examples.RUSSIAN), "Забыли принтер");
    fixture.store.prepare(
        tx -> {
          tx.reports()
              .update(
                  tx.reports().find(Examples.REPORT_ID).orElseThrow().toBuilder()
                      .state(ReportState.SUPERSEDED)
                      .build());
          tx.reports().insert(SECOND);
        });
  }

  private Delivery delivery(String id) {
    return fixture.store.read(tx -> tx.deliveries().all(DeliveryQuery.everything())).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
