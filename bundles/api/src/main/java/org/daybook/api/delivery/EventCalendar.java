package org.daybook.api.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Events as a calendar program takes them: a feed, or what an invitation carries. */
@Value.Immutable
@ProviderType
public interface EventCalendar {
  /**
   * What the reader's calendar is to do with it (RFC 5546): {@code REQUEST}, {@code CANCEL}; empty
   * for a feed.
   */
  Optional<String> method();

  /** What calendar programs call a feed; empty for an invitation. */
  Optional<String> name();

  /** How often a feed is worth reading again (RFC 7986); empty for an invitation. */
  Optional<Duration> refreshAfter();

  List<CalendarEvent> events();

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds an {@link EventCalendar}. */
  final class Builder extends ImmutableEventCalendar.Builder {
    Builder() {}
  }
}
