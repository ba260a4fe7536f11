package org.daybook.web.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * Reads and writes JSON (RFC 8259). What comes in must be exactly what is asked for: no unknown or
 * doubled members, no numbers for texts, no depth or number that costs more than it is worth.
 */
public final class Json {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 40;

  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  /** An object of a type. */
  public static <T> T read(byte[] body, Class<T> type) {
    try {
      return given(MAPPER.readValue(body, type));
    } catch (IOException e) {
      throw BadJson.problem(e);
    }
  }

  /**
   * A value with changes: members of the patch replace those of the value, and null takes them away
   * (RFC 7396).
   */
  public static <T> T merged(T value, ObjectNode patch, Class<T> type) {
    ObjectNode whole = MAPPER.valueToTree(value);
    for (Map.Entry<String, JsonNode> change : patch.properties()) {
      whole.set(change.getKey(), change.getValue());
    }
    return convert(whole, type);
  }

  /** A tree as an object of a type. */
  public static <T> T convert(ObjectNode tree, Class<T> type) {
    try {
      return given(MAPPER.treeToValue(tree, type));
    } catch (JsonProcessingException e) {
      throw BadJson.problem(e);
    }
  }

  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value cannot be written as JSON", e);
    }
  }

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The same JSON object with a member set to null. */
  public static byte[] without(byte[] object, String member) {
    ObjectNode tree = read(object, ObjectNode.class);
    tree.putNull(member);
    return write(tree);
  }

  private static <T> T given(T value) {
    if (value == null) {
      throw BadJson.notAnObject();
    }
    return value;
  }

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();
    JsonMapper mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(
                new SimpleModule()
                    .addDeserializer(String.class, new TextDeserializer())
                    .addDeserializer(Instant.class, new MomentDeserializer())
                    .addSerializer(Instant.class, ToStringSerializer.instance))
            .build();
    mapper
        .coercionConfigFor(LogicalType.Enum)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    return mapper;
  }
}
