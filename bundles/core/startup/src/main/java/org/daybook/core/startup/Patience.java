package org.daybook.core.startup;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Completes the start after a while in any case: without a database there must be a console. */
@Component(
    service = {},
    immediate = true)
public final class Patience {
  private static final long SECONDS = 10;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Patience::thread);

  @Activate
  public Patience(BundleContext context) {
    CompleteStart start = new CompleteStart(context);
    if (start.isWanted()) {
      clock.schedule(start::goAhead, SECONDS, TimeUnit.SECONDS);
    }
    // What is scheduled is still done, and then the thread ends
    clock.shutdown();
  }

  @Deactivate
  public void stop() {
    clock.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = Executors.defaultThreadFactory().newThread(work);
    thread.setName("daybook-startup");
    thread.setDaemon(true);
    return thread;
  }
}
