package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class PrintEscapingTest {
  @Test
  public void whatHasNoWidthIsLeftOut() {
    assertThat(PrintEscaping.escape("a\u200Bb\uFEFFc\u200Dd\u00ADe")).isEqualTo("abcde");
  }

  @Test
  public void markupIsText() {
    assertThat(PrintEscaping.escape("<b>ё & 😀")).isEqualTo("&lt;b&gt;ё &amp; 😀");
  }
}
