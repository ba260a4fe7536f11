package org.daybook.web.rest.view;

import org.daybook.api.directory.Contact;

/** A person at a client. */
public record ContactView(
    String id,
    String client,
    String clientId,
    String name,
    String position,
    String email,
    String phone,
    boolean reportRecipient,
    boolean responsible,
    long version)
    implements Versioned {
  public static ContactView of(Contact contact, Names names) {
    return new ContactView(
        contact.id(),
        names.client(contact.clientId()),
        contact.clientId(),
        contact.name(),
        contact.position().orElse(null),
        contact.email().orElse(null),
        contact.phone().orElse(null),
        contact.reportRecipient(),
        contact.responsible(),
        contact.version());
  }
}
