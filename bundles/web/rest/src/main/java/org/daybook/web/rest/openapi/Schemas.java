package org.daybook.web.rest.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.view.Listing;

/** The schemas of bodies and answers, read from their records. */
final class Schemas {
  private final Map<String, ObjectNode> named = new TreeMap<>();

  /** The schema of a type; that of a record is named and referred to. */
  ObjectNode of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(plain, plain.getSimpleName(), true);
    }
    ObjectNode schema = Json.object();
    if (plain.isEnum()) {
      return constants(schema, plain);
    }
    if (plain == Instant.class) {
      return schema.put("type", "string").put("format", "date-time");
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return schema.put("type", "boolean");
    }
    if (plain == int.class || plain == Integer.class) {
      return schema.put("type", "integer").put("format", "int32");
    }
    if (plain == BigDecimal.class) {
      return schema.put("type", "number");
    }
    if (plain == long.class) {
      return schema.put("type", "integer").put("format", "int64");
    }
    return schema.put("type", plain == String.class ? "string" : "object");
  }

  /** The schema of a body of which any part may be left out. */
  ObjectNode partOf(Class<?> body) {
    return record(body, body.getSimpleName().replaceFirst("Body$", "Patch"), false);
  }

  Map<String, ObjectNode> named() {
    return named;
  }

  private ObjectNode ofGeneric(ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    ObjectNode schema = Json.object();
    if (raw == Listing.class) {
      Type item = generic.getActualTypeArguments()[0];
      String name = ((Class<?>) item).getSimpleName().replaceFirst("View$", "List");
      if (!named.containsKey(name)) {
        named.put(name, schema.put("type", "object"));
        ObjectNode members = schema.putObject("properties");
        members.putObject("items").put("type", "array").set("items", of(item));
        members
            .putObject("next")
            .put("type", "string")
            .put("nullable", true)
            .put("description", "Send it as after to get the next part; null at the end.");
        schema.putArray("required").add("items").add("next");
      }
      return reference(name);
    }
    if (Collection.class.isAssignableFrom(raw)) {
      schema.put("type", "array").set("items", of(generic.getActualTypeArguments()[0]));
      return schema;
    }
    schema
        .put("type", "object")
        .set("additionalProperties", of(generic.getActualTypeArguments()[1]));
    return schema;
  }

  private ObjectNode record(Class<?> type, String name, boolean complete) {
    if (!named.containsKey(name)) {
      ObjectNode schema = Json.object().put("type", "object");
      named.put(name, schema);
      ObjectNode members = schema.putObject("properties");
      ArrayNode required = Json.object().arrayNode();
      boolean body = type.getPackageName().endsWith(".body");
      for (RecordComponent component : type.getRecordComponents()) {
        boolean needed = component.isAnnotationPresent(Required.class);
        members.set(component.getName(), member(component, !needed || !complete));
        // What is left out when there is none of it may be missing.
        boolean lean = type.isAnnotationPresent(JsonInclude.class) && !isAlways(component);
        if (!body && !lean || body && needed && complete) {
          required.add(component.getName());
        }
      }
      if (!required.isEmpty()) {
        schema.set("required", required);
      }
      if (body) {
        schema.put("additionalProperties", false);
      }
    }
    return reference(name);
  }

  private ObjectNode member(RecordComponent component, boolean nullable) {
    ObjectNode schema = of(component.getGenericType());
    if (!nullable || isAlways(component)) {
      return schema;
    }
    if (!schema.has("$ref")) {
      return schema.put("nullable", true);
    }
    // Beside a reference nothing else counts.
    ObjectNode optional = Json.object().put("nullable", true);
    optional.putArray("allOf").add(schema);
    return optional;
  }

  private static boolean isAlways(RecordComponent component) {
    return component.getType().isPrimitive()
        || component.getName().equals("id")
        || Collection.class.isAssignableFrom(component.getType());
  }

  static ObjectNode constants(ObjectNode schema, Class<?> type) {
    ArrayNode constants = schema.put("type", "string").putArray("enum");
    Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(constants::add);
    return schema;
  }

  static ObjectNode reference(String name) {
    return Json.object().put("$ref", "#/components/schemas/" + name);
  }
}
