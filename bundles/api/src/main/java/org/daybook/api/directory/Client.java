package org.daybook.api.directory;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** A company under contract. */
@Value.Immutable
@ProviderType
public interface Client {

  String id();

  /** Short, unique, what scripts and monitoring labels call it: {@code romashka}. */
  String code();

  /** As the report shows it: {@code ООО «Ромашка»}. */
  String name();

  ServicePlan plan();

  /** The language of everything this client reads: {@code ru} or {@code en}. */
  Locale language();

  /** The zone of every date and time this client reads. */
  ZoneId zone();

  /** Whether a manager looks at each report before it goes out. */
  @Value.Default
  default boolean reviewFirst() {
    return false;
  }

  /** The staff id of the engineer who usually comes. */
  Optional<String> engineerId();

  /** The staff id of the manager who answers for this client. */
  Optional<String> managerId();

  /** False once the contract has ended. */
  @Value.Default
  default boolean active() {
    return true;
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

  /** Builds a {@link Client}. */
  final class Builder extends ImmutableClient.Builder {
    Builder() {}
  }
}
