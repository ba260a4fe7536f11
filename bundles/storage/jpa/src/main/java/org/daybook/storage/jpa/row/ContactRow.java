package org.daybook.storage.jpa.row;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.directory.Contact;

/** A row of {@code contact}. */
@Entity
@Table(name = "contact")
public class ContactRow extends VersionedRow<Contact> {
  @Column(name = "client_id")
  private String clientId;

  @Column(name = "name")
  private String name;

  @Column(name = "job_title")
  private String position;

  @Column(name = "email")
  private String email;

  @Column(name = "phone")
  private String phone;

  @Column(name = "report_recipient")
  private boolean reportRecipient;

  @Column(name = "responsible")
  private boolean responsible;

  @Override
  protected void copy(Contact contact) {
    clientId = contact.clientId();
    name = contact.name();
    position = contact.position().orElse(null);
    email = contact.email().orElse(null);
    phone = contact.phone().orElse(null);
    reportRecipient = contact.reportRecipient();
    responsible = contact.responsible();
  }

  @Override
  public Contact value() {
    return Contact.builder()
        .id(id())
        .clientId(clientId)
        .name(name)
        .position(Optional.ofNullable(position))
        .email(Optional.ofNullable(email))
        .phone(Optional.ofNullable(phone))
        .reportRecipient(reportRecipient)
        .responsible(responsible)
        .version(currentVersion())
        .build();
  }
}
