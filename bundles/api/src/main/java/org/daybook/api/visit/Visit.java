package org.daybook.api.visit;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** One engineer's coming to one site. */
@Value.Immutable
@ProviderType
public interface Visit {

  String id();

  VisitKind kind();

  VisitState state();

  String clientId();

  String siteId();

  /** The staff id of who comes. */
  String engineerId();

  /** When it is to begin. */
  Instant plannedFor();

  /** When an emergency was reported; empty for planned visits. */
  Optional<Instant> requestedAt();

  /** Until when an emergency's engineer is promised to be there; empty for planned visits. */
  Optional<Instant> dueBy();

  /** When the engineer took an emergency on. */
  Optional<Instant> acceptedAt();

  /** When the engineer set out for an emergency. */
  Optional<Instant> onTheWayAt();

  /** The month's plan that it came from; empty for one that was set by hand. */
  Optional<String> planId();

  Optional<Instant> arrivedAt();

  /** When the engineer left. */
  Optional<Instant> departedAt();

  /** When its closing was recorded; later than {@link #departedAt} if there was no network. */
  Optional<Instant> closedAt();

  /**
   * What was recorded by then is in the report of the visit; what came later is in the next one.
   */
  default Optional<Instant> recordedUntil() {
    return closedAt().or(this::departedAt);
  }

  /** Why it was rescheduled, missed or cancelled. */
  Optional<String> reason();

  /** Whether the checks of the regulation are on it; until then it cannot be closed. */
  @Value.Default
  default boolean checksPlanned() {
    return false;
  }

  /** Why a manager closed it over what was missing. */
  Optional<String> overrideReason();

  /**
   * Whether it was cancelled while it was a draft: it was never in the calendar and nobody was told
   * of it, so nothing was called off.
   */
  @Value.Default
  default boolean neverScheduled() {
    return false;
  }

  /** Whether a manager added it to a month's plan, beside what the norm asks for. */
  @Value.Default
  default boolean beyondNorm() {
    return false;
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

  /** Builds a {@link Visit}. */
  final class Builder extends ImmutableVisit.Builder {
    Builder() {}
  }
}
