package org.daybook.sections.projects;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.daybook.api.visit.ClosedVisit;

/** The words of this section, dates and times among them, as the client of one visit reads them. */
final class Texts {
  // Without this a report in English would come out in the language of the server.
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final ResourceBundle words;

  Texts(Locale language) {
    this.language = language;
    this.words =
        ResourceBundle.getBundle(
            "org.daybook.sections.projects.texts",
            language,
            Texts.class.getClassLoader(),
            NO_FALLBACK);
  }

  /** The text of a key; its pattern is ICU's, so that plural forms come out right. */
  String get(String key, Object... arguments) {
    return new MessageFormat(words.getString(key), language).format(arguments);
  }

  boolean has(String key) {
    return words.containsKey(key);
  }

  /** The day of a moment, with its year if that is not the year of the visit. */
  String day(Instant moment, ClosedVisit visit) {
    ZonedDateTime day = moment.atZone(visit.client().zone());
    int thisYear = visit.departedAt().atZone(visit.client().zone()).getYear();
    String pattern = day.getYear() == thisYear ? "d MMMM" : "d MMMM yyyy";
    return DateTimeFormatter.ofPattern(pattern, language).format(day);
  }

  /** The time of a moment, without its day. */
  String time(Instant moment, ClosedVisit visit) {
    return DateTimeFormatter.ofPattern("HH:mm", language)
        .format(moment.atZone(visit.client().zone()));
  }

  /** How long something took, in words: {@code 1 час 20 минут}. */
  String longDuration(int minutes) {
    if (minutes < 60) {
      return get("long.minutes", minutes);
    }
    String hours = get("long.hours", minutes / 60);
    return minutes % 60 == 0 ? hours : hours + " " + get("long.minutes", minutes % 60);
  }

  /** How long something took. */
  String duration(int minutes) {
    if (minutes < 60) {
      return get("minutes", minutes);
    }
    return minutes % 60 == 0
        ? get("hours", minutes / 60)
        : get("hoursMinutes", minutes / 60, minutes % 60);
  }

  /** What somebody wrote, with a full stop if it ends without a mark. */
  static String sentence(String written) {
    String text = written.strip();
    return text.isEmpty() || ".!?…".indexOf(text.charAt(text.length() - 1)) >= 0
        ? text
        : text + ".";
  }
}
