package org.daybook.sources.monitoring;

import org.daybook.api.source.TaskSource;
import org.daybook.testkit.TaskSourceContract;

public class MonitoringSourceTest extends TaskSourceContract {
  @Override
  protected TaskSource createSource() {
    return new MonitoringSource();
  }
}
