package org.daybook.core.visits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.daybook.api.visit.ClosedVisit;

/** The form in which a closed visit is kept for years. */
final class FrozenJson {

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // A later version of Daybook may have written more.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  String write(ClosedVisit visit) {
    try {
      return mapper.writeValueAsString(visit);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Visit " + visit.visitId() + " cannot be written.", e);
    }
  }

  ClosedVisit read(String json) {
    try {
      return mapper.readValue(json, ClosedVisit.class);
    } catch (JsonProcessingException e) {
      // Its message may quote the client's data; the place in the text is enough to look.
      throw new IllegalStateException("A frozen visit cannot be read at " + e.getLocation(), e);
    }
  }
}
