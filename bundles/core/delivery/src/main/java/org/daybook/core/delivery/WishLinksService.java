package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.LinkedVisit;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.delivery.WishLinks;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links to add wishes: made and looked up as those to reports are. */
@Component(service = WishLinks.class)
public final class WishLinksService implements WishLinks {
  private static final Actor PLATFORM = Actor.system("delivery");

  private final Store store;
  private final Clock clock;
  private final Settings settings;
  private final LinkKey key;

  @Activate
  public WishLinksService(
      @Reference Store store, @Reference Clock clock, @Reference Outlet outlet) {
    this.store = store;
    this.clock = clock;
    this.settings = outlet.settings();
    this.key = outlet.linkKey();
  }

  @Override
  public String addressFor(String visitId, String contactId, String letterKey) {
    return store.inTransaction(
        PLATFORM,
        tx -> {
          Visit visit =
              tx.visits().find(visitId).orElseThrow(() -> new NotFoundException("visit", visitId));
          Contact contact =
              tx.contacts()
                  .find(contactId)
                  .filter(each -> each.clientId().equals(visit.clientId()))
                  .orElseThrow(() -> new NotFoundException("contact", contactId));
          ReportLink link =
              tx.reportLinks()
                  .first(ReportLinkQuery.builder().deliveryId(Links.carrier(letterKey)).build())
                  .orElseGet(() -> insert(tx, visit, contact, letterKey));
          return settings.wishesAddress(Placeholders.of(link.id()));
        });
  }

  @Override
  public LinkedVisit open(String token) {
    LinkedVisit opened = store.read(tx -> linked(tx, valid(tx, token)));
    if (opened.link().openedAt().isPresent()) {
      return opened;
    }
    return store.inTransaction(
        Links.reader(opened.contact().id(), opened.contact().name()),
        tx -> linked(tx, Links.opened(tx, valid(tx, token), clock.instant())));
  }

  @Override
  public void revoke(Actor actor, String letterId) {
    Links.requireManager(actor);
    store.inTransaction(
        actor,
        tx -> {
          OutgoingLetter letter =
              tx.letters()
                  .find(letterId)
                  .orElseThrow(() -> new NotFoundException("letter", letterId));
          Links.revoke(tx, Links.carrier(letter.key()), clock.instant());
          return null;
        });
  }

  private ReportLink insert(Transaction tx, Visit visit, Contact contact, String letterKey) {
    Instant now = clock.instant();
    String id = tx.newId();
    return tx.reportLinks()
        .insert(
            ReportLink.builder()
                .id(id)
                .hash(Links.hash(key.tokenOf(id)))
                .purpose(ReportLink.Purpose.WISHES)
                .deliveryId(Links.carrier(letterKey))
                .visitId(visit.id())
                .clientId(visit.clientId())
                .contactId(contact.id())
                .createdAt(now)
                .expiresAt(now.plus(settings.linkLife()))
                .build());
  }

  private ReportLink valid(Transaction tx, String token) {
    return Links.valid(tx, token, ReportLink.Purpose.WISHES, clock.instant())
        .orElseThrow(WishLinksService::nothing);
  }

  private static LinkedVisit linked(Transaction tx, ReportLink link) {
    Optional<Contact> contact = tx.contacts().find(link.contactId());
    Optional<Client> client = tx.clients().find(link.clientId());
    Optional<Visit> visit = tx.visits().find(link.visitId());
    if (contact.isEmpty() || client.isEmpty() || visit.isEmpty()) {
      throw nothing();
    }
    return new LinkedVisit(link, contact.get(), client.get(), visit.get());
  }

  private static NotFoundException nothing() {
    return new NotFoundException("visit", "at this address");
  }
}
