package org.daybook.core.planning;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What plans, their tables and pictures say, with the right plurals. */
final class Words {
  // Without this English would come out in the language of the server.
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final ResourceBundle words;

  Words(Locale language) {
    this.language = language;
    this.words =
        ResourceBundle.getBundle(
            "org.daybook.core.planning.words", language, Words.class.getClassLoader(), NO_FALLBACK);
  }

  /** The text of a key; its pattern is ICU's. */
  String get(String key, Object... arguments) {
    return new MessageFormat(words.getString(key), language).format(arguments);
  }

  Locale language() {
    return language;
  }

  /** Whether a visit's reason is one that the planner gives, in whatever language. */
  static boolean isPlanners(String reason) {
    return isOneOf(
        reason, "visit.replanned", "visit.surplus", "visit.placeless", "visit.withdrawn");
  }

  /** Whether a client got no visit because there was nothing to come for, in whatever language. */
  static boolean isNothingToVisit(String reason) {
    return isOneOf(reason, "unmet.noSite", "unmet.noEquipment");
  }

  private static boolean isOneOf(String reason, String... keys) {
    return Stream.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))
        .map(Words::new)
        .flatMap(words -> Stream.of(keys).map(key -> words.get(key)))
        .anyMatch(reason::equals);
  }
}
