package org.daybook.sources.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.error.FieldError;

/** Reads the fields of one JSON object, and notes each that is not what it should be. */
final class Fields {
  /** Whoever sends more of them than this has to read the rules, and not a longer answer. */
  static final int MAX_ERRORS = 100;

  private final JsonNode object;
  private final String path;
  private final List<FieldError> errors;

  /**
   * Fields of an object.
   *
   * @param path of the object, with the dot after it; blank for the message itself
   * @param errors where to note what is wrong
   */
  Fields(JsonNode object, String path, List<FieldError> errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  /** A text; blank if it is not there. */
  String text(String name) {
    JsonNode node = object.path(name);
    if (node.isTextual()) {
      return node.textValue();
    }
    if (!isAbsent(node)) {
      wrong(name, "must be a string");
    }
    return "";
  }

  /** A text that has to be there. */
  String required(String name) {
    String value = text(name);
    if (isAbsent(object.path(name)) || (object.path(name).isTextual() && value.isBlank())) {
      wrong(name, "is missing");
    }
    return value;
  }

  /** A moment with its offset (ISO 8601). */
  Optional<Instant> moment(String name) {
    String value = text(name);
    if (value.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(value.strip()).toInstant());
    } catch (DateTimeException malformed) {
      wrong(name, "must be a date and time with offset, such as 2026-11-23T09:00:00+03:00");
      return Optional.empty();
    }
  }

  /** One of the words that an enum has. */
  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    String value = text(name);
    Optional<E> chosen =
        Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(value)).findFirst();
    if (!value.isEmpty() && chosen.isEmpty()) {
      wrong(name, "must be one of " + Arrays.toString(type.getEnumConstants()));
    }
    return chosen;
  }

  /** Names and texts; empty if there are none. */
  Map<String, String> texts(String name) {
    JsonNode node = object.path(name);
    Map<String, String> texts = new LinkedHashMap<>();
    if (node.isObject()) {
      Fields inside = new Fields(node, path + name + ".", errors);
      Iterator<String> names = node.fieldNames();
      while (names.hasNext() && errors.size() < MAX_ERRORS) {
        String each = names.next();
        texts.put(each, inside.text(each));
      }
    } else if (!isAbsent(node)) {
      wrong(name, "must be an object");
    }
    return texts;
  }

  /** Notes what is wrong with a field, unless it or too much else was complained of before. */
  void wrong(String name, String message) {
    String field = path + name;
    if (errors.size() < MAX_ERRORS
        && errors.stream().noneMatch(error -> error.field().equals(field))) {
      errors.add(new FieldError(field, message));
    }
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
