package org.daybook.api.delivery;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** The address of one recipient's page of one visit, as it is kept: without its token. */
@Value.Immutable
@ProviderType
public interface ReportLink {

  String id();

  /** SHA-256 of the token, hexadecimal; unique. */
  String hash();

  /** What it opens; it opens nothing else. */
  @Value.Default
  default Purpose purpose() {
    return Purpose.REPORT;
  }

  /**
   * The id of the delivery that carried it; for a link in another letter, the SHA-256 of the {@link
   * Mailing#key}, hexadecimal. At most 64 characters.
   */
  String deliveryId();

  /** The visit whose report it opens, in all revisions, or which wishes are for. */
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

  /** What a link opens. */
  enum Purpose {
    /** The report of a visit, to be read, acknowledged and disputed. */
    REPORT,
    /** The list of what is asked for at a visit that is still to come, to be added to. */
    WISHES
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
