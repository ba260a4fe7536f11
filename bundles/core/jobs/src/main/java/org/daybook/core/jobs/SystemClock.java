package org.daybook.core.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The time of this machine, in UTC, for everybody who needs a {@link Clock}. */
@Component(service = Clock.class)
public final class SystemClock extends Clock {
  private final Clock clock = Clock.systemUTC();

  @Activate
  public SystemClock() {}

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock.withZone(zone);
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }
}
