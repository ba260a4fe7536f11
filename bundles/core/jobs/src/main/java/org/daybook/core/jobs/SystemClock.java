package org.daybook.core.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The time of this machine, in UTC, for everybody who needs a {@link Clock}; in a simulation the
 * moment at which it was stopped.
 */
@Component(service = {Clock.class, SystemClock.class})
public final class SystemClock extends Clock {
  private final Clock clock;
  private final AtomicReference<Instant> stopped;

  @Activate
  public SystemClock() {
    this(Clock.systemUTC(), new AtomicReference<>());
  }

  private SystemClock(Clock clock, AtomicReference<Instant> stopped) {
    this.clock = clock;
    this.stopped = stopped;
  }

  /** Stops at a moment, for all zones. */
  void stopAt(Instant moment) {
    stopped.set(moment);
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SystemClock(clock.withZone(zone), stopped);
  }

  @Override
  public Instant instant() {
    Instant moment = stopped.get();
    return moment == null ? clock.instant() : moment;
  }
}
