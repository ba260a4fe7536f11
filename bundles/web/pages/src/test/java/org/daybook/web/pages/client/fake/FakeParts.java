package org.daybook.web.pages.client.fake;

import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.delivery.WishLinks;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.report.Reports;
import org.daybook.api.source.Intake;
import org.daybook.api.store.Store;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.daybook.web.pages.Parts;

/** A platform of which any part can be taken away. */
public final class FakeParts implements Parts {
  public final FakeLinks links = new FakeLinks();
  public final FakeDisputes disputes = new FakeDisputes(links);
  public final FakeReports reports = new FakeReports(links);
  public final FakeDeliveries deliveries = new FakeDeliveries();
  public final InMemoryStore store = new InMemoryStore(new SettableClock());
  public final FakeWishes wishes = new FakeWishes(store);
  private Present present = with(store, links, reports, deliveries, disputes, wishes, wishes);

  public FakeParts() {
    store.prepare(tx -> tx.tasks().insert(Examples.task()));
  }

  /** Nothing of what only the staff's pages need. */
  private static Present with(
      Store store,
      ReportLinks links,
      Reports reports,
      Deliveries deliveries,
      Disputes disputes,
      WishLinks wishes,
      Intake intake) {
    return new Present(
        store,
        links,
        reports,
        deliveries,
        disputes,
        wishes,
        intake,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Override
  public Present present() {
    return present;
  }

  public void withoutStorage() {
    present = with(null, null, null, null, null, null, null);
  }

  public void withoutDelivery() {
    present = with(store, links, reports, null, disputes, wishes, wishes);
  }

  public void withoutDisputes() {
    present = with(store, links, reports, deliveries, null, wishes, wishes);
  }

  public void withoutIntake() {
    present = with(store, links, reports, deliveries, disputes, wishes, null);
  }
}
