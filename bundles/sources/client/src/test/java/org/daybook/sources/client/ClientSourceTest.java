package org.daybook.sources.client;

import org.daybook.api.source.TaskSource;
import org.daybook.testkit.TaskSourceContract;

public class ClientSourceTest extends TaskSourceContract {
  @Override
  protected TaskSource createSource() {
    return new ClientSource();
  }
}
