package org.daybook.rendering.pdf;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders a report that nobody gets. The first one of a process takes seconds, for fonts, templates
 * and classes, and no client should wait for them. Whoever waits for the platform to start should
 * not either: it begins when there are reports to be made, and then some.
 */
@Component(
    immediate = true,
    service = {})
public final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int BEGIN_AFTER_SECONDS = 10;

  /** The second is for what only happens to documents after the first. */
  private static final int ROUNDS = 2;

  private final List<ReportRenderer> renderers;
  private final ScheduledExecutorService thread;

  /** The PDF brings the renderer of what it is made of; the other two are what a letter holds. */
  @Activate
  public WarmUp(
      @Reference Reports platformIsUp,
      @Reference(target = "(" + ReportRenderer.FORMAT + "=pdf)") ReportRenderer pdf,
      @Reference(target = "(" + ReportRenderer.FORMAT + "=html)") ReportRenderer html,
      @Reference(target = "(" + ReportRenderer.FORMAT + "=txt)") ReportRenderer text) {
    this(List.of(html, text, pdf), Executors.newSingleThreadScheduledExecutor(WarmUp::thread));
    thread.schedule(this::run, BEGIN_AFTER_SECONDS, TimeUnit.SECONDS);
    thread.shutdown();
  }

  WarmUp(List<ReportRenderer> renderers, ScheduledExecutorService thread) {
    this.renderers = List.copyOf(renderers);
    this.thread = thread;
  }

  @Deactivate
  void deactivate() {
    thread.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = Executors.defaultThreadFactory().newThread(work);
    thread.setName("daybook-renderers-warm-up");
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setDaemon(true);
    return thread;
  }

  void run() {
    for (int round = 0; round < ROUNDS; round++) {
      renderers.forEach(WarmUp::render);
    }
    LOG.debug("The renderers are warm");
  }

  private static void render(ReportRenderer renderer) {
    try {
      renderer.render(Blank.report(), Presentation.PLAIN);
    } catch (Exception e) {
      LOG.debug("The first document came to nothing; the next will tell why", e);
    }
  }
}
