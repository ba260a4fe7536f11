package org.daybook.core.invitations;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.Transaction;

/** Who at the client is told of visits. */
final class Readers {
  /** What {@link org.daybook.api.delivery.Post} writes to without a doubt. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@"
              + "[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){0,20}");

  private Readers() {}

  /** The responsible persons; where there is none, those who get the reports. */
  static List<Contact> of(Transaction tx, Client client, Set<String> except) {
    List<Contact> reachable =
        tx.contacts().all(ContactQuery.builder().clientId(client.id()).build()).stream()
            .filter(contact -> contact.email().filter(Readers::isUsable).isPresent())
            .filter(contact -> !except.contains(contact.id()))
            .toList();
    List<Contact> responsible = reachable.stream().filter(Contact::responsible).toList();
    return responsible.isEmpty()
        ? reachable.stream().filter(Contact::reportRecipient).toList()
        : responsible;
  }

  static boolean isUsable(String address) {
    return ADDRESS.matcher(address).matches();
  }
}
