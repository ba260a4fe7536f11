package org.daybook.api.diary;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** An IT project at a client. */
@Value.Immutable
@ProviderType
public interface Project {

  String id();

  String clientId();

  String title();

  @Value.Default
  default String description() {
    return "";
  }

  @Value.Default
  default State state() {
    return State.ACTIVE;
  }

  Optional<Instant> dueAt();

  Instant createdAt();

  /** Where a project stands. */
  enum State {
    ACTIVE,
    ON_HOLD,
    FINISHED,
    CANCELLED
  }

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

  /** Builds a {@link Project}. */
  final class Builder extends ImmutableProject.Builder {
    Builder() {}
  }
}
