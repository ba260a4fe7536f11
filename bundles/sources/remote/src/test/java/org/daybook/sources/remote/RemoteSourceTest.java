package org.daybook.sources.remote;

import org.daybook.api.source.TaskSource;
import org.daybook.testkit.TaskSourceContract;

public class RemoteSourceTest extends TaskSourceContract {
  @Override
  protected TaskSource createSource() {
    return new RemoteSource();
  }
}
