package org.daybook.core.directory;

import java.util.Optional;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.Transaction;

/** The rules of contacts. */
final class ContactEntry {
  private ContactEntry() {}

  static Contact add(Transaction tx, Contact draft) {
    Contact checked = checked(tx, draft.toBuilder().id(tx.newId()).build(), Optional.empty());
    return tx.contacts().insert(checked);
  }

  static Contact change(Transaction tx, Contact changed) {
    Contact before =
        tx.contacts()
            .find(changed.id())
            .orElseThrow(() -> new NotFoundException("contact", changed.id()));
    return tx.contacts().update(checked(tx, changed, Optional.of(before)));
  }

  private static Contact checked(Transaction tx, Contact contact, Optional<Contact> before) {
    Fields fields = new Fields();
    new References(tx, fields).client(contact.clientId(), before.map(Contact::clientId));
    Contact tidy =
        contact.toBuilder()
            .name(fields.text("name", contact.name(), Fields.NAME))
            .position(fields.text("position", contact.position(), Fields.NAME))
            .email(fields.email("email", contact.email()))
            .phone(fields.text("phone", contact.phone(), Fields.PHONE))
            .build();
    fields.require(
        !tidy.reportRecipient() || tidy.email().isPresent(),
        "email",
        "is needed by a person who gets the reports");
    fields.throwIfAny();
    return tidy;
  }
}
