package org.daybook.core.startup;

import org.daybook.api.delivery.Deliveries;
import org.daybook.api.report.Reports;
import org.daybook.api.source.Intake;
import org.daybook.api.store.Store;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Completes the start as soon as Daybook can do its work: what health asks for is there. */
@Component(
    service = {},
    immediate = true)
public final class Serving {
  @Activate
  public Serving(
      BundleContext context,
      @Reference Store store,
      @Reference Intake intake,
      @Reference Reports reports,
      @Reference Deliveries deliveries) {
    new CompleteStart(context).goAhead();
  }
}
