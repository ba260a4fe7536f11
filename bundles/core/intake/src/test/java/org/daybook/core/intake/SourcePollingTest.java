package org.daybook.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.daybook.api.job.Job;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.source.SourceStatus;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class SourcePollingTest {
  private static final Job JOB = new Job("source-poll", "mail");
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private final Bench bench = new Bench();
  private final AtomicInteger polls = new AtomicInteger();
  private final Bench.Source source =
      new Bench.Source(
          "mail",
          Optional.of(INTERVAL),
          intake -> {
            polls.incrementAndGet();
            intake.accept(List.of(Examples.signal()));
          });
  private final SourcePolling polling =
      new SourcePolling(
          bench.registry,
          bench.runner,
          bench.store,
          bench.notices,
          bench.clock,
          bench.jobs,
          new Bench.Configured(1, 1, "en"));

  @Test
  public void aSourceIsPolledAsOftenAsItAsks() {
    deploy(source);

    bench.jobs.runAll(polling);
    assertThat(polls).hasValue(1);
    assertThat(bench.jobs.jobs()).containsEntry(JOB, Examples.NOW.plus(INTERVAL));

    bench.clock.set(Examples.NOW.plus(INTERVAL));
    bench.jobs.runAll(polling);
    assertThat(polls).hasValue(2);
    assertThat(bench.tasks()).hasSize(1);
    assertThat(bench.intake.sources().get(0).signals()).isEqualTo(2);
  }

  @Test
  public void aSourceThatIsOnlyPushedToIsNotPolled() {
    deploy(Bench.Source.pushed("monitoring"));

    assertThat(bench.jobs.jobs()).isEmpty();
  }

  @Test
  public void aSourceThatLeftIsPolledNoMore() {
    deploy(source);
    bench.registry.removeSource(source);
    polling.removeSource(source);

    bench.jobs.runAll(polling);

    assertThat(polls).hasValue(0);
    assertThat(bench.jobs.jobs()).isEmpty();
  }

  @Test
  public void aPollThatFailsIsASourceFaultAndTheNextOneComesAllTheSame() {
    deploy(source);
    bench.runner.breakDown(source, PluginResult.Kind.TIMED_OUT);

    bench.jobs.runAll(polling);

    assertThat(bench.intake.sources().get(0).state()).isEqualTo(SourceStatus.State.FAULT);
    Bench.untilTold();
    assertThat(bench.notices.standing(NoticeKind.SOURCE_FAULT, "source:mail")).isPresent();
    assertThat(bench.jobs.jobs()).containsKey(JOB);

    bench.runner.mend(source);
    bench.clock.set(Examples.NOW.plus(INTERVAL));
    bench.jobs.runAll(polling);

    assertThat(bench.intake.sources().get(0).state()).isEqualTo(SourceStatus.State.UP);
    Bench.untilTold();
    assertThat(bench.notices.standing()).isEmpty();
  }

  @Test
  public void missingStorageIsNoFaultOfTheSource() {
    deploy(source);
    bench.store.failing(true);

    polling.run(JOB);

    assertThat(bench.intake.sources().get(0).state()).isEqualTo(SourceStatus.State.UP);
    assertThat(polls).hasValue(1);
  }

  @Test
  public void anEagerSourceIsPolledAtMostOnceASecond() {
    deploy(new Bench.Source("mail", Optional.of(Duration.ZERO), intake -> {}));

    assertThat(bench.jobs.runAll(polling)).isEqualTo(1);
    assertThat(bench.jobs.jobs()).containsEntry(JOB, Examples.NOW.plusSeconds(1));
  }

  @Test
  public void aSourceThatDoesNotAnswerIsAskedAgainUntilItDoes() {
    bench.registry.addSource(source);
    bench.runner.breakDown(source, PluginResult.Kind.TIMED_OUT);
    polling.addSource(source);

    Bench.untilTold();
    assertThat(bench.notices.standing(NoticeKind.SOURCE_FAULT, "source:mail")).isPresent();
    assertThat(bench.jobs.runAll(polling)).isZero();
    pass(Duration.ofMinutes(1));
    assertThat(polls).hasValue(0);

    bench.runner.mend(source);
    pass(Duration.ofMinutes(1));

    assertThat(polls).hasValue(1);
    assertThat(bench.jobs.jobs()).containsOnlyKeys(JOB);
    Bench.untilTold();
    assertThat(bench.notices.standing()).isEmpty();
  }

  @Test
  public void aSourceWithoutAnswerThatLeftIsAskedNoMore() {
    bench.runner.breakDown(source, PluginResult.Kind.THREW);
    deploy(source);
    polling.removeSource(source);

    pass(Duration.ofMinutes(1));

    assertThat(bench.jobs.jobs()).isEmpty();
  }

  @Test
  public void aSourceThatSaysItsNameLateIsPolledAllTheSame() {
    bench.runner.breakDown(source, PluginResult.Kind.TIMED_OUT);
    bench.registry.addSource(source);
    bench.runner.mend(source);
    polling.addSource(source);
    bench.runner.breakDown(source, PluginResult.Kind.TIMED_OUT);
    assertThat(bench.jobs.runAll(polling)).isEqualTo(1);

    bench.runner.mend(source);
    pass(Duration.ofMinutes(1));

    assertThat(polls).hasValue(1);
  }

  private void pass(Duration time) {
    bench.clock.advance(time);
    bench.jobs.runAll(polling);
  }

  private void deploy(Bench.Source deployed) {
    bench.registry.addSource(deployed);
    polling.addSource(deployed);
  }
}
