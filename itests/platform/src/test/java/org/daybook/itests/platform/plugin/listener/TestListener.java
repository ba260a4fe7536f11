package org.daybook.itests.platform.plugin.listener;

import java.util.List;
import org.daybook.api.visit.NewCheck;
import org.daybook.api.visit.VisitListener;
import org.daybook.api.visit.VisitStart;
import org.daybook.itests.platform.plugin.fault.Fault;
import org.daybook.itests.platform.plugin.fault.Manifest;
import org.osgi.service.component.annotations.Component;

/** Has a check for the first device of each visit, if it gets so far. */
@Component
public final class TestListener implements VisitListener {
  private final String id = Manifest.id();
  private final String text = Manifest.text();
  private final Fault fault = Manifest.fault();

  @Override
  public String source() {
    return id;
  }

  @Override
  public List<NewCheck> visitStarted(VisitStart visit) throws Exception {
    fault.strike();
    return fault == Fault.NULL
        ? null
        : List.of(new NewCheck(visit.assets().get(0).id(), id, text, true));
  }
}
