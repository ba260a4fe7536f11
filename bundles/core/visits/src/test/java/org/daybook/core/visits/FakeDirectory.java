package org.daybook.core.visits;

import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.Directory;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.store.Store;

/** Keeps equipment without rules but one: it has a name. */
final class FakeDirectory implements Directory {
  private final Store store;

  FakeDirectory(Store store) {
    this.store = store;
  }

  @Override
  public Asset addAsset(Actor actor, Asset draft) {
    if (draft.name().isBlank()) {
      throw new InvalidInputException("name", "must have 1 to 200 characters");
    }
    return store.inTransaction(
        actor, tx -> tx.assets().insert(draft.toBuilder().id(tx.newId()).build()));
  }

  @Override
  public Asset changeAsset(Actor actor, Asset changed) {
    return store.inTransaction(actor, tx -> tx.assets().update(changed));
  }

  @Override
  public Client addClient(Actor actor, Client draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Client changeClient(Actor actor, Client changed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Site addSite(Actor actor, Site draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Site changeSite(Actor actor, Site changed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Contact addContact(Actor actor, Contact draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Contact changeContact(Actor actor, Contact changed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StaffMember addStaff(Actor actor, StaffMember draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StaffMember changeStaff(Actor actor, StaffMember changed) {
    throw new UnsupportedOperationException();
  }
}
