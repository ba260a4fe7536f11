package org.daybook.core.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.daybook.api.delivery.Letter;

/** The form in which a letter waits for its turn: whole, so that no setting changes it any more. */
final class FrozenLetter {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // A later version of Daybook may have written more.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private FrozenLetter() {}

  static String of(Letter letter) {
    try {
      return MAPPER.writeValueAsString(letter);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The letter " + letter.messageId() + " cannot be kept.", e);
    }
  }

  static Letter read(String frozen) {
    try {
      return MAPPER.readValue(frozen, Letter.class);
    } catch (JsonProcessingException e) {
      // Its message may quote what somebody is told; the place in the text is enough to look.
      throw new IllegalStateException("A letter cannot be read at " + e.getLocation(), e);
    }
  }
}
