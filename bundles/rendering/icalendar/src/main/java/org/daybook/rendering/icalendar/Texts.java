package org.daybook.rendering.icalendar;

import java.util.regex.Pattern;

/** Texts as a content line can hold them; ical4j escapes the rest. */
final class Texts {
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|[\u0085\u2028\u2029]");

  /** RFC 5545, section 3.1: no control characters but the tab; and no halves of characters. */
  private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|\\p{Cs}");

  private Texts() {}

  static String plain(String text) {
    return UNWRITABLE.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("\uFFFD");
  }

  /** For the parameter of a property, which has one line. */
  static String line(String text) {
    return plain(text).replace('\n', ' ').strip();
  }
}
