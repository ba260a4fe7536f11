package org.daybook.api.delivery;

import org.osgi.annotation.versioning.ProviderType;

/** Writes calendars down as iCalendar objects (RFC 5545). Safe for any thread. */
@ProviderType
public interface CalendarWriter {
  /**
   * The text, with CRLF line ends and lines of at most 75 octets. It names the rules of each time
   * zone that its events are in. The same calendar gives the same text.
   *
   * @throws org.daybook.api.error.InvalidInputException naming the member that cannot be written
   */
  String write(EventCalendar calendar);
}
