package org.daybook.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class LineBreaksTest {
  @Test
  public void wordsStayWhole() {
    assertThat(parted("два слова, да")).isEqualTo("два |слова, |да|");
    assertThat(parted("  два  слова  ")).isEqualTo("  |два  |слова  |");
  }

  @Test
  public void hyphensPartLettersAndNotNumbers() {
    assertThat(parted("бизнес-центр ws-014 2-й -5")).isEqualTo("бизнес-|центр |ws-014 |2-й |-5|");
  }

  @Test
  public void pathsAndDashesMayBeParted() {
    assertThat(parted("C:/temp/x")).isEqualTo("C:/|temp/|x|");
    assertThat(parted("9:00–15:00")).isEqualTo("9:00–|15:00|");
  }

  @Test
  public void whatHoldsTogetherIsNotParted() {
    assertThat(parted("12\u00A0марта")).isEqualTo("12\u00A0марта|");
  }

  @Test
  public void nothingHasNoBreaks() {
    assertThat(parted("")).isEmpty();
  }

  private static String parted(String text) {
    LineBreaks breaks = new LineBreaks();
    breaks.setText(text);
    StringBuilder parted = new StringBuilder();
    int from = 0;
    for (int to = breaks.next(); to >= 0; to = breaks.next()) {
      parted.append(text, from, to).append('|');
      from = to;
    }
    return parted.toString();
  }
}
