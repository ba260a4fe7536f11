package org.daybook.core.control;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When notices that can wait do, and when digests go out.
 *
 * @param from the quiet hours begin; may be later in the day than they end
 * @param to they end; equal to {@code from} if there are none
 * @param weekends whether Saturdays and Sundays are quiet all day
 * @param digestAt when digests go out
 */
record QuietTime(LocalTime from, LocalTime to, boolean weekends, LocalTime digestAt, ZoneId zone) {

  /** The moment itself, or the end of the quiet time that it is in. */
  Instant endAfter(Instant moment) {
    ZonedDateTime at = moment.atZone(zone);
    while (isQuiet(at)) {
      at = next(at);
    }
    return at.toInstant();
  }

  /** When the next digest goes out, on a day that is not quiet. */
  Instant digestAfter(Instant moment) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    ZonedDateTime digest = day.atTime(digestAt).atZone(zone);
    while (!digest.toInstant().isAfter(moment) || isWeekend(digest)) {
      day = day.plusDays(1);
      digest = day.atTime(digestAt).atZone(zone);
    }
    return digest.toInstant();
  }

  private boolean isQuiet(ZonedDateTime at) {
    return isWeekend(at) || isNight(at.toLocalTime());
  }

  private boolean isWeekend(ZonedDateTime at) {
    return weekends
        && (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY);
  }

  private boolean isNight(LocalTime time) {
    boolean afterBegin = !time.isBefore(from);
    boolean beforeEnd = time.isBefore(to);
    return from.isBefore(to)
        ? afterBegin && beforeEnd
        : from.isAfter(to) && (afterBegin || beforeEnd);
  }

  /** The end of the night that it is in, or the beginning of the next day. */
  private ZonedDateTime next(ZonedDateTime at) {
    LocalDate today = at.toLocalDate();
    boolean endsToday = isNight(at.toLocalTime()) && at.toLocalTime().isBefore(to);
    return endsToday ? today.atTime(to).atZone(zone) : today.plusDays(1).atStartOfDay(zone);
  }
}
