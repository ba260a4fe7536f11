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
  private final String variant;

  Words(Locale language, ZoneId zone) {
    this(language, zone, "");
  }

  /**
   * For pages about something else.
   *
   * @param variant what comes before keys whose text is another there; blank for none
   */
  Words(Locale language, ZoneId zone, String variant) {
    this.variant = variant;
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
    String special = variant + "." + key;
    return words.getString(words.containsKey(special) ? special : key);
  }

  /** The text of a key with something filled in. */
  public String get(String key, Object argument) {
    Object[] filledIn = {String.valueOf(argument)};
    return new MessageFormat(get(key), language).format(filledIn);
  }

  /** The key of what a priority is called. */
  public String priority(String name) {
    return "priority." + name;
  }

  /** Day and time. */
  String moment(Instant moment) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", language).format(moment.atZone(zone));
  }
}
