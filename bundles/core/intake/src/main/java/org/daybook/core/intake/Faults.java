package org.daybook.core.intake;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the failures of sources known to the operator, and their end. Notices join the transaction
 * of the thread that gives them, and the failure of a source is what rolls that back; so another
 * thread gives them.
 */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  /** Short, because an idle thread holds on to the classes of this bundle. */
  private static final long IDLE_SECONDS = 10;

  /**
   * One thread at most, for the faults of hooks and polls alike, so that a fault is told before its
   * end. It ends by itself when there is nothing to tell: nobody has to give it back.
   */
  static final ThreadPoolExecutor TELLER =
      new ThreadPoolExecutor(
          0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Faults::thread);

  private final SourceRegistry registry;
  private final Notices notices;
  private final Words words;

  Faults(SourceRegistry registry, Notices notices, Words words) {
    this.registry = registry;
    this.notices = notices;
    this.words = words;
  }

  /**
   * A source, its hook or its entrance failed.
   *
   * @param sentence what happened, with the bundle's name
   */
  void failed(String source, String sentence) {
    // Of calls on different threads, what is noted last is told last.
    synchronized (TELLER) {
      registry.failed(source, sentence);
      TELLER.execute(() -> raise(source, sentence));
    }
  }

  /** A call went well. The first one also ends what an earlier life of this node told. */
  void succeeded(String source) {
    synchronized (TELLER) {
      if (registry.succeeded(source)) {
        TELLER.execute(() -> withdraw(source));
      }
    }
  }

  private void raise(String source, String sentence) {
    try {
      notices.raise(
          NoticeKind.SOURCE_FAULT,
          key(source),
          words.say("source.failed", source, sentence),
          Optional.empty());
    } catch (RuntimeException untold) {
      LOG.warn("The fault of the source {} was not told: {}", source, untold.getMessage());
    }
  }

  private void withdraw(String source) {
    try {
      notices.withdraw(NoticeKind.SOURCE_FAULT, key(source));
    } catch (RuntimeException untold) {
      LOG.warn("The recovery of the source {} was not told: {}", source, untold.getMessage());
    }
  }

  private static String key(String source) {
    return "source:" + source;
  }

  private static Thread thread(Runnable work) {
    Thread thread = Executors.defaultThreadFactory().newThread(work);
    thread.setName("daybook-source-faults");
    thread.setDaemon(true);
    return thread;
  }
}
