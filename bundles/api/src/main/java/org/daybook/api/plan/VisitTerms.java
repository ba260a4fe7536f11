package org.daybook.api.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a client has agreed on about planned visits beside the service plan. Dates and times are in
 * the client's zone.
 */
@Value.Immutable
@ProviderType
public interface VisitTerms {

  /** The client's id. */
  String id();

  /** Visits a month instead of the norm, 1 to 31. */
  Optional<Integer> visitsPerMonth();

  /** Why it is not the norm; there if and only if {@link #visitsPerMonth} is. */
  Optional<String> reason();

  /** On which days they like visits; empty: on any. */
  Set<DayOfWeek> weekdays();

  /** When a visit should begin at the earliest. */
  Optional<LocalTime> earliest();

  /** When a visit should begin at the latest. */
  Optional<LocalTime> latest();

  /** Days on which nobody may come; rising, each once. */
  List<LocalDate> closedDays();

  /** Which days of a month visits fall on: an RRULE of RFC 5545, {@code FREQ=MONTHLY;BYDAY=1MO}. */
  Optional<String> pattern();

  /** When visits of the {@link #pattern} begin; empty: at any time of the working day. */
  Optional<LocalTime> patternTime();

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

  /** Builds {@link VisitTerms}. */
  final class Builder extends ImmutableVisitTerms.Builder {
    Builder() {}
  }
}
