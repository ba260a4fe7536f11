package org.daybook.api.task;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One time that a source said something is the case; a repeat of it adds nothing. Unassigned while
 * it has no client.
 */
@Value.Immutable
@ProviderType
public interface Occurrence {

  String id();

  String source();

  /** The same for every occurrence of the same condition. */
  String externalId();

  /** Tells this occurrence from earlier ones; unique with source and external id. */
  String occurrence();

  /** Empty while nobody knows whose it is: then it is an <em>unassigned</em> signal. */
  Optional<String> clientId();

  /** What the source said of the client, as it came. */
  @Value.Default
  default String clientHint() {
    return "";
  }

  Optional<String> assetId();

  /** What the source said of the equipment, as it came. */
  @Value.Default
  default String assetHint() {
    return "";
  }

  /** The task it belongs to; empty while unassigned. */
  Optional<String> taskId();

  String title();

  @Value.Default
  default String description() {
    return "";
  }

  @Value.Default
  default Priority priority() {
    return Priority.NORMAL;
  }

  /** Whether the source itself watches the condition: then the equipment is red until cleared. */
  @Value.Default
  default boolean fault() {
    return false;
  }

  Instant raisedAt();

  /** When the source said it is over. */
  Optional<Instant> clearedAt();

  /** Why nobody has to care about it, as whoever dismissed it says; only while unassigned. */
  Optional<String> dismissal();

  /** The staff id of who dismissed it. */
  Optional<String> dismissedBy();

  Optional<Instant> dismissedAt();

  /** Whether it waits for somebody to say whose it is. */
  default boolean waits() {
    return clientId().isEmpty() && dismissal().isEmpty();
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

  /** Builds an {@link Occurrence}. */
  final class Builder extends ImmutableOccurrence.Builder {
    Builder() {}
  }
}
