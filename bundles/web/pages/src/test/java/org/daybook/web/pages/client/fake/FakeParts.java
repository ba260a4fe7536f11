package org.daybook.web.pages.client.fake;

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
  private Present present =
      new Present(store, links, reports, deliveries, disputes, wishes, wishes);

  public FakeParts() {
    store.prepare(tx -> tx.tasks().insert(Examples.task()));
  }

  @Override
  public Present present() {
    return present;
  }

  public void withoutStorage() {
    present = new Present(null, null, null, null, null, null, null);
  }

  public void withoutDelivery() {
    present = new Present(store, links, reports, null, disputes, wishes, wishes);
  }

  public void withoutDisputes() {
    present = new Present(store, links, reports, deliveries, null, wishes, wishes);
  }

  public void withoutIntake() {
    present = new Present(store, links, reports, deliveries, disputes, wishes, null);
  }
}
