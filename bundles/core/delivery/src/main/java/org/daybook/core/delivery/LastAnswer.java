package org.daybook.core.delivery;

import java.util.regex.Pattern;
import org.daybook.api.store.Transaction;

/** What was said of a delivery, as it can be stored. */
final class LastAnswer {
  private static final int LONGEST = 1000;
  private static final String THEN = " Then: ";

  /** What a server says is not ours to refuse, and must not keep a delivery from being noted. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private LastAnswer() {}

  static String storable(String answer) {
    String storable = UNSTORABLE.matcher(answer).replaceAll("\uFFFD");
    if (storable.length() <= LONGEST) {
      return storable;
    }
    boolean splitsPair = Character.isHighSurrogate(storable.charAt(LONGEST - 1));
    return storable.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
  }

  /** Writes down what came later, behind the answer that explains the state. */
  static <T> void add(Transaction tx, Outgoing<T> kind, T value, String said) {
    Progress progress = kind.progress(value);
    String before = progress.answer().orElse("");
    if (before.contains(said)) {
      return;
    }
    String both = storable(before.isEmpty() ? said : before + THEN + said);
    kind.update(tx, kind.with(value, progress.said(both)));
  }
}
