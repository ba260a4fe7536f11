package org.daybook.api.visit;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** One item of the regulation on one piece of equipment at one visit. */
@Value.Immutable
@ProviderType
public interface Check {

  String id();

  String visitId();

  String assetId();

  /** The item's name in its regulation; the same at every visit. */
  String itemId();

  /** In the client's language, as the regulation said when the visit began. */
  String title();

  /** Whether the equipment is red without it. */
  @Value.Default
  default boolean mandatory() {
    return true;
  }

  @Value.Default
  default CheckState state() {
    return CheckState.OPEN;
  }

  /** With {@link CheckState#PROBLEM}: what is wrong. */
  Optional<String> description();

  /** With {@link CheckState#PROBLEM}: what is being done about it. */
  Optional<String> action();

  /** With {@link CheckState#PROBLEM}: until when it will be mended. */
  Optional<Instant> dueAt();

  /** With {@link CheckState#SKIPPED}: why. */
  Optional<String> reason();

  /** The staff id of who answered. */
  Optional<String> answeredBy();

  Optional<Instant> answeredAt();

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

  /** Builds a {@link Check}. */
  final class Builder extends ImmutableCheck.Builder {
    Builder() {}
  }
}
