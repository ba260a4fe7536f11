package org.daybook.api.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** A machine's credential. Only its hash is kept. */
@Value.Immutable
@ProviderType
public interface AccessToken {
  String id();

  /** What it is for, as the operator called it. */
  String name();

  /** SHA-256 of the secret, hexadecimal; the secret has 256 random bits, so no salt is needed. */
  String hash();

  /**
   * What it opens: {@code hook:alertmanager}, {@code hook:*}, {@code metrics}, {@code
   * calendar:staff:ID}, {@code calendar:contact:ID}.
   */
  Set<String> scopes();

  Instant createdAt();

  Optional<Instant> expiresAt();

  Optional<Instant> revokedAt();

  @Value.Default
  default long version() {
    return 0;
  }

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds an {@link AccessToken}. */
  final class Builder extends ImmutableAccessToken.Builder {
    Builder() {}
  }
}
