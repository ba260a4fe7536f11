package org.daybook.api.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Something that has its place in a calendar (RFC 5545, section 3.6.1). Texts are plain. */
@Value.Immutable
@ProviderType
public interface CalendarEvent {
  /** Stays the same while the event moves: {@code visit-ID@example.com}. */
  String uid();

  /** Grows whenever the event is changed; from 0. */
  int sequence();

  /** When it was last changed. */
  Instant changedAt();

  Instant start();

  /** Positive. */
  Duration duration();

  /** The zone that its time is told in. */
  ZoneId zone();

  String summary();

  Optional<String> location();

  Optional<String> description();

  /** An absolute address. */
  Optional<String> url();

  @Value.Default
  default Status status() {
    return Status.CONFIRMED;
  }

  /** Who answers for it; needed in an invitation. */
  Optional<Letter.Mailbox> organizer();

  /** Who is asked to come; empty in a feed. */
  List<Letter.Mailbox> attendees();

  /** Whether it takes place. */
  enum Status {
    TENTATIVE,
    CONFIRMED,
    CANCELLED
  }

  /** The {@link #uid} of a visit, the same in every calendar and letter. */
  static String uidOfVisit(String visitId) {
    return "visit-" + visitId + "@daybook";
  }

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link CalendarEvent}. */
  final class Builder extends ImmutableCalendarEvent.Builder {
    Builder() {}
  }
}
