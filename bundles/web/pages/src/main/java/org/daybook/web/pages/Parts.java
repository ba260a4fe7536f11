package org.daybook.web.pages;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Sessions;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.Post;
import org.daybook.api.delivery.PostOffice;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.delivery.WishLinks;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.SavedViews;
import org.daybook.api.diary.TaskHistory;
import org.daybook.api.directory.Directory;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.figures.Figures;
import org.daybook.api.notice.Notices;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.WorkCalendar;
import org.daybook.api.regulation.Regulations;
import org.daybook.api.report.Reports;
import org.daybook.api.source.Intake;
import org.daybook.api.source.Signals;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Punctuality;
import org.daybook.api.visit.Visits;

/**
 * The parts of the platform that the pages need. Each may come and go at any time; asking for one
 * that is missing throws {@link UnavailableException} with its name.
 */
public interface Parts {
  /** The parts as they are now; one that is missing is null. */
  Present present();

  default Store store() {
    return need("storage", present().storage());
  }

  default ReportLinks links() {
    return need("report links", present().links());
  }

  default Reports reports() {
    return need("reports", present().reports());
  }

  default Deliveries deliveries() {
    return need("delivery", present().deliveries());
  }

  /** A report can be read without them. */
  default Optional<Disputes> disputes() {
    return Optional.ofNullable(present().disputes());
  }

  default WishLinks wishes() {
    return need("wish links", present().wishes());
  }

  default Intake intake() {
    return need("intake", present().intake());
  }

  default Accounts accounts() {
    return need("access", present().accounts());
  }

  default Notices notices() {
    return need("control", present().notices());
  }

  /** The board can be read without them. */
  default Optional<Figures> figures() {
    return Optional.ofNullable(present().figures());
  }

  default Directory directory() {
    return need("directory", present().directory());
  }

  default Planning planning() {
    return need("planning", present().planning());
  }

  /** A client's card can be read without it. */
  default Optional<Planning> planningNow() {
    return Optional.ofNullable(present().planning());
  }

  default Visits visits() {
    return need("visits", present().visits());
  }

  /** Knows the address under which others find us; pages can be read without it. */
  default Optional<Post> postNow() {
    return Optional.ofNullable(present().post());
  }

  /** A task can be read without it. */
  default Optional<TaskHistory> historyNow() {
    return Optional.ofNullable(present().history());
  }

  /** A client's card can be read without them. */
  default Optional<Visits> visitsNow() {
    return Optional.ofNullable(present().visits());
  }

  /** Whether the company works on a day; by the days of the week without a calendar. */
  default boolean isWorking(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    WorkCalendar calendar = present().workCalendar();
    return calendar == null
        ? weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY
        : calendar.isWorking(day);
  }

  /** How late a visit may begin; without control nobody allows anything. */
  default Duration tolerance() {
    Punctuality punctuality = present().punctuality();
    return punctuality == null ? Duration.ZERO : punctuality.tolerance();
  }

  default SavedViews savedViews() {
    return need("saved views", present().savedViews());
  }

  default Signals signals() {
    return need("signals", present().signals());
  }

  default PostOffice postOffice() {
    return need("letters", present().postOffice());
  }

  default Diary diary() {
    return need("diary", present().diary());
  }

  default Regulations regulations() {
    return need("regulations", present().regulations());
  }

  default Clock clock() {
    return need("clock", present().clock());
  }

  default Sessions sessions() {
    return need("sessions", present().sessions());
  }

  private static <T> T need(String name, T part) {
    if (part == null) {
      throw new UnavailableException("A part of Daybook is missing at the moment: " + name + ".");
    }
    return part;
  }

  /** The parts at one moment; each may be null. */
  record Present(
      Store storage,
      ReportLinks links,
      Reports reports,
      Deliveries deliveries,
      Disputes disputes,
      WishLinks wishes,
      Intake intake,
      Accounts accounts,
      Notices notices,
      Figures figures,
      Clock clock,
      Sessions sessions,
      Directory directory,
      Planning planning,
      Diary diary,
      TaskHistory history,
      Post post,
      Regulations regulations,
      Visits visits,
      WorkCalendar workCalendar,
      SavedViews savedViews,
      Signals signals,
      PostOffice postOffice,
      Punctuality punctuality) {}
}
