package org.daybook.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.report.ReportDocument;
import org.junit.Test;

public class WarmUpTest {
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final List<String> rendered = new ArrayList<>();

  @Test
  public void everyRendererIsWarmedThoughOneFails() {
    new WarmUp(List.of(new Recording("broken"), new Recording("html")), thread).run();
    thread.shutdown();
    assertThat(rendered).containsSubsequence("broken", "html");
  }

  @Test
  public void itsThreadIsGivenBackWhenItStops() {
    WarmUp started = new WarmUp(List.of(new Recording("html")), thread);
    thread.schedule(started::run, 1, TimeUnit.HOURS);
    started.deactivate();
    await().atMost(Duration.ofSeconds(10)).until(thread::isTerminated);
    assertThat(rendered).isEmpty();
  }

  private final class Recording implements ReportRenderer {
    private final String format;

    Recording(String format) {
      this.format = format;
    }

    @Override
    public String format() {
      return format;
    }

    @Override
    public String mediaType() {
      return "text/plain";
    }

    @Override
    public byte[] render(ReportDocument report, Presentation presentation) {
      rendered.add(format);
      if (format.equals("broken")) {
        throw new IllegalStateException("no paper");
      }
      return new byte[0];
    }
  }
}
