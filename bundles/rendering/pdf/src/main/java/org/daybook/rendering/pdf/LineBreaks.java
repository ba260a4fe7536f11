package org.daybook.rendering.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line of a report may end: behind a space, a slash, a dash, and a hyphen between letters.
 * The rules of all the world's languages find the same in Russian and English, in three times the
 * time.
 */
final class LineBreaks implements FSTextBreaker {
  private static final int DONE = -1;

  private String text = "";
  private int position;

  @Override
  public void setText(String newText) {
    text = newText;
    position = 0;
  }

  @Override
  public int next() {
    if (position >= text.length()) {
      return DONE;
    }
    position++;
    while (position < text.length() && !isBreak(position)) {
      position++;
    }
    return position;
  }

  /** Whether the line may end before a character. */
  private boolean isBreak(int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    if (isSpace(after)) {
      return false;
    }
    return isSpace(before)
        || before == '—'
        || before == '–'
        || before == '/' && Character.isLetterOrDigit(after)
        || before == '-' && Character.isLetter(after) && at > 1 && isLetter(at - 2);
  }

  private boolean isLetter(int at) {
    return Character.isLetter(text.charAt(at));
  }

  /** Not one that holds together what it stands between. */
  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\u200B';
  }
}
