package org.daybook.rendering.velocity;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the renderers themselves say, in the language and zone of one report. */
public final class Words {
  // Without this a report in English would come out in the language of the server.
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final ZoneId zone;
  private final ResourceBundle words;

  Words(Locale language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
    this.words =
        ResourceBundle.getBundle(
            "org.daybook.rendering.velocity.words",
            language,
            Words.class.getClassLoader(),
            NO_FALLBACK);
  }

  /** The text of a key. */
  public String get(String key) {
    return words.getString(key);
  }

  String get(String key, Object... arguments) {
    return new MessageFormat(words.getString(key), language).format(arguments);
  }

  String day(Instant moment) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(at(moment));
  }

  String time(Instant moment) {
    return DateTimeFormatter.ofPattern("HH:mm", language).format(at(moment));
  }

  /** From when to when; the days only if they differ. */
  String span(Instant from, Instant to) {
    boolean oneDay = at(from).toLocalDate().equals(at(to).toLocalDate());
    return oneDay
        ? get("span", day(from), time(from), time(to))
        : get("spanOfDays", day(from), time(from), day(to), time(to));
  }

  String duration(int minutes) {
    if (minutes < 60) {
      return get("minutes", String.valueOf(minutes));
    }
    String hours = String.valueOf(minutes / 60);
    return minutes % 60 == 0
        ? get("hours", hours)
        : get("hoursMinutes", hours, String.valueOf(minutes % 60));
  }

  String number(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(2);
    return format.format(value);
  }

  private ZonedDateTime at(Instant moment) {
    return moment.atZone(zone);
  }
}
