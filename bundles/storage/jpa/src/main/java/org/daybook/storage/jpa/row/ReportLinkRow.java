package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.delivery.ReportLink;

/** A row of {@code report_link}. */
@Entity
@Table(name = "report_link")
public class ReportLinkRow extends VersionedRow<ReportLink> {
  @Concealed
  @Column(name = "token_hash")
  private String hash;

  /** Empty for links of before there were others. */
  @Enumerated(EnumType.STRING)
  @Column(name = "purpose")
  private ReportLink.Purpose purpose;

  @Column(name = "delivery_id")
  private String deliveryId;

  @Column(name = "visit_id")
  private String visitId;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "contact_id")
  private String contactId;

  @Convert(converter = InstantConverter.class)
  @Column(name = "created_at")
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "expires_at")
  private Instant expiresAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "opened_at")
  private Instant openedAt;

  @Override
  protected void copy(ReportLink link) {
    hash = link.hash();
    purpose = link.purpose();
    deliveryId = link.deliveryId();
    visitId = link.visitId();
    clientId = link.clientId();
    contactId = link.contactId();
    createdAt = InstantConverter.stored(link.createdAt());
    expiresAt = InstantConverter.stored(link.expiresAt());
    revokedAt = InstantConverter.stored(link.revokedAt().orElse(null));
    openedAt = InstantConverter.stored(link.openedAt().orElse(null));
  }

  @Override
  public ReportLink value() {
    return ReportLink.builder()
        .id(id())
        .hash(hash)
        .purpose(Optional.ofNullable(purpose).orElse(ReportLink.Purpose.REPORT))
        .deliveryId(deliveryId)
        .visitId(visitId)
        .clientId(clientId)
        .contactId(contactId)
        .createdAt(createdAt)
        .expiresAt(expiresAt)
        .revokedAt(Optional.ofNullable(revokedAt))
        .openedAt(Optional.ofNullable(openedAt))
        .version(currentVersion())
        .build();
  }
}
