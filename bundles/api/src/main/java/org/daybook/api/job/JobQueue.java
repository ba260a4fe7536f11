package org.daybook.api.job;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Durable work: what was committed here is done, whatever crashes. Safe for any thread. */
@ProviderType
public interface JobQueue {
  /**
   * Queues a job to be run as soon as possible after the commit; joins the transaction of the
   * calling thread if there is one. A job that is queued already stays as it is.
   */
  void enqueue(Job job);

  /** The same, not to be run before a moment. */
  void enqueue(Job job, Instant at);

  /** Lets a queued job run now instead of later; nothing happens if it is not queued. */
  void hasten(Job job);

  /** How many jobs are queued, those that run now or were put off among them. */
  long waiting();
}
