package org.daybook.api.report;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** The client's report of one visit, in one revision. Its snapshot never changes. */
@Value.Immutable
@ProviderType
public interface VisitReport {

  String id();

  /** Unique for people: {@code 2026-0042}; the same for every revision. */
  String number();

  /** From 1. */
  int revision();

  String visitId();

  String clientId();

  ReportState state();

  /** The {@link ReportDocument} as canonical JSON (RFC 8785); blank while COLLECTING. */
  @Value.Default
  default String snapshot() {
    return "";
  }

  /** SHA-256 of the snapshot in UTF-8, hexadecimal; blank while COLLECTING. */
  @Value.Default
  default String sha256() {
    return "";
  }

  Instant createdAt();

  Optional<Instant> releasedAt();

  /** Why this revision was made; empty for the first. */
  Optional<String> reason();

  /**
   * Position among all reports of the client, revisions counted, from 1 without gaps; 0 for reports
   * of before there was a chain.
   */
  @Value.Default
  default int sequence() {
    return 0;
  }

  /** Hash of the client's report before this one; empty for the first. The snapshot has it too. */
  Optional<String> previousSha256();

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

  /** Builds a {@link VisitReport}. */
  final class Builder extends ImmutableVisitReport.Builder {
    Builder() {}
  }
}
