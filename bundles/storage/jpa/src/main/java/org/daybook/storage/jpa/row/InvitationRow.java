package org.daybook.storage.jpa.row;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.delivery.Invitation;

/** A row of {@code invitation}. */
@Entity
@Table(name = "invitation")
public class InvitationRow extends VersionedRow<Invitation> {
  @Column(name = "visit_id")
  private String visitId;

  @Column(name = "contact_id")
  private String contactId;

  @Column(name = "event_sequence")
  private int sequence;

  @Column(name = "cancelled")
  private boolean cancelled;

  @Column(name = "said")
  private String said;

  @Column(name = "letter_key")
  private String letterKey;

  @Convert(converter = InstantConverter.class)
  @Column(name = "queued_at")
  private Instant queuedAt;

  @Override
  protected void copy(Invitation invitation) {
    visitId = invitation.visitId();
    contactId = invitation.contactId();
    sequence = invitation.sequence();
    cancelled = invitation.cancelled();
    said = invitation.said();
    letterKey = invitation.letterKey();
    queuedAt = InstantConverter.stored(invitation.queuedAt());
  }

  @Override
  public Invitation value() {
    return Invitation.builder()
        .id(id())
        .visitId(visitId)
        .contactId(contactId)
        .sequence(sequence)
        .cancelled(cancelled)
        .said(said)
        .letterKey(letterKey)
        .queuedAt(queuedAt)
        .version(currentVersion())
        .build();
  }
}
