package org.daybook.core.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.daybook.api.job.JobQueue;
import org.daybook.api.job.TimeMachine;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The {@link TimeMachine}, registered only where Daybook was started for a simulation. */
@Component(
    service = {},
    immediate = true)
public final class SimulatedTime implements TimeMachine {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedTime.class);
  private static final long LOOK_AGAIN_MILLIS = 5;

  private final SystemClock clock;
  private final DurableJobQueue jobs;
  private Optional<ServiceRegistration<TimeMachine>> registration = Optional.empty();

  @Activate
  public SimulatedTime(
      BundleContext context, @Reference SystemClock clock, @Reference JobQueue jobs) {
    this(clock, (DurableJobQueue) jobs);
    register(context, System.getenv());
  }

  SimulatedTime(SystemClock clock, DurableJobQueue jobs) {
    this.clock = clock;
    this.jobs = jobs;
  }

  private void register(BundleContext context, Map<String, String> environment) {
    if ("true".equals(environment.get("DAYBOOK_SIMULATION"))) {
      LOG.warn("Started for a simulation: the time can be moved, and is not to be believed");
      Dictionary<String, Object> none = new Hashtable<>();
      registration = Optional.of(context.registerService(TimeMachine.class, this, none));
    }
  }

  @Deactivate
  void stop() {
    registration.ifPresent(ServiceRegistration::unregister);
  }

  @Override
  public void moveTo(Instant moment) {
    if (moment.isBefore(clock.instant())) {
      throw new IllegalArgumentException(moment + " is over, it is " + clock.instant());
    }
    clock.stopAt(moment);
    jobs.look();
  }

  @Override
  public boolean settle(Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (!jobs.isIdle()) {
      if (System.nanoTime() > until) {
        return false;
      }
      jobs.look();
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
    return true;
  }
}
