package org.daybook.core.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Random;
import org.junit.Test;

public class CanonicalJsonTest {
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  public void theExampleOfTheRfcComesOutAsInTheRfc() throws IOException {
    String input =
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;
    assertThat(canonical(input))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  public void membersAreSortedByTheirUtf16CodeUnits() throws IOException {
    String input =
        """
        {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter",
         "1": "One", "\\ud83d\\ude00": "Smiley", "\\u0080": "Control", "\\u00f6": "Latin"}
        """;
    assertThat(canonical(input).replaceAll("\"[^\"]*\":\"([^\"]*)\"", "$1"))
        .isEqualTo("{Carriage Return,One,Control,Latin,Euro Sign,Smiley,Hebrew Letter}");
  }

  @Test
  public void numbersArePrintedAsEcmaScriptDoes() {
    assertThat(CanonicalJson.number(Double.longBitsToDouble(0x0000000000000000L))).isEqualTo("0");
    assertThat(CanonicalJson.number(-0.0)).isEqualTo("0");
    assertThat(CanonicalJson.number(Double.longBitsToDouble(1L))).isEqualTo("5e-324");
    assertThat(CanonicalJson.number(Double.MAX_VALUE)).isEqualTo("1.7976931348623157e+308");
    assertThat(CanonicalJson.number(9007199254740992d)).isEqualTo("9007199254740992");
    assertThat(CanonicalJson.number(295147905179352830000d)).isEqualTo("295147905179352830000");
    assertThat(CanonicalJson.number(1e21)).isEqualTo("1e+21");
    assertThat(CanonicalJson.number(9.999999999999997e22)).isEqualTo("9.999999999999997e+22");
    assertThat(CanonicalJson.number(1e23)).isEqualTo("1e+23");
    assertThat(CanonicalJson.number(0.000001)).isEqualTo("0.000001");
    assertThat(CanonicalJson.number(1e-7)).isEqualTo("1e-7");
    assertThat(CanonicalJson.number(333333333.33333325)).isEqualTo("333333333.33333325");
    assertThat(CanonicalJson.number(-1.5)).isEqualTo("-1.5");
    assertThat(CanonicalJson.number(2.2250738585072014E-308)).isEqualTo("2.2250738585072014e-308");
  }

  @Test
  public void everyNumberIsReadBackAsItself() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(CanonicalJson.number(value))).isEqualTo(value);
      }
    }
  }

  @Test
  public void writingTheCanonicalFormAgainChangesNothing() throws IOException {
    String once = canonical("{\"b\":[1,2.50,{\"z\":\"я\",\"a\":\"\\u0007\"}],\"a\":-3}");
    assertThat(canonical(once)).isEqualTo(once);
  }

  @Test
  public void whatHasNoCanonicalFormIsRefused() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    assertThatThrownBy(() -> CanonicalJson.write(nodes.numberNode(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalJson.write(nodes.numberNode(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalJson.write(nodes.textNode("half \ud83d pair")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalJson.write(nodes.textNode("\ude00")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String canonical(String json) throws IOException {
    return CanonicalJson.write(mapper.readTree(json));
  }
}
