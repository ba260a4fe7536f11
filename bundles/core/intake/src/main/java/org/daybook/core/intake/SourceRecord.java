package org.daybook.core.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.source.SourceStatus;

/** What is remembered of a source since this node started. */
final class SourceRecord {
  private SourceInfo info;
  private boolean proven;
  private boolean failing;
  private long signals;
  private Optional<Instant> lastSignalAt = Optional.empty();
  private Optional<String> lastFault = Optional.empty();
  private Optional<Instant> lastFaultAt = Optional.empty();

  SourceRecord(SourceInfo info) {
    this.info = info;
  }

  synchronized void seen(SourceInfo now) {
    info = now;
  }

  synchronized void took(int count, Instant now) {
    if (count > 0) {
      signals += count;
      lastSignalAt = Optional.of(now);
    }
  }

  /** Notes that a call went well; true if it is the first, or the first after a fault. */
  synchronized boolean succeeded() {
    boolean news = failing || !proven;
    failing = false;
    proven = true;
    return news;
  }

  synchronized void failed(String sentence, Instant now) {
    failing = true;
    lastFault = Optional.of(sentence);
    lastFaultAt = Optional.of(now);
  }

  synchronized SourceStatus status(boolean present, List<String> hooks) {
    return SourceStatus.builder()
        .id(info.id())
        .titleRu(info.titleRu())
        .titleEn(info.titleEn())
        .bundle(info.bundle())
        .state(state(present))
        .hooks(hooks)
        .signals(signals)
        .lastSignalAt(lastSignalAt)
        .lastFault(lastFault)
        .lastFaultAt(lastFaultAt)
        .build();
  }

  private SourceStatus.State state(boolean present) {
    if (!present) {
      return SourceStatus.State.GONE;
    }
    return failing ? SourceStatus.State.FAULT : SourceStatus.State.UP;
  }
}
