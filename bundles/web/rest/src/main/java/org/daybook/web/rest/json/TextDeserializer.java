package org.daybook.web.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** A text: nothing but a JSON string, and only characters that every database can keep. */
final class TextDeserializer extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;

  TextDeserializer() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (String) context.handleUnexpectedToken(String.class, parser);
    }
    String text = parser.getText();
    if (hasBrokenCharacters(text)) {
      return (String)
          context.handleWeirdStringValue(
              String.class, text, "has control characters or half a surrogate pair");
    }
    return text;
  }

  static boolean hasBrokenCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < 0x20 && c != '\n' && c != '\r' && c != '\t';
      if (control || c == 0x7f || Character.isLowSurrogate(c)) {
        return true;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
