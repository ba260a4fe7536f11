package org.daybook.api.plan;

import java.time.LocalDate;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Days on which one of our staff is away. */
@Value.Immutable
@ProviderType
public interface Absence {

  String id();

  String staffId();

  /** The first day. */
  LocalDate firstDay();

  /** The last day; the same as {@link #firstDay} or later. */
  LocalDate lastDay();

  /** Why, in a few words: {@code отпуск}. */
  String reason();

  /** Taken back: they are there after all. Nothing that was stored is deleted. */
  @Value.Default
  default boolean removed() {
    return false;
  }

  /** Whether they are away on a day. */
  default boolean covers(LocalDate day) {
    return !removed() && !day.isBefore(firstDay()) && !day.isAfter(lastDay());
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

  /** Builds an {@link Absence}. */
  final class Builder extends ImmutableAbsence.Builder {
    Builder() {}
  }
}
