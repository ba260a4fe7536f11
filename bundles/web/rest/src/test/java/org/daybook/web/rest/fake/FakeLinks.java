package org.daybook.web.rest.fake;

import org.daybook.api.access.Actor;
import org.daybook.api.delivery.LinkedReport;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.api.store.Store;
import org.daybook.testkit.Examples;

/** Takes links back; opens none. */
public final class FakeLinks implements ReportLinks {
  private final Store store;

  FakeLinks(Store store) {
    this.store = store;
  }

  @Override
  public LinkedReport open(String token) {
    throw new NotFoundException("link", token);
  }

  @Override
  public void acknowledge(String token, int revision) {
    throw new NotFoundException("link", token);
  }

  @Override
  public void revoke(Actor actor, String deliveryId) {
    store.inTransaction(
        actor,
        tx -> {
          if (tx.deliveries().find(deliveryId).isEmpty()) {
            throw new NotFoundException("delivery", deliveryId);
          }
          for (ReportLink link :
              tx.reportLinks().all(ReportLinkQuery.builder().deliveryId(deliveryId).build())) {
            tx.reportLinks().update(link.toBuilder().revokedAt(Examples.NOW).build());
          }
          return null;
        });
  }
}
