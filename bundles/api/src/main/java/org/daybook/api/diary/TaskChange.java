package org.daybook.api.diary;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.task.Priority;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** What to change of a task beside its state; what is empty stays as it is. */
@Value.Immutable
@ProviderType
public interface TaskChange {

  Optional<String> title();

  Optional<String> description();

  Optional<Priority> priority();

  Optional<Instant> dueAt();

  /** Takes the due date away; not together with {@link #dueAt}. */
  @Value.Default
  default boolean removeDueAt() {
    return false;
  }

  /** A staff id. */
  Optional<String> engineerId();

  Optional<String> projectId();

  /** Also plans it. */
  Optional<String> visitId();

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link TaskChange}. */
  final class Builder extends ImmutableTaskChange.Builder {
    Builder() {}
  }
}
