package org.daybook.core.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.daybook.api.error.DaybookException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginResult.Answered;
import org.daybook.api.plugin.PluginResult.Failed;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.source.TaskSource;
import org.daybook.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls the sources that ask for it: one durable job each, so that one node at a time does it. */
@Component(service = JobHandler.class, immediate = true, configurationPid = "org.daybook.intake")
public final class SourcePolling implements JobHandler {
  static final String TYPE = "source-poll";

  /** Asks the sources again that did not answer; no source has such an id. */
  static final Job ASK = new Job(TYPE, "?");

  private static final Logger LOG = LoggerFactory.getLogger(SourcePolling.class);

  /** For the questions that every plugin can answer without thinking. */
  private static final Duration QUESTION_LIMIT = Duration.ofSeconds(2);

  /** However eager a source is, others must get their turn. */
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

  /** How long a source that did not answer is left alone. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final SourceRegistry registry;
  private final PluginRunner runner;
  private final JobQueue jobs;
  private final Clock clock;
  private final SignalTaker taker;
  private final Faults faults;
  private final Duration limit;
  private final Set<TaskSource> unanswered =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  @Activate
  public SourcePolling(
      @Reference SourceRegistry registry,
      @Reference PluginRunner runner,
      @Reference Store store,
      @Reference Notices notices,
      @Reference Clock clock,
      @Reference JobQueue jobs,
      IntakeConfig config) {
    this.registry = registry;
    this.runner = runner;
    this.jobs = jobs;
    this.clock = clock;
    Words words = Words.in(config.language());
    this.taker = new SignalTaker(store, notices, clock, words);
    this.faults = new Faults(registry, notices, words);
    this.limit = Limits.seconds("sourceSeconds", config.sourceSeconds());
  }

  /** A source came: it is polled from now on if it asks for that, or asked again until it says. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addSource(TaskSource source) {
    try {
      if (!answers(source)) {
        LOG.warn(
            "{} does not say how often to poll it, and is asked again", runner.bundleOf(source));
        unanswered.add(source);
        jobs.enqueue(ASK, clock.instant().plus(PATIENCE));
      }
    } catch (DaybookException notQueued) {
      LOG.warn(
          "{} is not polled until it or the storage starts anew: {}",
          runner.bundleOf(source),
          notQueued.getMessage());
    }
  }

  /** The job of a source that went ends by itself at its next run. */
  void removeSource(TaskSource source) {
    unanswered.remove(source);
    LOG.debug("{} is polled no more", runner.bundleOf(source));
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public JobOutcome run(Job job) {
    if (job.equals(ASK)) {
      return askAgain();
    }
    return registry
        .source(job.key())
        .map(source -> poll(job.key(), source))
        .orElseGet(this::whileNameless)
        .map(interval -> JobOutcome.again(clock.instant().plus(interval)))
        .orElseGet(JobOutcome::finished);
  }

  /** A source that is not known by its id is gone, unless one is there that has yet to say it. */
  private Optional<Duration> whileNameless() {
    return registry.hasNameless() ? Optional.of(PATIENCE) : Optional.empty();
  }

  private JobOutcome askAgain() {
    for (TaskSource source : List.copyOf(unanswered)) {
      if (answers(source)) {
        unanswered.remove(source);
        registry.idOf(source).ifPresent(faults::succeeded);
      }
    }
    return unanswered.isEmpty()
        ? JobOutcome.finished()
        : JobOutcome.again(clock.instant().plus(PATIENCE));
  }

  /** Has a source polled if it asks for that; false if it does not say whether it does. */
  private boolean answers(TaskSource source) {
    PluginResult<Optional<String>> result = asked(source);
    if (result instanceof Answered<Optional<String>> answered) {
      answered.value().ifPresent(id -> jobs.enqueue(new Job(TYPE, id)));
      return true;
    }
    String sentence = ((Failed<Optional<String>>) result).sentence();
    registry.idOf(source).ifPresent(id -> faults.failed(id, sentence));
    return false;
  }

  private PluginResult<Optional<String>> asked(TaskSource source) {
    try {
      return runner.call(source, QUESTION_LIMIT, () -> polled(source));
    } catch (DaybookException refused) {
      String bundle = runner.bundleOf(source);
      return new Failed<>(
          PluginResult.Kind.THREW, bundle, bundle + " was not asked: " + refused.getMessage());
    }
  }

  /** The id of a source that wants to be polled. */
  private static Optional<String> polled(TaskSource source) {
    return source.pollEvery().map(interval -> source.id());
  }

  /** Polls and says when to come again; whether it went well does not matter for that. */
  private Optional<Duration> poll(String id, TaskSource source) {
    PluginIntake intake = new PluginIntake(taker, registry, id);
    Optional<Duration> interval = Optional.of(limit);
    try {
      interval = call(id, source, QUESTION_LIMIT, source::pollEvery).orElse(interval);
      if (interval.isPresent()) {
        call(id, source, limit, () -> polled(source, intake))
            .ifPresent(well -> faults.succeeded(id));
      }
    } catch (DaybookException refused) {
      refused(id, source, intake, refused);
    }
    return interval.map(SourcePolling::atLeastShortest);
  }

  private static boolean polled(TaskSource source, PluginIntake intake) throws Exception {
    source.poll(intake);
    return true;
  }

  private void refused(
      String id, TaskSource source, PluginIntake intake, DaybookException refused) {
    if (intake.isStorageMissing()) {
      LOG.warn("What the source {} brought waits for the storage", id);
    } else {
      faults.failed(id, runner.bundleOf(source) + " was not polled: " + refused.getMessage());
    }
  }

  private <T> Optional<T> call(String id, TaskSource source, Duration limit, Callable<T> call) {
    PluginResult<T> result = runner.call(source, limit, call);
    if (result instanceof Answered<T> answered) {
      return Optional.ofNullable(answered.value());
    }
    faults.failed(id, ((Failed<T>) result).sentence());
    return Optional.empty();
  }

  private static Duration atLeastShortest(Duration interval) {
    return interval.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : interval;
  }
}
