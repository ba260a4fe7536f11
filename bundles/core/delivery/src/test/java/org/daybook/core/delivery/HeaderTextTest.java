package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.Letter;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class HeaderTextTest {

  @Test
  public void namesAreOneVisibleLine() {
    assertThat(HeaderText.of("Anna\r\nBcc: x@example.com\0")).isEqualTo("Anna Bcc: x@example.com");
    assertThat(HeaderText.of("a\u2028b\u0085c")).isEqualTo("a b c");
    assertThat(HeaderText.of("\u202Efdp.exe\u202C\u200B\uFEFF\u2066")).isEqualTo("fdp.exe");
    assertThat(HeaderText.of("\ud800x")).isEqualTo("x");
    assertThat(HeaderText.of(" ООО  «Ромашка» 😀 ")).isEqualTo("ООО «Ромашка» 😀");
    assertThat(HeaderText.of("")).isEmpty();
  }

  @Test
  public void longNamesAreCutBetweenCharacters() {
    String cut = HeaderText.of("😀".repeat(10_000));
    assertThat(cut.codePointCount(0, cut.length())).isEqualTo(100);
    assertThat(cut).startsWith("😀").endsWith("😀…");
    assertThat(HeaderText.of("x".repeat(100))).isEqualTo("x".repeat(100));
  }

  @Test
  public void aLetterAboutAHostileNameGoesOutWithItsVerdict() {
    for (String hostile :
        new String[] {"a\r\nBcc: x@example.com", "\u202Efdp\u0000", "x".repeat(10_000)}) {
      Fixture fixture = new Fixture();
      fixture.reports.document = ExampleReport.saying(hostile, Examples.RUSSIAN);
      fixture.store.prepare(
          tx ->
              tx.contacts()
                  .update(
                      tx.contacts().find(Examples.CONTACT_ID).orElseThrow().toBuilder()
                          .name(hostile)
                          .build()));
      assertThat(fixture.deliver().state()).isEqualTo(DeliveryState.SENT);
      Letter letter = fixture.writer.last();
      assertThat(letter.subject()).endsWith(": 23 из 25 устройств в порядке");
      for (String text : new String[] {letter.subject(), letter.to().name()}) {
        assertThat(text).hasSizeLessThan(200).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
      }
    }
  }
}
