package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.daybook.api.delivery.Rendered;
import org.daybook.testkit.Examples;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

/** Nothing is rendered or asked more often than needed. */
public class RushTest {
  private final Fixture fixture = new Fixture();

  @Test
  public void aReportsPdfIsMadeOnceForAllItsRecipients() {
    fixture.store.prepare(
        tx -> {
          for (int i = 0; i < 5; i++) {
            tx.contacts()
                .insert(
                    Examples.contact().toBuilder()
                        .id("contact-" + i)
                        .email("c" + i + "@romashka.test")
                        .build());
          }
        });
    fixture.service.queue(Examples.report());
    fixture.run();
    assertThat(fixture.mail.sent).hasSize(6);
    assertThat(fixture.pdf.presentations).hasSize(1);
    assertThat(fixture.html.presentations).as("each has its own link").hasSize(6);
    assertThat(fixture.writer.letters).allMatch(letter -> letter.attachments().size() == 1);
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.service.message(Examples.ADMIN, Examples.report());
    assertThat(fixture.pdf.presentations).as("what is kept is forgotten soon").hasSize(2);
  }

  @Test
  public void aFailureIsNotKept() {
    fixture.pdf.failure = new IllegalStateException("no font");
    fixture.service.message(Examples.ADMIN, Examples.report());
    fixture.pdf.failure = null;
    fixture.service.message(Examples.ADMIN, Examples.report());
    assertThat(fixture.writer.last().attachments()).hasSize(1);
  }

  @Test
  public void whoComesWhileItIsRenderedWaitsForIt() throws Exception {
    OncePerReport once = new OncePerReport(new SettableClock());
    AtomicInteger made = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Renderers.Result> work = () -> once.get("hash", () -> result(made));
      List<Future<Renderers.Result>> all =
          threads.invokeAll(java.util.Collections.nCopies(8, work), 1, TimeUnit.MINUTES);
      Renderers.Result first = all.get(0).get();
      for (Future<Renderers.Result> each : all) {
        assertThat(each.get()).isSameAs(first);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(made).hasValue(1);
  }

  @Test
  public void onlyAFewAreKept() {
    OncePerReport once = new OncePerReport(new SettableClock());
    AtomicInteger made = new AtomicInteger();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100; i++) {
        once.get("hash-" + i, () -> result(made));
      }
    }
    assertThat(made).hasValue(200);
    once.get("hash-99", () -> result(made));
    assertThat(made).hasValue(200);
    once.get("", () -> result(made));
    once.get("", () -> result(made));
    assertThat(made).as("a preview is never kept").hasValue(202);
  }

  @Test
  public void aChannelIsAskedForItsNameOnce() {
    fixture.service.queue(Examples.report());
    fixture.mail.ready = false;
    for (int i = 0; i < 20; i++) {
      fixture.service.channels();
    }
    assertThat(fixture.mail.named).hasValue(1);
    fixture.outlet.channels = List.of(fixture.mail.registered());
    fixture.service.channels();
    assertThat(fixture.mail.named).as("other services, other names").hasValue(2);
  }

  private static Renderers.Result result(AtomicInteger made) {
    made.incrementAndGet();
    byte[] body = "%PDF".getBytes(StandardCharsets.US_ASCII);
    return new Renderers.Result.Done(new Rendered("pdf", "application/pdf", body));
  }
}
