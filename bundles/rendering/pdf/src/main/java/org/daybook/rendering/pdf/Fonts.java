package org.daybook.rendering.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts, read. Reading them takes a fifth of the time of a document, so they are kept; a set of
 * them is lent to one document at a time, because they read on while they are used.
 */
final class Fonts implements Closeable {
  /** Shown for a character that no font has: something is there, and it is not a letter. */
  static final char NO_GLYPH = '□';

  private static final int FIRST_IN_QUESTION = 0x80;

  /** No more than can be of use at once: a set is 7 MB. */
  private final Queue<Set> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  Set borrow() throws IOException {
    Set set = idle.poll();
    return set == null ? Set.read() : set;
  }

  void giveBack(Set set) throws IOException {
    if (!idle.offer(set)) {
      set.close();
    }
  }

  @Override
  public void close() throws IOException {
    for (Set set = idle.poll(); set != null; set = idle.poll()) {
      set.close();
    }
  }

  /**
   * Fonts of one document.
   *
   * @param signs has the signs, and most of what the others lack
   */
  record Set(TrueTypeFont regular, TrueTypeFont bold, TrueTypeFont signs) implements Closeable {
    private static Set read() throws IOException {
      return new Set(font("PTSans-Regular.ttf"), font("PTSans-Bold.ttf"), font("DejaVuSans.ttf"));
    }

    private static TrueTypeFont font(String file) throws IOException {
      try (InputStream bytes = Fonts.class.getResourceAsStream("fonts/" + file)) {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes.readAllBytes()));
        // Ligatures cost time at each word, and Cyrillic has none.
        font.setEnableGsub(false);
        return font;
      }
    }

    /**
     * The text with a box in the place of each character that no font has. Finding that out while
     * it is laid out takes milliseconds for each.
     */
    String shown(String text) throws IOException {
      CmapLookup letters = regular.getUnicodeCmapLookup();
      CmapLookup others = signs.getUnicodeCmapLookup();
      StringBuilder shown = new StringBuilder(text.length());
      text.codePoints()
          .forEach(
              c -> {
                boolean known =
                    c < FIRST_IN_QUESTION
                        || letters.getGlyphId(c) != 0
                        || others.getGlyphId(c) != 0;
                shown.appendCodePoint(known ? c : NO_GLYPH);
              });
      return shown.toString();
    }

    @Override
    public void close() throws IOException {
      regular.close();
      bold.close();
      signs.close();
    }
  }
}
