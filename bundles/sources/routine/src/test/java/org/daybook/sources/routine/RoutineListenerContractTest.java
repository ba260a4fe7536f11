package org.daybook.sources.routine;

import org.daybook.api.visit.VisitListener;
import org.daybook.testkit.VisitListenerContract;

public final class RoutineListenerContractTest extends VisitListenerContract {

  @Override
  protected VisitListener createListener() {
    return new RoutineSource(Shipped.DIRECTORY, new KeptRegulations());
  }
}
