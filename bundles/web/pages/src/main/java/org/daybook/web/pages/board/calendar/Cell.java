package org.daybook.web.pages.board.calendar;

import java.util.List;

/**
 * A day in the calendar: of everybody, or of one engineer.
 *
 * @param date as ISO 8601 has it
 * @param number of the day in its month
 * @param label the day in full, for those who do not see where it stands
 * @param today whether it is today
 * @param past whether it is over, while the calendar shows today as well
 * @param free whether the company does not work
 * @param outside whether it only fills a week up
 * @param engineer staff id; blank for everybody
 * @param away who is away and why; blank if nobody is
 */
public record Cell(
    String date,
    int number,
    String label,
    boolean today,
    boolean past,
    boolean free,
    boolean outside,
    String engineer,
    String away,
    List<Trip> trips) {
  public Cell {
    trips = List.copyOf(trips);
  }

  /** Whether a phone, which shows the days one below another, may leave it out. */
  public boolean empty() {
    return trips.isEmpty() && away.isBlank();
  }
}
