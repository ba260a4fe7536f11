package org.daybook.api.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.task.TaskState;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which tasks. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface TaskQuery {
  Optional<String> clientId();

  Optional<String> visitId();

  Optional<String> engineerId();

  Optional<String> specialistId();

  Optional<String> source();

  Optional<String> externalId();

  Optional<String> assetId();

  Optional<String> projectId();

  Set<TaskState> states();

  /** Came to a final state at or after this. */
  Optional<Instant> finishedFrom();

  /** Was created at or after this. */
  Optional<Instant> createdFrom();

  /** Has to be done before this. */
  Optional<Instant> dueUntil();

  /** Has been a promise since before this. */
  Optional<Instant> promisedUntil();

  /** Was carried over at least so many times. */
  Optional<Integer> carriedOverFrom();

  /** Came to a final state before this. */
  Optional<Instant> finishedUntil();

  /** Was created before this. */
  Optional<Instant> createdUntil();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static TaskQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableTaskQuery.Builder {
    Builder() {}
  }
}
