package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Summary;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class LettersTest {
  private static final String NO_PDF =
      "PDF-версию этого отчёта сейчас приложить не удалось; весь отчёт есть в тексте этого письма.";

  private final Fixture fixture = new Fixture();

  @Test
  public void theLetterLeadsWithTheVerdictAndAnswersGoToTheManager() {
    Delivery delivery = fixture.deliver();
    Letter letter = fixture.writer.last();
    assertThat(letter.subject())
        .isEqualTo("Отчёт о выезде 12.03 — ООО «Ромашка»: 23 из 25 устройств в порядке");
    assertThat(letter.messageId()).isEqualTo(delivery.messageId());
    assertThat(letter.date()).isEqualTo(Examples.NOW);
    assertThat(letter.from()).isEqualTo(new Mailbox("Сервис", "reports@service.test"));
    assertThat(letter.to()).isEqualTo(new Mailbox("Анна Лютикова", "anna@romashka.test"));
    assertThat(letter.replyTo()).contains(new Mailbox("Ольга Берёзкина", "olga@service.test"));
    assertThat(letter.text()).isEqualTo("Отчёт\n");
    assertThat(letter.html()).isEqualTo("<html><body>Отчёт</body></html>");
    assertThat(letter.attachments())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.asciiFileName()).isEqualTo("report-romashka-2026-03-12.pdf");
              assertThat(file.fileName()).isEqualTo("Отчёт о выезде 2026-03-12.pdf");
              assertThat(file.mediaType()).isEqualTo("application/x-pdf");
            });
  }

  @Test
  public void subjectsHaveTheRightPlurals() {
    assertThat(subject(Examples.RUSSIAN, new Summary(1, 1, 1, 1, 1)))
        .endsWith(": 1 из 1 устройства в порядке");
    assertThat(subject(Examples.RUSSIAN, new Summary(1, 1, 20, 21, 1)))
        .endsWith(": 20 из 21 устройства в порядке");
    assertThat(subject(Examples.RUSSIAN, new Summary(1, 3, 0, 0, 1)))
        .endsWith(": выполнена 1 из 3 задач");
    assertThat(subject(Examples.RUSSIAN, new Summary(0, 0, 0, 0, 1))).endsWith(": замечаний нет");
    assertThat(subject(Examples.ENGLISH, new Summary(1, 1, 1, 1, 1)))
        .isEqualTo("Visit report 12 Mar — ООО «Ромашка»: 1 of 1 device in order");
    assertThat(subject(Examples.ENGLISH, new Summary(2, 3, 0, 0, 1)))
        .endsWith(": 2 of 3 tasks done");
  }

  @Test
  public void aNameWithALineBreakDoesNotReachTheHeader() {
    ReportDocument report = ExampleReport.saying("a\r\nBcc: x@example.com", Examples.RUSSIAN);
    assertThat(new Words(Examples.RUSSIAN).subject(report, false)).doesNotContain("\r", "\n");
  }

  @Test
  public void withoutAWorkingPdfRendererTheReportGoesOutAndSaysSo() {
    fixture.pdf.failure = new IllegalStateException("no font");
    assertThat(fixture.deliver().state()).isEqualTo(DeliveryState.SENT);
    Letter letter = fixture.writer.last();
    assertThat(letter.attachments()).isEmpty();
    assertThat(letter.text()).isEqualTo("Отчёт\n\n" + NO_PDF + "\n");
    assertThat(letter.html()).contains(NO_PDF + "</p>\n</body></html>");
    assertThat(fixture.notices.standing(NoticeKind.RENDERER_FAULT, "renderer:pdf")).isPresent();
  }

  @Test
  public void aPdfRendererThatHangsDoesNotHoldUpTheReport() {
    fixture.runner.breakDown(fixture.pdf, PluginResult.Kind.TIMED_OUT);
    assertThat(fixture.deliver().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.writer.last().attachments()).isEmpty();
  }

  @Test
  public void aPdfRendererThatIsMissingIsWaitedForOnce() {
    fixture.service.renderers = List.of(fixture.html.registered(), fixture.text.registered());
    assertThat(fixture.deliver().state()).isEqualTo(DeliveryState.DEFERRED);
    fixture.advance(Duration.ofSeconds(15));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.writer.last().attachments()).isEmpty();
    assertThat(fixture.notices.standing(NoticeKind.RENDERER_FAULT, "renderer:pdf")).isPresent();
  }

  @Test
  public void withoutHtmlOrTextTheReportWaits() {
    fixture.service.renderers = List.of(fixture.html.registered(), fixture.pdf.registered());
    assertThat(fixture.deliver().state()).isEqualTo(DeliveryState.DEFERRED);
    fixture.advance(Duration.ofDays(5));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.DEFERRED);
    assertThat(fixture.notices.standing(NoticeKind.RENDERER_FAULT, "renderer:txt")).isPresent();
    fixture.service.renderers =
        List.of(fixture.html.registered(), fixture.text.registered(), fixture.pdf.registered());
    fixture.html.failure = new IllegalStateException("bad template");
    fixture.advance(Duration.ofSeconds(15));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.DEFERRED);
    assertThat(fixture.delivery().lastAnswer().orElseThrow()).contains("bad template");
    fixture.html.failure = null;
    fixture.advance(Duration.ofSeconds(15));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void withoutALetterWriterTheReportWaits() {
    fixture.outlet.writer = null;
    assertThat(fixture.deliver().state()).isEqualTo(DeliveryState.DEFERRED);
    assertThat(fixture.notices.standing(NoticeKind.RENDERER_FAULT, "renderer:eml")).isPresent();
    fixture.outlet.writer = fixture.writer;
    fixture.advance(Duration.ofSeconds(15));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void aLetterWriterThatFailsIsToldAndWaitedFor() {
    fixture.outlet.writer =
        letter -> {
          throw new NoClassDefFoundError("jakarta/mail/Multipart");
        };
    Delivery waiting = fixture.deliver();
    assertThat(waiting.state()).isEqualTo(DeliveryState.DEFERRED);
    assertThat(waiting.lastAnswer().orElseThrow()).contains("jakarta/mail/Multipart");
    assertThat(fixture.notices.standing(NoticeKind.RENDERER_FAULT, "renderer:eml")).isPresent();
    fixture.outlet.writer = fixture.writer;
    fixture.advance(Duration.ofSeconds(15));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  public void theMessageThatIsShownIsTheOneThatWasSent() {
    fixture.deliver();
    Rendered message = fixture.service.message(Examples.ADMIN, Examples.report());
    assertThat(message.format()).isEqualTo("eml");
    assertThat(message.mediaType()).isEqualTo("message/rfc822");
    assertThat(message.body()).isEqualTo(fixture.mail.sent.get(0).message());
  }

  @Test
  public void nobodyButAnAdminIsShownTheRecipientsOwnLink() {
    fixture.deliver();
    String link = lastPageAddress();
    for (Actor actor :
        List.of(Examples.MANAGER, Examples.ENGINEER, Examples.SUPPORT, Examples.SPECIALIST)) {
      fixture.service.message(actor, Examples.report());
      assertThat(lastPageAddress()).isNotEqualTo(link).contains("/r/only-in-the-letter-itself");
    }
    fixture.service.message(Examples.ADMIN, Examples.report());
    assertThat(lastPageAddress()).isEqualTo(link);
  }

  private String lastPageAddress() {
    return fixture
        .text
        .presentations
        .get(fixture.text.presentations.size() - 1)
        .pageAddress()
        .orElseThrow();
  }

  @Test
  public void aMessageToNobodyCanBeShown() {
    fixture.service.message(Examples.MANAGER, Examples.report());
    assertThat(fixture.writer.last().to()).isEqualTo(new Mailbox("", ""));
    assertThat(fixture.writer.last().messageId()).isEqualTo("report-1@service.test");
    fixture.outlet.writer = null;
    assertThatThrownBy(() -> fixture.service.message(Examples.MANAGER, Examples.report()))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  public void anyFormatCanBeRendered() {
    ReportDocument report = ExampleReport.usual(Examples.RUSSIAN);
    Rendered rendered = fixture.service.render(report, "txt", Presentation.PLAIN);
    assertThat(new String(rendered.body(), StandardCharsets.UTF_8)).isEqualTo("Отчёт\n");
    assertThat(rendered.mediaType()).isEqualTo("application/x-txt");
    assertThatThrownBy(() -> fixture.service.render(report, "docx", Presentation.PLAIN))
        .isInstanceOf(NotFoundException.class);
    fixture.text.body = new byte[0];
    assertThatThrownBy(() -> fixture.service.render(report, "txt", Presentation.PLAIN))
        .isInstanceOf(UnavailableException.class);
    assertThat(fixture.notices.standing(NoticeKind.RENDERER_FAULT, "renderer:txt")).isPresent();
    fixture.text.failure = new UnavailableException("not now");
    assertThatThrownBy(() -> fixture.service.render(report, "txt", Presentation.PLAIN))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("not now");
  }

  private static String subject(Locale language, Summary summary) {
    ReportDocument pattern = ExampleReport.usual(language);
    ReportDocument report =
        new ReportDocument(
            pattern.number(),
            pattern.revision(),
            pattern.sha256(),
            pattern.createdAt(),
            language,
            pattern.zone(),
            pattern.client(),
            pattern.clientCode(),
            pattern.site(),
            pattern.engineer(),
            pattern.manager(),
            pattern.visit(),
            pattern.arrivedAt(),
            pattern.departedAt(),
            pattern.nextVisitAt(),
            summary,
            pattern.headline(),
            pattern.decisions(),
            pattern.sections(),
            pattern.revised(),
            pattern.previousSha256(),
            pattern.branding());
    return new Words(language).subject(report, false);
  }
}
