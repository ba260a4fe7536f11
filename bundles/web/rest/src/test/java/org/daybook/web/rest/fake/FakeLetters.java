package org.daybook.web.rest.fake;

import java.util.ArrayList;
import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.LinkedVisit;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.delivery.PostOffice;
import org.daybook.api.delivery.WishLinks;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.Store;

/** Queues letters again, and remembers whose links were taken back. */
public final class FakeLetters implements PostOffice, WishLinks {
  public final List<String> revoked = new ArrayList<>();

  private final Store store;

  FakeLetters(Store store) {
    this.store = store;
  }

  @Override
  public OutgoingLetter retry(Actor actor, String letterId) {
    return store.inTransaction(
        actor,
        tx -> {
          OutgoingLetter letter =
              tx.letters()
                  .findForUpdate(letterId)
                  .orElseThrow(() -> new NotFoundException("letter", letterId));
          return tx.letters()
              .update(
                  letter.toBuilder()
                      .state(
                          letter
                              .state()
                              .on(DeliveryEvent.REQUEUE)
                              .orElseThrow(() -> new RefusedException("It is sent already.")))
                      .build());
        });
  }

  @Override
  public String addressFor(String visitId, String contactId, String letterKey) {
    throw new NotFoundException("visit", visitId);
  }

  @Override
  public LinkedVisit open(String token) {
    throw new NotFoundException("visit", token);
  }

  @Override
  public void revoke(Actor actor, String letterId) {
    revoked.add(letterId);
  }
}
