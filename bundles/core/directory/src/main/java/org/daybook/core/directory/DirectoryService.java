package org.daybook.core.directory;

import java.time.Clock;
import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.Directory;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobQueue;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds and changes clients, what belongs to them, and staff; each call is one transaction. */
@Component(service = Directory.class)
public final class DirectoryService implements Directory {
  private static final String INVITATION_JOB = "invitation";

  private final Store store;
  private final Clock clock;
  private final JobQueue jobs;

  @Activate
  public DirectoryService(
      @Reference Store store, @Reference Clock clock, @Reference JobQueue jobs) {
    this.store = store;
    this.clock = clock;
    this.jobs = jobs;
  }

  @Override
  public Client addClient(Actor actor, Client draft) {
    return change(actor, tx -> ClientEntry.add(tx, draft));
  }

  @Override
  public Client changeClient(Actor actor, Client changed) {
    return change(actor, tx -> ClientEntry.change(tx, changed));
  }

  @Override
  public Site addSite(Actor actor, Site draft) {
    return change(actor, tx -> SiteEntry.add(tx, draft));
  }

  @Override
  public Site changeSite(Actor actor, Site changed) {
    return change(actor, tx -> SiteEntry.change(tx, changed));
  }

  @Override
  public Contact addContact(Actor actor, Contact draft) {
    return change(actor, tx -> announced(tx, ContactEntry.add(tx, draft)));
  }

  @Override
  public Contact changeContact(Actor actor, Contact changed) {
    return change(actor, tx -> announced(tx, ContactEntry.change(tx, changed)));
  }

  @Override
  public Asset addAsset(Actor actor, Asset draft) {
    return store.inTransaction(
        actor,
        tx -> {
          new OnSite(tx, actor).requireMayAdd(draft);
          return AssetEntry.add(tx, draft);
        });
  }

  @Override
  public Asset changeAsset(Actor actor, Asset changed) {
    return store.inTransaction(
        actor,
        tx -> {
          new OnSite(tx, actor).requireMayChange(changed);
          return AssetEntry.change(tx, changed);
        });
  }

  @Override
  public StaffMember addStaff(Actor actor, StaffMember draft) {
    return change(actor, tx -> StaffEntry.add(tx, draft, actor));
  }

  @Override
  public StaffMember changeStaff(Actor actor, StaffMember changed) {
    return change(actor, tx -> StaffEntry.change(tx, changed, actor));
  }

  /** Who is told of visits, or where, may be another now: it is looked who has to hear of which. */
  private Contact announced(Transaction tx, Contact contact) {
    VisitQuery coming =
        VisitQuery.builder()
            .clientId(contact.clientId())
            .kind(VisitKind.PLANNED)
            .addStates(VisitState.SCHEDULED)
            .from(clock.instant())
            .build();
    tx.visits().all(coming).forEach(visit -> jobs.enqueue(new Job(INVITATION_JOB, visit.id())));
    return contact;
  }

  private <T> T change(Actor actor, Function<Transaction, T> work) {
    if (!actor.isAny(Role.MANAGER, Role.ADMIN)) {
      throw new ForbiddenException("Only managers and administrators change the directory.");
    }
    return store.inTransaction(actor, work);
  }
}
