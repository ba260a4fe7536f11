package org.daybook.core.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Letter.Attachment;
import org.daybook.api.delivery.Letter.Inline;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.delivery.LetterWriter;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Presentation.LogoPlace;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.report.Block;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.Reports;
import org.daybook.api.report.VisitReport;

/** Turns a report into the message that one recipient gets. */
final class Letters {
  private static final String HTML = "html";
  private static final String TEXT = "txt";
  private static final String PDF = "pdf";
  private static final String MESSAGE = "eml";
  private static final String LOGO = "logo";
  private static final String PHOTO = "photo-";
  private static final String LOGO_IN_HTML = "cid:" + LOGO;

  private final Reports reports;
  private final Renderers renderers;
  private final Supplier<Optional<LetterWriter>> writer;
  private final Settings settings;
  private final OncePerReport pdfs;

  Letters(
      Reports reports,
      Renderers renderers,
      Supplier<Optional<LetterWriter>> writer,
      Settings settings,
      Clock clock) {
    this.reports = reports;
    this.renderers = renderers;
    this.writer = writer;
    this.settings = settings;
    this.pdfs = new OncePerReport(clock);
  }

  /**
   * Whom a letter is for.
   *
   * @param messageId the same at every attempt
   * @param references message ids of what it follows, oldest first
   * @param pageAddress their own page of the report
   */
  record Addressee(
      String messageId, Mailbox mailbox, List<String> references, Optional<String> pageAddress) {
    /** For a letter that is only looked at. */
    static Addressee nobody(String messageId) {
      return new Addressee(messageId, new Mailbox("", ""), List.of(), Optional.empty());
    }
  }

  /** What came of writing a letter. */
  sealed interface Result {
    record Written(byte[] message) implements Result {}

    /** A part that is needed is missing or failed. */
    record Waits(String sentence) implements Result {}
  }

  /**
   * Writes a letter.
   *
   * @param waitForPdf whether to wait for a PDF renderer that is not there; one that fails is never
   *     waited for, because the text says everything that the PDF says
   * @throws org.daybook.api.error.InvalidInputException if the recipient cannot be written to
   */
  Result write(VisitReport report, Addressee to, boolean waitForPdf) {
    ReportDocument document = reports.document(report);
    Presentation own = new Presentation(to.pageAddress(), LogoPlace.IN_MESSAGE);
    Renderers.Result html = renderers.render(document, HTML, own);
    Renderers.Result text = renderers.render(document, TEXT, own);
    if (!(html instanceof Renderers.Result.Done htmlDone)) {
      return waits(HTML, html);
    }
    if (!(text instanceof Renderers.Result.Done textDone)) {
      return waits(TEXT, text);
    }
    // Without the recipient's page: a PDF gets passed on. So it is the same for all of them.
    Renderers.Result pdf =
        pdfs.get(document.sha256(), () -> renderers.render(document, PDF, Presentation.PLAIN));
    if (pdf instanceof Renderers.Result.Missing missing) {
      if (waitForPdf) {
        return new Result.Waits(missing.sentence());
      }
      renderers.fault(PDF, missing.sentence() + " Reports go out without a PDF.");
    }
    return written(
        letter(report, document, to, htmlDone.rendered(), textDone.rendered(), attachment(pdf)));
  }

  private Result written(Letter letter) {
    Optional<LetterWriter> letterWriter = writer.get();
    if (letterWriter.isEmpty()) {
      return writerFails("There is no letter writer (daybook-renderer-mime); reports wait for it.");
    }
    try {
      byte[] message = letterWriter.get().write(letter);
      renderers.worked(MESSAGE);
      return new Result.Written(message);
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      return writerFails("The letter writer failed: " + e + ". Reports wait for it.");
    }
  }

  private Result writerFails(String sentence) {
    renderers.fault(MESSAGE, sentence);
    return new Result.Waits(sentence);
  }

  private Letter letter(
      VisitReport report,
      ReportDocument document,
      Addressee to,
      Rendered html,
      Rendered text,
      Optional<Rendered> pdf) {
    Words words = new Words(document.language());
    String plain = new String(text.body(), StandardCharsets.UTF_8);
    String page = new String(html.body(), StandardCharsets.UTF_8);
    return new Letter(
        to.messageId(),
        // Not the moment of sending: every attempt must give the same message.
        report.releasedAt().orElse(report.createdAt()),
        sender(document.branding()),
        to.mailbox(),
        answersTo(document),
        to.references(),
        words.subject(document, !to.references().isEmpty()),
        pdf.isPresent() ? plain : plain.stripTrailing() + "\n\n" + words.noPdf() + "\n",
        pdf.isPresent() ? page : withRemark(page, words.noPdf()),
        pictures(document, page),
        pdf.map(
                file ->
                    new Attachment(
                        words.fileName(document),
                        Words.asciiFileName(document),
                        file.mediaType(),
                        file.body()))
            .map(List::of)
            .orElse(List.of()),
        Optional.empty(),
        document.language());
  }

  /** As the frozen report says; what cannot be written from is passed over. */
  private Mailbox sender(Branding branding) {
    return new Mailbox(
        HeaderText.of(branding.senderName().orElse(settings.fromName())),
        branding.senderAddress().filter(Recipients::isUsable).orElse(settings.fromAddress()));
  }

  /** The engineer's manager, if they can be written to. */
  private static Optional<Mailbox> answersTo(ReportDocument document) {
    return document
        .manager()
        .flatMap(
            manager ->
                manager
                    .email()
                    .filter(Recipients::isUsable)
                    .map(email -> new Mailbox(HeaderText.of(manager.name()), email)));
  }

  /** What the page shows by its content id, and nothing else. */
  private List<Inline> pictures(ReportDocument document, String page) {
    List<Inline> inlines = new ArrayList<>();
    if (page.contains(LOGO_IN_HTML)) {
      inlines.addAll(logo(document.branding()));
    }
    if (page.contains("cid:" + PHOTO)) {
      Presentation letter = new Presentation(Optional.empty(), LogoPlace.IN_MESSAGE);
      renderers.illustrated(document, letter).sections().stream()
          .flatMap(section -> section.blocks().stream())
          .filter(Block.Pictures.class::isInstance)
          .flatMap(block -> ((Block.Pictures) block).pictures().stream())
          .filter(picture -> page.contains("cid:" + PHOTO + picture.photoId()))
          .flatMap(picture -> photo(picture).stream())
          .forEach(inlines::add);
    }
    return inlines;
  }

  private static Optional<Inline> photo(Block.Picture picture) {
    return picture
        .base64()
        .map(Base64.getDecoder()::decode)
        .map(bytes -> new Inline(PHOTO + picture.photoId(), "image/jpeg", bytes));
  }

  private static List<Inline> logo(Branding branding) {
    return branding
        .logo()
        .map(logo -> new Inline(LOGO, logo.mediaType(), Base64.getDecoder().decode(logo.base64())))
        .map(List::of)
        .orElse(List.of());
  }

  /** A sentence of ours, without anything to escape, at the end of the page. */
  private static String withRemark(String page, String remark) {
    String paragraph = "<p style=\"font-family:sans-serif\">" + remark + "</p>\n";
    int end = page.lastIndexOf("</body>");
    return end < 0 ? page + paragraph : page.substring(0, end) + paragraph + page.substring(end);
  }

  private Result waits(String format, Renderers.Result result) {
    if (result instanceof Renderers.Result.Missing missing) {
      renderers.fault(format, missing.sentence() + " Reports wait for it.");
      return new Result.Waits(missing.sentence());
    }
    String sentence = ((Renderers.Result.Failed) result).sentence();
    return new Result.Waits("Rendering " + format + " failed: " + sentence);
  }

  private static Optional<Rendered> attachment(Renderers.Result pdf) {
    return pdf instanceof Renderers.Result.Done done
        ? Optional.of(done.rendered())
        : Optional.empty();
  }
}
