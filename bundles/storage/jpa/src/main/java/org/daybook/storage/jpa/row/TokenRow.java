package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.access.AccessToken;

/** A row of {@code access_token}. */
@Entity
@Table(name = "access_token")
public class TokenRow extends VersionedRow<AccessToken> {
  @Column(name = "name")
  private String name;

  @Concealed
  @Column(name = "secret_hash")
  private String hash;

  @Column(name = "scopes")
  private String scopes;

  @Convert(converter = InstantConverter.class)
  @Column(name = "created_at")
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "expires_at")
  private Instant expiresAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Override
  protected void copy(AccessToken accessToken) {
    name = accessToken.name();
    hash = accessToken.hash();
    scopes = Scopes.joined(accessToken.scopes());
    createdAt = InstantConverter.stored(accessToken.createdAt());
    expiresAt = InstantConverter.stored(accessToken.expiresAt().orElse(null));
    revokedAt = InstantConverter.stored(accessToken.revokedAt().orElse(null));
  }

  @Override
  public AccessToken value() {
    return AccessToken.builder()
        .id(id())
        .name(name)
        .hash(hash)
        .scopes(Scopes.split(scopes))
        .createdAt(createdAt)
        .expiresAt(Optional.ofNullable(expiresAt))
        .revokedAt(Optional.ofNullable(revokedAt))
        .version(currentVersion())
        .build();
  }
}
