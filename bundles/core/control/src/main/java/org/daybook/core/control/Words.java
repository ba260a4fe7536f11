package org.daybook.core.control;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.daybook.api.notice.NoticeKind;

/** The sentences of notices, in the language of the staff, with the right plurals. */
final class Words {
  private static final int LISTED = 3;
  private static final String TITLE = "title.";

  private final Locale language;
  private final ZoneId zone;
  private final ResourceBundle patterns;

  /**
   * @param zone of moments that belong to no client
   */
  Words(Locale language, ZoneId zone) {
    // Only these two are written; the default locale of the machine must not decide.
    this.language =
        language.getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
    this.zone = zone;
    this.patterns =
        ResourceBundle.getBundle(
            "org.daybook.core.control.words", this.language, Words.class.getClassLoader());
  }

  Locale language() {
    return language;
  }

  ZoneId zone() {
    return zone;
  }

  Sentence sentence(String key) {
    return new Sentence(key);
  }

  String say(String key) {
    return sentence(key).toString();
  }

  /** What a kind of notice is called. */
  String title(NoticeKind kind) {
    String key = TITLE + kind;
    return say(patterns.containsKey(key) ? key : TITLE + "OTHER");
  }

  /** A day as in a sentence: {@code 12 марта}. */
  String day(Instant moment, ZoneId where) {
    return DateTimeFormatter.ofPattern("d MMMM", language).withZone(where).format(moment);
  }

  /** A moment as in a sentence: {@code 12 марта в 9:00}. */
  String moment(Instant moment, ZoneId where) {
    return DateTimeFormatter.ofPattern(patterns.getString("moment"), language)
        .withZone(where)
        .format(moment);
  }

  /** A month as in a sentence: {@code март 2026}. */
  String month(YearMonth month) {
    return DateTimeFormatter.ofPattern(patterns.getString("month"), language).format(month);
  }

  /** The first few of some things, and how many there are beside them. */
  String list(List<String> things) {
    String listed = String.join("; ", things.subList(0, Math.min(LISTED, things.size())));
    return things.size() <= LISTED
        ? listed
        : sentence("more").with("list", listed).with("count", things.size() - LISTED).toString();
  }

  /** A sentence that is being filled in. */
  final class Sentence {
    private final String key;
    private final Map<String, Object> values = new HashMap<>();

    private Sentence(String key) {
      this.key = key;
    }

    Sentence with(String name, Object value) {
      values.put(name, value instanceof String text ? text.strip().replaceAll("\\s+", " ") : value);
      return this;
    }

    @Override
    public String toString() {
      return new MessageFormat(patterns.getString(key), language).format(values);
    }
  }
}
