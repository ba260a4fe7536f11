package org.daybook.web.pages.board.setup;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Contact;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.form.Field.Kind;
import org.daybook.web.pages.board.form.FormView;

/** People at the clients. */
final class ContactEditor implements Editor<Contact> {
  private final Parts parts;

  ContactEditor(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String kind() {
    return "contacts";
  }

  @Override
  public Optional<Contact> find(Transaction tx, String id) {
    return tx.contacts().find(id);
  }

  @Override
  public String title(Contact contact) {
    return contact.name();
  }

  @Override
  public String clientId(Contact contact) {
    return contact.clientId();
  }

  @Override
  public long version(Contact contact) {
    return contact.version();
  }

  @Override
  public boolean ofClient() {
    return true;
  }

  @Override
  public void fields(FormView.Builder form, Look look, Optional<Contact> now, String clientId) {
    form.required("name", Kind.LINE, now.map(Contact::name).orElse(""))
        .optional("position", Kind.LINE, now.flatMap(Contact::position).orElse(""))
        .optional("email", Kind.LINE, now.flatMap(Contact::email).orElse(""))
        .optional("phone", Kind.LINE, now.flatMap(Contact::phone).orElse(""))
        .optional("responsible", Kind.BOX, Setup.box(now.map(Contact::responsible).orElse(false)))
        .optional(
            "reportRecipient",
            Kind.BOX,
            Setup.box(now.map(Contact::reportRecipient).orElse(false)));
  }

  @Override
  public Contact typed(Typed typed, Optional<Contact> now, String clientId) {
    return Contact.builder()
        .id(now.map(Contact::id).orElse(""))
        .clientId(now.map(Contact::clientId).orElse(clientId))
        .name(typed.text("name"))
        .position(typed.optional("position"))
        .email(typed.optional("email"))
        .phone(typed.optional("phone"))
        .responsible(typed.box("responsible"))
        .reportRecipient(typed.box("reportRecipient"))
        .version(typed.version())
        .build();
  }

  @Override
  public Contact keep(Actor actor, Contact contact) {
    return contact.id().isEmpty()
        ? parts.directory().addContact(actor, contact)
        : parts.directory().changeContact(actor, contact);
  }

  @Override
  public String next(Contact kept) {
    return Setup.path("clients") + "/" + kept.clientId();
  }
}
