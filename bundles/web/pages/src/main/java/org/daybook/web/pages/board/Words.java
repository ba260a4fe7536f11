package org.daybook.web.pages.board;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** What the board itself says, in the language of the staff, with the right plurals. */
public final class Words {
  // Without this a page in English would come out in the language of the server.
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** By language and text: to read one takes far longer than to fill it in. */
  private static final Map<Key, MessageFormat> MESSAGES = new ConcurrentHashMap<>();

  private static final Map<Key, DateTimeFormatter> PATTERNS = new ConcurrentHashMap<>();

  private final Locale language;
  private final ZoneId zone;
  private final List<ResourceBundle> books;

  /**
   * Words for one installation.
   *
   * @param zone of moments that belong to no client
   */
  public Words(Locale language, ZoneId zone) {
    this(language, zone, List.of(book(Words.class, language)));
  }

  private Words(Locale language, ZoneId zone, List<ResourceBundle> books) {
    this.language = language;
    this.zone = zone;
    this.books = books;
  }

  /** The words that lie beside a class; for what is not there, those of the board. */
  public Words of(Class<?> owner) {
    boolean none = owner.getResource("words.properties") == null;
    ResourceBundle own = book(none ? Words.class : owner, language);
    ResourceBundle board = books.get(books.size() - 1);
    return own == board ? this : new Words(language, zone, List.of(own, board));
  }

  private static ResourceBundle book(Class<?> owner, Locale language) {
    String name = owner.getPackageName() + ".words";
    return ResourceBundle.getBundle(name, language, Words.class.getClassLoader(), NO_FALLBACK);
  }

  public Locale locale() {
    return language;
  }

  /** For the {@code lang} attribute. */
  public String language() {
    return language.toLanguageTag();
  }

  /** The text of a key. */
  public String get(String key) {
    return book(key).orElseGet(() -> books.get(0)).getString(key);
  }

  /** The text of a key with {@code {x}} filled in: a text, or a number that makes a plural. */
  public String get(String key, Object value) {
    return fill(key, Map.of("x", value));
  }

  /** The text of a key with names in braces filled in. */
  public String fill(String key, Map<String, ?> values) {
    MessageFormat message =
        MESSAGES.computeIfAbsent(
            new Key(language, get(key)), text -> new MessageFormat(text.text(), language));
    synchronized (message) {
      return message.format(values);
    }
  }

  /** The text of a key, or another if there is no such key. */
  public String getOr(String key, String other) {
    return book(key).map(book -> book.getString(key)).orElse(other);
  }

  /** How a moment is written, in the language. */
  public DateTimeFormatter pattern(String pattern) {
    return PATTERNS.computeIfAbsent(
        new Key(language, pattern), key -> DateTimeFormatter.ofPattern(key.text(), language));
  }

  private record Key(Locale language, String text) {}

  private Optional<ResourceBundle> book(String key) {
    return books.stream().filter(book -> book.containsKey(key)).findFirst();
  }

  /** Of moments that belong to no client. */
  public ZoneId zone() {
    return zone;
  }

  /** Day and time; with the zone where it is another than that of the office. */
  public String moment(Instant moment, ZoneId where) {
    return format("d MMMM yyyy, HH:mm", moment, where);
  }

  /** A time of a day; with the day where it is another one there, and with the zone as above. */
  public String time(Instant moment, ZoneId where, LocalDate day) {
    boolean another = !moment.atZone(where).toLocalDate().equals(day);
    return format(another ? "d MMM, HH:mm" : "HH:mm", moment, where);
  }

  private String format(String pattern, Instant moment, ZoneId where) {
    boolean elsewhere =
        !where.getRules().getOffset(moment).equals(zone.getRules().getOffset(moment));
    return pattern(elsewhere ? pattern + " (O)" : pattern).format(moment.atZone(where));
  }

  /** As a heading has it. */
  public String month(YearMonth month) {
    String name = pattern("LLLL yyyy").format(month);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }
}
