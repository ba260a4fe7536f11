package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Keeps what was rendered for a short while, so that the recipients of one report, who are written
 * to one right after the other, share a PDF. Whoever comes while it is rendered waits for it.
 */
final class OncePerReport {
  /** As many as are on their way at once, and a few more. */
  private static final int MOST = 8;

  /** Short: a renderer that was updated must soon show it. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  OncePerReport(Clock clock) {
    this.clock = clock;
  }

  private record Entry(CompletableFuture<Renderers.Result> result, Instant until) {}

  Renderers.Result get(String sha256, Supplier<Renderers.Result> work) {
    if (sha256.isEmpty()) {
      return work.get();
    }
    CompletableFuture<Renderers.Result> mine = new CompletableFuture<>();
    Entry entry = claim(sha256, mine);
    if (entry.result() != mine) {
      Renderers.Result theirs = entry.result().join();
      return theirs instanceof Renderers.Result.Done ? theirs : work.get();
    }
    Renderers.Result result = new Renderers.Result.Failed("It was given up.");
    try {
      result = work.get();
    } finally {
      if (!(result instanceof Renderers.Result.Done)) {
        forget(sha256, entry);
      }
      mine.complete(result);
    }
    return result;
  }

  private synchronized Entry claim(String sha256, CompletableFuture<Renderers.Result> mine) {
    Instant now = clock.instant();
    entries.values().removeIf(entry -> !entry.until().isAfter(now));
    Entry there = entries.get(sha256);
    if (there == null) {
      there = new Entry(mine, now.plus(KEPT));
      entries.put(sha256, there);
      if (entries.size() > MOST) {
        entries.remove(entries.keySet().iterator().next());
      }
    }
    return there;
  }

  private synchronized void forget(String sha256, Entry entry) {
    entries.remove(sha256, entry);
  }
}
