package org.daybook.rendering.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class EscapingTest {
  private static final String HOSTILE =
      "</style><script>x</script>\u0000\u001b[31m\u202e &amp; ${x} $s.client() #end \ud83d ]]>";

  @Test
  public void markupBecomesText() {
    assertThat(Escaping.escape("<a href=\"x\" title='y'>&amp;</a>"))
        .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
  }

  @Test
  public void whatNoDocumentMayHoldIsLeftOut() {
    assertThat(PlainText.clean("a\u0000b\u001bc\u202ed\ufffee\ud83df\u0085g")).isEqualTo("abcdefg");
    assertThat(PlainText.clean("раз\r\nдва\rтри\t😀 ё")).isEqualTo("раз\nдва\nтри\t😀 ё");
  }

  @Test
  public void nothingIsEscapedTwice() {
    String html = Rendered.html(ExampleReport.saying("A & B", Examples.ENGLISH));
    assertThat(html).contains("A &amp; B").doesNotContain("&amp;amp;");
    String print = Rendered.print(ExampleReport.saying("A & B", Examples.ENGLISH));
    assertThat(print).contains("A &amp; B").doesNotContain("&amp;amp;");
  }

  @Test
  public void printIsWellFormedWhateverPeopleWrite() throws Exception {
    String print = Rendered.print(ExampleReport.saying(HOSTILE, Examples.ENGLISH));
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(print.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("body").item(0).getTextContent().replace("\u200B", ""))
        .contains("</style><script>x</script>[31m &amp; ${x} $s.client() #end  ]]>");
  }

  @Test
  public void plainTextSteersNoTerminal() {
    assertThat(Rendered.txt(ExampleReport.saying(HOSTILE, Examples.ENGLISH)))
        .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]")
        .doesNotContain("\u202e");
  }
}
