package org.daybook.web.pages.board.calendar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;

/**
 * Which days the calendar shows, and of whom.
 *
 * @param from a Monday of a week, or the first of a month
 * @param engineer whose visits only; blank for all
 */
record Span(boolean week, LocalDate from, String engineer) {
  static final String ONLY = "only";

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  /** What a query asks for. */
  static Span of(Form asked, LocalDate today) {
    boolean week =
        switch (asked.get("view")) {
          case "", "month" -> false;
          case "week" -> true;
          default -> throw new TroubleException(Trouble.MALFORMED);
        };
    LocalDate day = asked.get("from").isBlank() ? today : day(asked.get("from"));
    return of(week, day, asked.get("engineer"));
  }

  private static Span of(boolean week, LocalDate day, String engineer) {
    return new Span(week, week ? monday(day) : day.withDayOfMonth(1), engineer);
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new TroubleException(Trouble.MALFORMED);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The first day shown: a month is shown in whole weeks. */
  LocalDate first() {
    return monday(from);
  }

  /** The last day shown. */
  LocalDate last() {
    return week
        ? from.plusDays(6)
        : from.with(TemporalAdjusters.lastDayOfMonth())
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }

  List<LocalDate> days() {
    return Stream.iterate(first(), day -> !day.isAfter(last()), day -> day.plusDays(1)).toList();
  }

  /** Whether a day belongs to what is shown, and does not only fill a week up. */
  boolean has(LocalDate day) {
    return week || day.getMonth() == from.getMonth();
  }

  Span before() {
    return new Span(week, week ? from.minusWeeks(1) : from.minusMonths(1), engineer);
  }

  Span after() {
    return new Span(week, week ? from.plusWeeks(1) : from.plusMonths(1), engineer);
  }

  /** The same days by weeks or by months. */
  Span by(boolean weeks, LocalDate today) {
    boolean now = !week && today.getMonth() == from.getMonth() && today.getYear() == from.getYear();
    return weeks == week ? this : of(weeks, now ? today : from, engineer);
  }

  Span at(LocalDate day) {
    return of(week, day, engineer);
  }

  /** As {@link #of} reads it. */
  String query() {
    return shown() + (engineer.isBlank() ? "" : "&engineer=" + encoded(engineer));
  }

  /**
   * The same for the address of a form, to come back from it: there {@code engineer} is another.
   */
  String carried() {
    return shown() + (engineer.isBlank() ? "" : "&" + ONLY + "=" + encoded(engineer));
  }

  /** Where somebody came from who opened a form in the calendar; empty if they did not. */
  static Optional<Span> carriedBy(Form asked) {
    return asked.get("view").isBlank() || asked.get("from").isBlank()
        ? Optional.empty()
        : Optional.of(of(asked, LocalDate.EPOCH))
            .map(span -> new Span(span.week, span.from, asked.get(ONLY)));
  }

  private String shown() {
    return "view=" + (week ? "week" : "month") + "&from=" + from;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
