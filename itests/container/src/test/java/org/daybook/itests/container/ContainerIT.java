package org.daybook.itests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.Diary;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.source.TaskSource;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Visits;
import org.junit.Test;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.junit.runner.RunWith;
import org.junit.runner.notification.Failure;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;

/**
 * What only a bundle among the bundles can see: each test runs inside the distribution, as a bundle
 * that uses its services.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {
  private static final Actor TEST = Actor.system("container-test");
  private static final String STORAGE = "org.daybook.storage.jpa";
  private static final String JOB_TYPE = "container-test";

  @Configuration
  public Option[] daybook() {
    return Container.daybook();
  }

  @Test
  public void entitiesAreWoven() throws Exception {
    Services.await(Store.class);
    Class<?> row = Services.bundle(STORAGE).loadClass(STORAGE + ".row.TaskRow");
    assertThat(Arrays.stream(row.getInterfaces()).map(Class::getSimpleName))
        .contains("PersistenceWeaved", "PersistenceWeavedChangeTracking");
  }

  @Test
  public void theStoreKeepsItsContract() {
    Result result = JUnitCore.runClasses(StoreInContainer.class);
    assertThat(result.getFailures()).extracting(Failure::getTrace).isEmpty();
    assertThat(result.getIgnoreCount()).isZero();
    assertThat(result.getRunCount()).isGreaterThan(50);
  }

  @Test
  public void jobsAreQueuedInTheTransactionThatQueuesThem() throws Exception {
    Store store = Services.await(Store.class);
    JobQueue jobs = Services.await(JobQueue.class);
    BlockingQueue<String> runs = new LinkedBlockingQueue<>();
    ServiceRegistration<JobHandler> handler =
        Services.context()
            .registerService(JobHandler.class, new RecordingHandler(runs), new Hashtable<>());
    try {
      IllegalStateException onPurpose = new IllegalStateException("on purpose");
      assertThatThrownBy(
              () ->
                  store.inTransaction(
                      TEST,
                      tx -> {
                        jobs.enqueue(job("rolled-back"));
                        throw onPurpose;
                      }))
          .isSameAs(onPurpose);
      store.inTransaction(
          TEST,
          tx -> {
            jobs.enqueue(job("committed"));
            return null;
          });
      assertThat(runs.poll(30, TimeUnit.SECONDS)).isEqualTo("committed");

      // jobs run in the order of their time: when this one has run, nothing older is waiting
      jobs.enqueue(job("last"));
      assertThat(runs.poll(30, TimeUnit.SECONDS)).isEqualTo("last");
      assertThat(runs).isEmpty();
    } finally {
      handler.unregister();
    }
  }

  @Test
  public void pluginsThatFailAreToldByTheirBundle() throws Exception {
    PluginRunner runner = Services.await(PluginRunner.class);
    ServiceRegistration<TaskSource> registration =
        Services.context()
            .registerService(TaskSource.class, new FailingSource(), new Hashtable<>());
    try {
      TaskSource plugin = Services.context().getService(registration.getReference());
      String bundle = Services.context().getBundle().getSymbolicName();
      assertThat(runner.bundleOf(plugin)).startsWith(bundle);

      PluginResult<String> endless =
          runner.call(plugin, Duration.ofSeconds(5), () -> plugin.title(Locale.ENGLISH));
      assertThat(endless).isInstanceOf(PluginResult.Failed.class);
      PluginResult.Failed<String> thrown = (PluginResult.Failed<String>) endless;
      assertThat(thrown.kind()).isEqualTo(PluginResult.Kind.THREW);
      assertThat(thrown.bundle()).startsWith(bundle);
      assertThat(thrown.sentence()).contains(bundle, "StackOverflowError");

      PluginResult<Object> hanging =
          runner.call(
              plugin,
              Duration.ofMillis(200),
              () -> {
                new CountDownLatch(1).await();
                return plugin;
              });
      assertThat(hanging).isInstanceOf(PluginResult.Failed.class);
      PluginResult.Failed<Object> late = (PluginResult.Failed<Object>) hanging;
      assertThat(late.kind()).isEqualTo(PluginResult.Kind.TIMED_OUT);
      assertThat(late.sentence()).contains(bundle);

      assertThat(runner.call(plugin, Duration.ofSeconds(5), plugin::id))
          .isEqualTo(new PluginResult.Answered<>("failing"));
    } finally {
      registration.unregister();
    }
  }

  @Test
  public void coreServicesGoAndComeWithTheStorage() throws Exception {
    List<Class<?>> dependent = List.of(Store.class, Diary.class, Visits.class, JobQueue.class);
    for (Class<?> service : dependent) {
      Services.await(service);
    }
    Bundle storage = Services.bundle(STORAGE);
    storage.stop();
    List<Class<?>> left = new ArrayList<>(dependent);
    left.removeIf(service -> !Services.isThere(service));
    storage.start();
    assertThat(left).isEmpty();
    for (Class<?> service : dependent) {
      Services.await(service);
    }
    Store again = Services.await(Store.class);
    assertThat(again.<Boolean>read(tx -> tx.clients().find("none").isPresent())).isFalse();
  }

  @Test
  public void thereIsOneClockAndItTellsTheTime() throws Exception {
    Clock clock = Services.await(Clock.class);
    assertThat(Services.context().getServiceReferences(Clock.class, null)).hasSize(1);
    assertThat(Duration.between(clock.instant(), Clock.systemUTC().instant()))
        .isBetween(Duration.ZERO, Duration.ofSeconds(5));
  }

  private static Job job(String key) {
    return new Job(JOB_TYPE, key);
  }

  private record RecordingHandler(BlockingQueue<String> runs) implements JobHandler {
    @Override
    public String type() {
      return JOB_TYPE;
    }

    @Override
    public JobOutcome run(Job job) {
      runs.add(job.key());
      return JobOutcome.finished();
    }
  }

  private static final class FailingSource implements TaskSource {
    @Override
    public String id() {
      return "failing";
    }

    @Override
    public String title(Locale language) {
      throw new StackOverflowError("on purpose");
    }
  }
}
