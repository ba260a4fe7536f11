package org.daybook.core.visits;

import java.time.LocalDate;

/** On which days people work. */
interface WorkingDays {
  boolean isWorking(LocalDate day);
}
