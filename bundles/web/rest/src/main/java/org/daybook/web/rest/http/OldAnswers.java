package org.daybook.web.rest.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.daybook.api.access.Actor;
import org.daybook.api.error.DaybookException;
import org.daybook.web.rest.Parts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away the answers that no repeat will ask for any more. A request that adds one looks, at
 * most once an hour: without such requests there is nothing to throw away.
 */
final class OldAnswers {
  /** Longer than any client goes on trying. */
  static final Duration KEPT = Duration.ofDays(7);

  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
  private static final Actor ACTOR = Actor.system("rest");
  private static final Logger LOG = LoggerFactory.getLogger(OldAnswers.class);

  private final Parts parts;
  private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);

  OldAnswers(Parts parts) {
    this.parts = parts;
  }

  /** In a transaction of its own, and never the failure of the request that looks. */
  void forget() {
    Instant now = parts.clock().instant();
    Instant due = nextLook.get();
    if (now.isBefore(due) || !nextLook.compareAndSet(due, now.plus(BETWEEN_LOOKS))) {
      return;
    }
    try {
      parts.store().inTransaction(ACTOR, tx -> tx.forgetAnswers(now.minus(KEPT)));
    } catch (DaybookException e) {
      LOG.info("Old answers are kept for another hour: {}", e.getMessage());
    }
  }
}
