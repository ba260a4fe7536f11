package org.daybook.core.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) allows: members sorted
 * by their UTF-16 code units, no white space, numbers as ECMAScript prints them, and only the
 * escapes that are needed.
 */
final class CanonicalJson {
  /** The largest integer that an IEEE 754 double holds exactly, with all below it. */
  private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

  private CanonicalJson() {}

  /**
   * The canonical form.
   *
   * @throws IllegalArgumentException for what has none: NaN, infinities, integers that a double
   *     cannot hold, texts with half a surrogate pair
   */
  static String write(JsonNode node) {
    StringBuilder out = new StringBuilder(4096);
    append(node, out);
    return out.toString();
  }

  private static void append(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> appendObject(node, out);
      case ARRAY -> appendArray(node, out);
      case STRING -> appendString(node.textValue(), out);
      case NUMBER -> appendNumber(node, out);
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL -> out.append("null");
      default -> throw new IllegalArgumentException("not a JSON value: " + node.getNodeType());
    }
  }

  private static void appendObject(JsonNode node, StringBuilder out) {
    // String.compareTo compares UTF-16 code units, as section 3.2.3 of the RFC wants it.
    Map<String, JsonNode> sorted = new TreeMap<>();
    node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
    out.append('{');
    Iterator<Map.Entry<String, JsonNode>> members = sorted.entrySet().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      appendString(member.getKey(), out);
      out.append(':');
      append(member.getValue(), out);
      out.append(members.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private static void appendArray(JsonNode node, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < node.size(); i++) {
      out.append(i == 0 ? "" : ",");
      append(node.get(i), out);
    }
    out.append(']');
  }

  private static void appendNumber(JsonNode node, StringBuilder out) {
    if (node.isIntegralNumber()) {
      if (!node.canConvertToLong() || Math.abs(node.longValue()) > MAX_SAFE_INTEGER) {
        throw new IllegalArgumentException("an integer beyond 2^53 has no canonical form");
      }
      out.append(node.longValue());
    } else {
      out.append(number(node.doubleValue()));
    }
  }

  /** A double as {@code Number.prototype.toString} of ECMA-262 prints it. */
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("a number that is not finite has no canonical form");
    }
    if (value == 0) {
      return "0";
    }
    String sign = value < 0 ? "-" : "";
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    return sign + layOut(digits, point);
  }

  /** The decimal with the fewest digits that is read back as the same double. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal candidate = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (candidate.doubleValue() == value) {
        return candidate.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  /** Places the decimal point {@code point} digits from the left (ECMA-262, Number::toString). */
  private static String layOut(String digits, int point) {
    int length = digits.length();
    if (point >= length && point <= 21) {
      return digits + "0".repeat(point - length);
    }
    if (point > 0 && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (point > -6 && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String fraction = length == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }

  private static void appendString(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            refuseLoneSurrogate(text, i);
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static void refuseLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    boolean paired =
        Character.isHighSurrogate(c)
            ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
            : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    if (Character.isSurrogate(c) && !paired) {
      throw new IllegalArgumentException("a text holds half a surrogate pair");
    }
  }
}
