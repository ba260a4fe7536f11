package org.daybook.rendering.velocity;

import org.daybook.api.report.Block.CellStatus;
import org.daybook.api.report.Tone;

/**
 * How a tone or a status looks: by colour and by sign, so that it reads in grey print and by the
 * colour-blind. Ink on paper, and white on the line's colour, meet WCAG 2.2 AA.
 *
 * @param name of the class in style sheets
 * @param sign of formats with glyphs
 * @param mark of plain text; blank if there is nothing to mark
 * @param ink colour of the text
 * @param paper colour behind the text
 * @param line colour of borders and behind a white sign
 */
public record Look(String name, String sign, String mark, String ink, String paper, String line) {
  static final Look GOOD = new Look("good", "✓", "[OK]", "#14532d", "#e8f5ec", "#2e7d4f");
  static final Look WARNING = new Look("watch", "▲", "[~]", "#5f3b00", "#fff4de", "#9a5b00");
  static final Look BAD = new Look("bad", "✕", "[!]", "#8c1d18", "#fdecea", "#b3261e");
  static final Look NEUTRAL = new Look("plain", "•", "", "#37424d", "#eef1f4", "#5b6875");

  /** The look of a tone or of a cell's status. */
  public static Look of(Object of) {
    if (of instanceof Tone tone) {
      return switch (tone) {
        case GOOD -> GOOD;
        case WARNING -> WARNING;
        case BAD -> BAD;
        case NEUTRAL -> NEUTRAL;
      };
    }
    return of == CellStatus.GREEN ? GOOD : BAD;
  }
}
