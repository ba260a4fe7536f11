package org.daybook.core.delivery;

import java.util.regex.Pattern;

/**
 * Names as they stand in the header of a letter, where mail programs show little and people trust
 * much: without line breaks, without characters that are not seen or turn the text around (Unicode
 * TR 36), and of a length that leaves room for the rest.
 */
final class HeaderText {
  private static final int LONGEST = 100;
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\p{Zl}\\p{Zp}]+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}]+");
  private static final Pattern SPACES = Pattern.compile("\\s{2,}");

  private HeaderText() {}

  static String of(String text) {
    return of(text, LONGEST);
  }

  static String of(String text, int longest) {
    String line = UNSEEN.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
    String plain = SPACES.matcher(line).replaceAll(" ").strip();
    if (plain.codePointCount(0, plain.length()) <= longest) {
      return plain;
    }
    return plain.substring(0, plain.offsetByCodePoints(0, longest - 1)).strip() + "…";
  }
}
