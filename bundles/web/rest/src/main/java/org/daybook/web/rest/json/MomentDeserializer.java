package org.daybook.web.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A moment: ISO 8601 with an offset, in the years that databases know. */
final class MomentDeserializer extends StdScalarDeserializer<Instant> {
  private static final long serialVersionUID = 1L;

  MomentDeserializer() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    String text = parser.getText();
    Optional<Instant> moment = Moments.parse(text);
    return moment.isPresent()
        ? moment.get()
        : (Instant) context.handleWeirdStringValue(Instant.class, text, Moments.EXPECTED);
  }
}
