package org.daybook.api.task;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** One thing to do at a client. */
@Value.Immutable
@ProviderType
public interface Task {

  String id();

  String clientId();

  /** The equipment it is about, if it is about one piece. */
  Optional<String> assetId();

  /** The visit on which it is, or was last, to be done. */
  Optional<String> visitId();

  Optional<String> projectId();

  /** The id of the source it came from: {@code monitoring}. */
  String source();

  /** What the source calls it; empty if it has no name for it. */
  Optional<String> externalId();

  /** In the wording of whoever asked. */
  String title();

  /** More of that; blank if there is none. */
  @Value.Default
  default String description() {
    return "";
  }

  @Value.Default
  default Priority priority() {
    return Priority.NORMAL;
  }

  @Value.Default
  default TaskState state() {
    return TaskState.NEW;
  }

  /** When it has to be done; overdue is whatever is not answered after that. */
  Optional<Instant> dueAt();

  /** How many times the condition came about while the task was open, from 1. */
  @Value.Default
  default int occurrences() {
    return 1;
  }

  /** The staff id of who has to do it on site. */
  Optional<String> engineerId();

  /** The staff id of the specialist it was handed over to. */
  Optional<String> specialistId();

  /** What was done, in plain words for the client. */
  Optional<String> result();

  /** Why it was not done, carried over, handed over, returned or cancelled. */
  Optional<String> reason();

  /** How many visits it was carried over from. */
  @Value.Default
  default int carriedOver() {
    return 0;
  }

  /**
   * When it was carried over, or left with a specialist by a visit, for the first time: since when
   * it has been a promise.
   */
  Optional<Instant> promisedSince();

  /** When it was handed over to a specialist last. */
  Optional<Instant> handedOverAt();

  Instant createdAt();

  Optional<Instant> startedAt();

  /** When it came to a final state. */
  Optional<Instant> finishedAt();

  /** Whether it is unanswered at a moment after {@link #dueAt}. */
  default boolean overdueAt(Instant moment) {
    return !state().isAnswered() && dueAt().filter(moment::isAfter).isPresent();
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

  /** Builds a {@link Task}. */
  final class Builder extends ImmutableTask.Builder {
    Builder() {}
  }
}
