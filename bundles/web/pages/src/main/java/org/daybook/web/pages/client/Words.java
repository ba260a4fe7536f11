package org.daybook.web.pages.client;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the page itself says, in the language and zone of its reader. */
public final class Words {
  // Without this a page in English would come out in the language of the server.
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
            "org.daybook.web.pages.client.words",
            language,
            Words.class.getClassLoader(),
            NO_FALLBACK);
  }

  /** For the {@code lang} attribute. */
  public String language() {
    return language.toLanguageTag();
  }

  /** The text of a key. */
  public String get(String key) {
    return words.getString(key);
  }

  /** The text of a key with something filled in. */
  public String get(String key, Object argument) {
    Object[] filledIn = {String.valueOf(argument)};
    return new MessageFormat(words.getString(key), language).format(filledIn);
  }

  /** Day and time. */
  String moment(Instant moment) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", language).format(moment.atZone(zone));
  }
}
