package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class PrintEscapingTest {
  @Test
  public void onlyLongWordsMayBreak() {
    String text = "короткие слова остаются, как они есть, сколько бы их ни было";
    assertThat(PrintEscaping.escape(text)).isEqualTo(text);
    assertThat(PrintEscaping.escape("a " + "x".repeat(32) + "\nb"))
        .isEqualTo("a xxxxxxxx\u200Bxxxxxxxx\u200Bxxxxxxxx\u200Bxxxxxxxx\nb");
  }

  @Test
  public void charactersAreNotBroken() {
    assertThat(PrintEscaping.escape("😀".repeat(16)))
        .isEqualTo("😀".repeat(8) + "\u200B" + "😀".repeat(8));
  }

  @Test
  public void markupIsText() {
    assertThat(PrintEscaping.escape("<".repeat(31))).startsWith("&lt;".repeat(8) + "\u200B&lt;");
  }
}
