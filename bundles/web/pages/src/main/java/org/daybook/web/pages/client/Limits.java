package org.daybook.web.pages.client;

import java.util.function.LongSupplier;
import org.daybook.web.pages.PagesConfig;
import org.daybook.web.pages.http.Buckets;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;

/** How often pages may be asked for. An office shares one address, so it may ask more often. */
final class Limits {
  private static final int OF_ONE_ADDRESS = 4;
  private static final int KEYS = 10_000;

  private final Buckets reads;
  private final Buckets writes;
  private final Buckets readsFrom;
  private final Buckets writesFrom;
  private final Buckets strangers;

  Limits(PagesConfig config, LongSupplier nanos) {
    int readsPerMinute = positive("readsPerMinute", config.readsPerMinute());
    int writesPerMinute = positive("writesPerMinute", config.writesPerMinute());
    int strangersPerMinute = positive("strangersPerMinute", config.strangersPerMinute());
    this.reads = new Buckets(readsPerMinute, KEYS, nanos);
    this.writes = new Buckets(writesPerMinute, KEYS, nanos);
    this.readsFrom = new Buckets(OF_ONE_ADDRESS * readsPerMinute, KEYS, nanos);
    this.writesFrom = new Buckets(OF_ONE_ADDRESS * writesPerMinute, KEYS, nanos);
    this.strangers = new Buckets(strangersPerMinute, KEYS, nanos);
  }

  /** Counts a request, before anything is looked up. */
  void count(TokenRoute route, String reader) {
    allow((route.writes() ? writesFrom : readsFrom).take(reader));
    allow((route.writes() ? writes : reads).take(route.token()));
  }

  /**
   * What the reader asked for is not there: they may be guessing. Pages that are there stay open to
   * their address, which a whole office may share: 256 bits are not found by guessing.
   */
  void countStranger(String reader) {
    allow(strangers.take(reader));
  }

  private static void allow(long wait) {
    if (wait > 0) {
      throw new TroubleException(Trouble.TOO_MANY).with("Retry-After", String.valueOf(wait));
    }
  }

  private static int positive(String name, int value) {
    if (value < 1 || value > 1_000_000) {
      throw new IllegalArgumentException(
          "org.daybook.web.pages: " + name + " must be 1 to 1000000, is " + value);
    }
    return value;
  }
}
