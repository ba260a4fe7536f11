package org.daybook.core.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;

/**
 * Who gets a report: contacts marked as recipients, after planned visits, of plans that include it.
 * Whoever should get one and cannot is told to the client's manager.
 */
final class Recipients {
  /** Why nothing goes to somebody who was to get a report when it was queued. */
  static final String NO_MORE = "Not sent: this contact is no recipient of reports any more.";

  /** What the letter writer and mail servers take without extensions (RFC 5321, section 4.1.2). */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@"
              + "[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){0,20}");

  private final Notices notices;

  Recipients(Notices notices) {
    this.notices = notices;
  }

  /** Those who can be written to. */
  List<Contact> of(VisitReport report, Transaction tx) {
    Client client =
        tx.clients()
            .find(report.clientId())
            .orElseThrow(() -> new NotFoundException("client", report.clientId()));
    Visit visit =
        tx.visits()
            .find(report.visitId())
            .orElseThrow(() -> new NotFoundException("visit", report.visitId()));
    if (visit.kind() != VisitKind.PLANNED) {
      return List.of();
    }
    boolean planned = client.plan().includesVisitReports();
    tell(!planned, "plan:" + client.id(), "plan", report, client, client.name());
    return planned ? marked(report, client, tx) : List.of();
  }

  private List<Contact> marked(VisitReport report, Client client, Transaction tx) {
    Map<Boolean, List<Contact>> contacts =
        tx.contacts().all(ContactQuery.builder().clientId(client.id()).build()).stream()
            .collect(Collectors.partitioningBy(Contact::reportRecipient));
    // Whoever is to get no reports any more needs no address for them.
    contacts
        .get(false)
        .forEach(each -> notices.withdraw(NoticeKind.NO_RECIPIENT, "contact:" + each.id()));
    List<Contact> marked = contacts.get(true);
    tell(marked.isEmpty(), "client:" + client.id(), "nobody", report, client, client.name());
    List<Contact> reachable = new ArrayList<>();
    for (Contact contact : marked) {
      boolean broken = contact.email().filter(Recipients::isUsable).isEmpty();
      tell(broken, "contact:" + contact.id(), "address", report, client, contact.name());
      if (!broken) {
        reachable.add(contact);
      }
    }
    return reachable;
  }

  /** Whether a contact may still get and read what was queued for it. */
  static boolean isRecipient(Transaction tx, String contactId) {
    return tx.contacts().find(contactId).filter(Contact::reportRecipient).isPresent();
  }

  static boolean isUsable(String address) {
    return ADDRESS.matcher(address).matches();
  }

  private void tell(
      boolean stands, String key, String what, VisitReport report, Client client, String name) {
    // Withdrawn first: of another report a manager is told again, whoever saw the notice of before.
    notices.withdraw(NoticeKind.NO_RECIPIENT, key);
    if (stands) {
      Optional<String> manager = client.managerId();
      String subject = new Words(client.language()).noRecipient(what, report.number(), name);
      notices.raise(NoticeKind.NO_RECIPIENT, key, subject, manager);
    }
  }
}
