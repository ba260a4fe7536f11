package org.daybook.core.reports;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The platform's own sentences in a report, in the client's language, with the right plurals. */
final class Words {
  private final Locale language;
  private final ResourceBundle patterns;

  Words(Locale language) {
    // Only these two are written; the default locale of the machine must not decide.
    this.language =
        language.getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
    this.patterns =
        ResourceBundle.getBundle(
            "org.daybook.core.reports.words", this.language, Words.class.getClassLoader());
  }

  String say(String key, Map<String, Object> values) {
    return new MessageFormat(patterns.getString(key), language).format(values);
  }

  /** A day as in a sentence: {@code 12 марта}. */
  String day(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofPattern("d MMMM", language).withZone(zone).format(moment);
  }
}
