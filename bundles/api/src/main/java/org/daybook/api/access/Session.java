package org.daybook.api.access;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A login that goes on without the password: one browser of one person. Only the hash of its secret
 * is kept.
 */
@Value.Immutable
@ProviderType
public interface Session {
  String id();

  /** The account that logged in. */
  String accountId();

  /**
   * The version that the account had then: once it has another one, because of a new password for
   * instance, the session is over.
   */
  long accountVersion();

  /** Whose account it is. */
  String staffId();

  /** SHA-256 of the secret, hexadecimal; the secret has 256 random bits, so no salt is needed. */
  String hash();

  /** Where it began, in a few words such as {@code Chrome, Android}; blank if nobody knows. */
  String device();

  /** Whether it was to be kept on this device, which lets it last for weeks. */
  boolean kept();

  Instant createdAt();

  /** When it was last used, to within a few minutes. */
  Instant lastSeenAt();

  /** When it is over unless it is used before, or was over. */
  Instant expiresAt();

  /** When somebody ended it. */
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

  /** Builds a {@link Session}. */
  final class Builder extends ImmutableSession.Builder {
    Builder() {}
  }
}
