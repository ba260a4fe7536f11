package org.daybook.core.control;

import java.time.Duration;
import org.daybook.api.visit.Punctuality;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Says how late a visit may begin, as {@link LateStarts} tells of it. */
@Component(service = Punctuality.class, configurationPid = Config.PID)
public final class LateTolerance implements Punctuality {
  private final Duration tolerance;

  @Activate
  public LateTolerance(Config config) {
    this.tolerance = Settings.of(config).thresholds().lateStart();
  }

  @Override
  public Duration tolerance() {
    return tolerance;
  }
}
