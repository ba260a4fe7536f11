package org.daybook.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.daybook.api.access.Actor;
import org.daybook.api.task.Priority;
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

  /** Whether it has an engineer. */
  Optional<Boolean> assigned();

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

  /** Has to be done at or after this. */
  Optional<Instant> dueFrom();

  /** One of these. */
  Set<Priority> priorities();

  /** Whether it is on a visit. */
  Optional<Boolean> planned();

  /**
   * Has every word of this in its title, its description or a comment, whatever the case. Words are
   * what spaces part; no character of them means anything but itself.
   */
  Optional<String> text();

  /** Whose sight they have to be in, as {@link org.daybook.api.visit.Sight} has it. */
  Optional<Actor> visibleTo();

  /** In which order they come. */
  @Value.Default
  default Order order() {
    return Order.AGE;
  }

  /** The words of {@link #text} in lower case, each once. */
  default List<String> words() {
    return text().stream()
        .flatMap(text -> Pattern.compile("\\s+").splitAsStream(text.strip()))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** Orders of a list, each from its beginning; the newest first turns it around. */
  enum Order {
    /** The oldest first. */
    AGE,
    /** What is due soonest first, what has no due date last. */
    DUE,
    /** The lowest priority first, of one priority the oldest. */
    PRIORITY
  }

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
