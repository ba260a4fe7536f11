package org.daybook.core.intake;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of notices, in the language of the staff. */
final class Words {
  private final Locale language;
  private final ResourceBundle patterns;

  private Words(Locale language) {
    this.language = language;
    this.patterns =
        ResourceBundle.getBundle(
            "org.daybook.core.intake.words", language, Words.class.getClassLoader());
  }

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Words in(String language) {
    // Only these two are written; the default locale of the machine must not decide.
    return switch (language.strip()) {
      case "ru" -> new Words(Locale.forLanguageTag("ru"));
      case "en" -> new Words(Locale.ENGLISH);
      default ->
          throw new IllegalArgumentException(
              "language in org.daybook.intake must be ru or en, is " + language);
    };
  }

  String say(String key, String... values) {
    return new MessageFormat(patterns.getString(key), language).format(values);
  }
}
