package org.daybook.rendering.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The report as a tagged PDF (PDF/A-2a, ISO 19005-2, and PDF/UA-1, ISO 14289-1), made of what the
 * renderer of format {@code print} gives.
 */
@Component(immediate = true, property = ReportRenderer.FORMAT + "=pdf")
public final class PdfRenderer implements ReportRenderer {
  private static final Logger LOG = LoggerFactory.getLogger(PdfRenderer.class);

  /** By then the platform has started, and has a moment for what nobody waits for. */
  private static final int WARM_UP_AFTER_SECONDS = 10;

  private final ReportRenderer print;
  private final ScheduledExecutorService warmUp;

  @Activate
  public PdfRenderer(@Reference(target = "(" + FORMAT + "=print)") ReportRenderer print) {
    this(print, Executors.newSingleThreadScheduledExecutor(PdfRenderer::thread));
  }

  PdfRenderer(ReportRenderer print, ScheduledExecutorService warmUp) {
    this.print = print;
    this.warmUp = warmUp;
    // The first document takes seconds, for fonts and classes; no client should wait for them.
    warmUp.schedule(this::warmUp, WARM_UP_AFTER_SECONDS, TimeUnit.SECONDS);
    warmUp.shutdown();
  }

  @Deactivate
  void deactivate() {
    warmUp.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = Executors.defaultThreadFactory().newThread(work);
    thread.setName("daybook-pdf-warm-up");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public String format() {
    return "pdf";
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }

  @Override
  public byte[] render(ReportDocument report) throws Exception {
    return make(new String(print.render(report), StandardCharsets.UTF_8), report);
  }

  private static byte[] make(String html, ReportDocument report) throws IOException {
    return new PdfMaker(html, report).make();
  }

  private void warmUp() {
    try {
      render(Blank.report());
    } catch (Exception e) {
      LOG.debug("The first document came to nothing; the next will tell why", e);
    }
  }
}
