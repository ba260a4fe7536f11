package org.daybook.web.pages.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.web.pages.client.PageServer.PAGE;

import java.util.concurrent.TimeUnit;
import org.daybook.web.pages.client.PageServer.Reply;
import org.daybook.web.pages.client.fake.FakeLinks;
import org.daybook.web.pages.http.FormKey;
import org.junit.Rule;
import org.junit.Test;

/** How often a page may be asked for: here 6 reads, 2 writes and 3 guesses in a minute. */
public class LimitsTest {
  private static final String KEY = FormKey.of(FakeLinks.TOKEN, "acknowledge");

  @Rule public final PageServer server = new PageServer(TestConfig.usual().withLimits(6, 2, 3));

  @Test
  public void onePageMayBeReadSoOften() {
    for (int i = 0; i < 6; i++) {
      assertThat(from("192.0.2." + i, PAGE)).isEqualTo(200);
    }
    Reply refused = server.get(PAGE);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("10");
    assertThat(refused.html().selectFirst("h1").text()).isEqualTo("Слишком часто");
    server.nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
    assertThat(server.get(PAGE).status()).isEqualTo(200);
    assertThat(server.get(PAGE).status()).isEqualTo(429);
  }

  @Test
  public void buttonsMayBePressedLessOften() {
    assertThat(acknowledge().status()).isEqualTo(303);
    assertThat(acknowledge().status()).isEqualTo(303);
    assertThat(acknowledge().status()).isEqualTo(429);
    assertThat(server.parts.links.acknowledgements).isEqualTo(2);
    assertThat(server.get(PAGE).status()).as("it can still be read").isEqualTo(200);
  }

  @Test
  public void whoGuessesIsStoppedSoon() {
    for (int i = 0; i < 3; i++) {
      assertThat(from("192.0.2.1", "/r/guess-" + i)).isEqualTo(404);
    }
    assertThat(from("192.0.2.1", "/r/guess-4")).isEqualTo(429);
    assertThat(from("192.0.2.1", PAGE)).as("a colleague in the same office").isEqualTo(200);
    assertThat(from("192.0.2.2", "/r/guess-5")).as("somebody else").isEqualTo(404);
    server.nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
    assertThat(from("192.0.2.1", "/r/guess-6")).isEqualTo(404);
  }

  @Test
  public void whoGuessesAddressesThatCanBeNoneIsStoppedToo() {
    for (int i = 0; i < 3; i++) {
      assertThat(from("192.0.2.1", "/r/not.a.token")).isEqualTo(404);
    }
    assertThat(from("192.0.2.1", "/r/not.a.token")).isEqualTo(429);
  }

  @Test
  public void whoHasManyAddressesOfOneNetworkIsOneReader() {
    for (int i = 0; i < 3; i++) {
      assertThat(from("2001:db8:1:2::" + i, "/r/guess-" + i)).isEqualTo(404);
    }
    assertThat(from("2001:db8:1:2:a:b:c:d", "/r/guess-4")).isEqualTo(429);
    assertThat(from("2001:db8:1:3::1", "/r/guess-4")).isEqualTo(404);
  }

  @Test
  public void whatAReaderSaysOfTheirAddressIsNotBelieved() {
    for (int i = 0; i < 3; i++) {
      assertThat(from("198.51.100." + i + ", 192.0.2.1", "/r/guess-" + i)).isEqualTo(404);
    }
    assertThat(from("198.51.100.77, 192.0.2.1", "/r/guess-4")).isEqualTo(429);
    assertThat(from("198.51.100.78, 192.0.2.1, 127.0.0.1", "/r/guess-4")).isEqualTo(429);
  }

  @Test
  public void aLineOfTheReadersOwnBeforeTheProxysIsNotBelieved() {
    for (int i = 0; i < 4; i++) {
      int status =
          server
              .call()
              .with("X-Forwarded-For", "198.51.100." + i)
              .also("X-Forwarded-For", "192.0.2.1")
              .get("/r/guess-" + i)
              .status();
      assertThat(status).isEqualTo(i < 3 ? 404 : 429);
    }
  }

  private int from(String address, String path) {
    return server.call().with("X-Forwarded-For", address).get(path).status();
  }

  private Reply acknowledge() {
    return server.call().post(PAGE + "/acknowledge", "key", KEY);
  }
}
