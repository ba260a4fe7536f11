package org.daybook.sources.managers;

import org.daybook.api.source.TaskSource;
import org.daybook.testkit.TaskSourceContract;

public class ManagersSourceTest extends TaskSourceContract {
  @Override
  protected TaskSource createSource() {
    return new ManagersSource();
  }
}
