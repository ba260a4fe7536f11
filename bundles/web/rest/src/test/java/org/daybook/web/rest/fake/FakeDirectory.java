package org.daybook.web.rest.fake;

import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.Directory;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;

/** Stores what it is given. */
public final class FakeDirectory implements Directory {
  private final Store store;

  FakeDirectory(Store store) {
    this.store = store;
  }

  @Override
  public Client addClient(Actor actor, Client draft) {
    return in(actor, tx -> tx.clients().insert(draft.toBuilder().id(tx.newId()).build()));
  }

  @Override
  public Client changeClient(Actor actor, Client changed) {
    return in(actor, tx -> tx.clients().update(changed));
  }

  @Override
  public Site addSite(Actor actor, Site draft) {
    return in(actor, tx -> tx.sites().insert(draft.toBuilder().id(tx.newId()).build()));
  }

  @Override
  public Site changeSite(Actor actor, Site changed) {
    return in(actor, tx -> tx.sites().update(changed));
  }

  @Override
  public Contact addContact(Actor actor, Contact draft) {
    return in(actor, tx -> tx.contacts().insert(draft.toBuilder().id(tx.newId()).build()));
  }

  @Override
  public Contact changeContact(Actor actor, Contact changed) {
    return in(actor, tx -> tx.contacts().update(changed));
  }

  @Override
  public Asset addAsset(Actor actor, Asset draft) {
    return in(actor, tx -> tx.assets().insert(draft.toBuilder().id(tx.newId()).build()));
  }

  @Override
  public Asset changeAsset(Actor actor, Asset changed) {
    return in(actor, tx -> tx.assets().update(changed));
  }

  @Override
  public StaffMember addStaff(Actor actor, StaffMember draft) {
    return in(actor, tx -> tx.staff().insert(draft.toBuilder().id(tx.newId()).build()));
  }

  @Override
  public StaffMember changeStaff(Actor actor, StaffMember changed) {
    return in(actor, tx -> tx.staff().update(changed));
  }

  private <T> T in(Actor actor, Function<Transaction, T> work) {
    return store.inTransaction(actor, work);
  }
}
