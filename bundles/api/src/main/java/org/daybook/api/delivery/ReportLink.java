package org.daybook.api.delivery;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** The address of one recipient's page of one visit's report, as it is kept: without its token. */
@Value.Immutable
@ProviderType
public interface ReportLink {

  String id();

  /** SHA-256 of the token, hexadecimal; unique. */
  String hash();

  /** The delivery that carried it. */
  String deliveryId();

  /** The visit whose report it opens, in all revisions. */
  String visitId();

  String clientId();

  /** Whose page it is. */
  String contactId();

  Instant createdAt();

  /** It opens nothing from this moment. */
  Instant expiresAt();

  /** When somebody took it back. */
  Optional<Instant> revokedAt();

  /** When it was opened first. */
  Optional<Instant> openedAt();

  /** Counts changes, from 1; 0 before it is stored. */
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

  /** Builds a {@link ReportLink}. */
  final class Builder extends ImmutableReportLink.Builder {
    Builder() {}
  }
}
