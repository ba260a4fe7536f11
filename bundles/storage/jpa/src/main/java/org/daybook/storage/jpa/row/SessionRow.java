package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.access.Session;

/** A row of {@code login_session}. */
@Entity
@Table(name = "login_session")
public class SessionRow extends VersionedRow<Session> {
  @Column(name = "account_id")
  private String accountId;

  @Column(name = "account_version")
  private long accountVersion;

  @Column(name = "staff_id")
  private String staffId;

  @Concealed
  @Column(name = "secret_hash")
  private String hash;

  @Column(name = "device")
  private String device;

  @Column(name = "kept")
  private boolean kept;

  @Convert(converter = InstantConverter.class)
  @Column(name = "created_at")
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "expires_at")
  private Instant expiresAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Override
  protected void copy(Session session) {
    accountId = session.accountId();
    accountVersion = session.accountVersion();
    staffId = session.staffId();
    hash = session.hash();
    device = session.device();
    kept = session.kept();
    createdAt = InstantConverter.stored(session.createdAt());
    lastSeenAt = InstantConverter.stored(session.lastSeenAt());
    expiresAt = InstantConverter.stored(session.expiresAt());
    revokedAt = InstantConverter.stored(session.revokedAt().orElse(null));
  }

  @Override
  public Session value() {
    return Session.builder()
        .id(id())
        .accountId(accountId)
        .accountVersion(accountVersion)
        .staffId(staffId)
        .hash(hash)
        .device(device)
        .kept(kept)
        .createdAt(createdAt)
        .lastSeenAt(lastSeenAt)
        .expiresAt(expiresAt)
        .revokedAt(Optional.ofNullable(revokedAt))
        .version(currentVersion())
        .build();
  }
}
