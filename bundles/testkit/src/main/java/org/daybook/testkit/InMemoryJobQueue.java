package org.daybook.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;

/**
 * A {@link JobQueue} that runs nothing until it is told to. What is queued inside of a transaction
 * of its {@link InMemoryStore} is gone if that rolls back.
 */
public final class InMemoryJobQueue implements JobQueue {
  private static final Duration RETRY = Duration.ofMinutes(1);
  private static final int MAX_RUNS = 10_000;

  private final InMemoryStore store;
  private final Clock clock;
  private final Map<Job, Instant> jobs = new LinkedHashMap<>();
  private final List<Exception> failures = new CopyOnWriteArrayList<>();

  public InMemoryJobQueue(InMemoryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void enqueue(Job job) {
    enqueue(job, clock.instant());
  }

  @Override
  public void enqueue(Job job, Instant at) {
    change(job, Optional.of(jobs().getOrDefault(job, at)));
  }

  @Override
  public long waiting() {
    return jobs().size();
  }

  @Override
  public void hasten(Job job) {
    if (jobs().containsKey(job)) {
      change(job, Optional.of(clock.instant()));
    }
  }

  /** What is queued, in the order of queueing, with when it may run. */
  public Map<Job, Instant> jobs() {
    synchronized (jobs) {
      return new LinkedHashMap<>(jobs);
    }
  }

  /** What handlers threw. */
  public List<Exception> failures() {
    return List.copyOf(failures);
  }

  /**
   * Runs everything that is due by the clock, and what that queues, until nothing due is left. A
   * job whose handler throws stays, to be run a minute later; a job without handler stays as it is.
   *
   * @return how many runs there were
   */
  public int runAll(JobHandler... handlers) {
    int runs = 0;
    Optional<Job> next = due(handlers);
    while (next.isPresent()) {
      if (++runs > MAX_RUNS) {
        throw new IllegalStateException("jobs come again and again: " + jobs());
      }
      run(next.get(), handler(next.get(), handlers).orElseThrow());
      next = due(handlers);
    }
    return runs;
  }

  private void run(Job job, JobHandler handler) {
    try {
      JobOutcome outcome = handler.run(job);
      change(
          job,
          outcome instanceof JobOutcome.Again again ? Optional.of(again.at()) : Optional.empty());
    } catch (Exception e) {
      failures.add(e);
      change(job, Optional.of(clock.instant().plus(RETRY)));
    }
  }

  private Optional<Job> due(JobHandler... handlers) {
    return jobs().entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(clock.instant()))
        .filter(entry -> handler(entry.getKey(), handlers).isPresent())
        .min(Comparator.comparing(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }

  private static Optional<JobHandler> handler(Job job, JobHandler... handlers) {
    return new ArrayList<>(List.of(handlers))
        .stream().filter(handler -> handler.type().equals(job.type())).findFirst();
  }

  private void change(Job job, Optional<Instant> at) {
    Optional<Instant> before = Optional.ofNullable(jobs().get(job));
    store.joined(() -> put(job, at), () -> put(job, before));
  }

  private void put(Job job, Optional<Instant> at) {
    synchronized (jobs) {
      at.ifPresentOrElse(moment -> jobs.put(job, moment), () -> jobs.remove(job));
    }
  }
}
