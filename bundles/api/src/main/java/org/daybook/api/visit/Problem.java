package org.daybook.api.visit;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** What is wrong with a piece of equipment; stands until a check finds it mended. */
@Value.Immutable
@ProviderType
public interface Problem {

  String id();

  String clientId();

  String assetId();

  /** The item of the regulation that found it, and that has to be OK to end it. */
  String itemId();

  String description();

  /** What is being done about it. */
  String action();

  /** The staff id of who takes care of it. */
  Optional<String> ownerId();

  Instant since();

  Optional<Instant> dueAt();

  /** The visit at which it was found. */
  String foundVisitId();

  Optional<Instant> endedAt();

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

  /** Builds a {@link Problem}. */
  final class Builder extends ImmutableProblem.Builder {
    Builder() {}
  }
}
