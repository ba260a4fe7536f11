package org.daybook.api.source;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.task.Priority;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** What a source sends: idempotent on source, external id and occurrence. */
@Value.Immutable
@ProviderType
public interface TaskSignal {

  SignalKind kind();

  /** What the source calls the condition; stable while it lasts. 1 to 200 characters. */
  String externalId();

  /**
   * Whether it calls no condition of another client the same, as a ticket number does: then the
   * condition is known whatever client it says now.
   */
  @Value.Default
  default boolean unique() {
    return false;
  }

  /** Tells this occurrence of the condition from others; blank if the source does not know. */
  @Value.Default
  default String occurrence() {
    return "";
  }

  /** The client: its code or its name, ignoring case; blank if the source does not know. */
  @Value.Default
  default String client() {
    return "";
  }

  /** The equipment: hostname or inventory number, ignoring case; blank if none. */
  @Value.Default
  default String asset() {
    return "";
  }

  /** Up to 300 characters; may be blank with {@link SignalKind#CLEARED} only. */
  @Value.Default
  default String title() {
    return "";
  }

  /** Up to 10,000 characters. */
  @Value.Default
  default String description() {
    return "";
  }

  @Value.Default
  default Priority priority() {
    return Priority.NORMAL;
  }

  Optional<Instant> dueAt();

  /** When it came about, by the source's clock; the moment of intake if empty. */
  Optional<Instant> occurredAt();

  /** Whether the source watches the condition and will send {@link SignalKind#CLEARED}. */
  @Value.Default
  default boolean fault() {
    return false;
  }

  /** The visit it is for, if it is for one. */
  Optional<String> visitId();

  Optional<String> projectId();

  /** The staff id of who shall do it. */
  Optional<String> engineerId();

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link TaskSignal}. */
  final class Builder extends ImmutableTaskSignal.Builder {
    Builder() {}
  }
}
