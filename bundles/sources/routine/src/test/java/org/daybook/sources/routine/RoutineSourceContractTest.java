package org.daybook.sources.routine;

import org.daybook.api.source.TaskSource;
import org.daybook.testkit.TaskSourceContract;

public final class RoutineSourceContractTest extends TaskSourceContract {

  @Override
  protected TaskSource createSource() {
    return new RoutineSource(Shipped.DIRECTORY, new KeptRegulations());
  }
}
