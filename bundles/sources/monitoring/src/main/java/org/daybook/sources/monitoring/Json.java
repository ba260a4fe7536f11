package org.daybook.sources.monitoring;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;

/** JSON as it comes over the wire (RFC 8259): anything may be wrong with it. */
final class Json {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /** What a sender may call it, or not call it at all; curl calls everything a form. */
  private static final Set<String> MEDIA_TYPES =
      Set.of("", "application/json", "text/json", "application/x-www-form-urlencoded");

  private Json() {}

  /** The answer to a message that says of itself that it is something else (RFC 9457). */
  static Optional<HookAnswer> refusal(HookRequest request) {
    String type = request.mediaType();
    if (MEDIA_TYPES.contains(type) || type.endsWith("+json")) {
      return Optional.empty();
    }
    String problem =
        "{\"status\":415,\"title\":\"Unsupported Media Type\","
            + "\"detail\":\"Send the message as application/json.\"}";
    return Optional.of(
        new HookAnswer(415, "application/problem+json", problem.getBytes(StandardCharsets.UTF_8)));
  }

  /** The object that a body is. */
  static JsonNode object(byte[] body) {
    JsonNode node = parse(body);
    if (!node.isObject()) {
      throw new InvalidInputException("body", node.isMissingNode() ? "is empty" : "is no object");
    }
    return node;
  }

  private static JsonNode parse(byte[] body) {
    try {
      return READER.readTree(body);
    } catch (StreamConstraintsException excessive) {
      throw new InvalidInputException("body", "is nested too deeply or has too long a value");
    } catch (JsonProcessingException malformed) {
      throw new InvalidInputException("body", "is no JSON" + place(malformed.getLocation()));
    } catch (IOException undecodable) {
      throw new InvalidInputException("body", "is no text in UTF-8");
    }
  }

  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
