package org.daybook.api.plan;

import java.time.LocalDate;

/**
 * On which days the company works: the production calendar with its holidays and transferred days.
 * A service that may be missing; who needs it then goes by the days of the week.
 */
public interface WorkCalendar {

  /**
   * Whether people work on this day. Of a year whose calendar is missing or has an error the
   * weekends and fixed holidays are free. May be called from any thread.
   *
   * @param day never null
   */
  boolean isWorking(LocalDate day);
}
