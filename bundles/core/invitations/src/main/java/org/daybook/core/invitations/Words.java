package org.daybook.core.invitations;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.daybook.api.directory.Client;

/** What letters about visits say, in the client's language and zone, with the right plurals. */
final class Words {
  private final Locale language;
  private final ZoneId zone;
  private final ResourceBundle patterns;

  Words(Client client) {
    // Only these two are written; the default locale of the machine must not decide.
    this.language =
        client.language().getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
    this.zone = client.zone();
    this.patterns =
        ResourceBundle.getBundle(
            "org.daybook.core.invitations.words", this.language, Words.class.getClassLoader());
  }

  String get(String key) {
    return patterns.getString(key);
  }

  String get(String key, Map<String, Object> values) {
    return new MessageFormat(patterns.getString(key), language).format(values);
  }

  /** As a subject has it: {@code 12.03}. */
  String shortDay(Instant moment) {
    return as("day.short", moment);
  }

  /** With the day of the week. */
  String day(Instant moment) {
    return as("day", moment);
  }

  String time(Instant moment) {
    return DateTimeFormatter.ofPattern("HH:mm", language).format(moment.atZone(zone));
  }

  private String as(String key, Instant moment) {
    return DateTimeFormatter.ofPattern(patterns.getString(key), language)
        .format(moment.atZone(zone));
  }
}
