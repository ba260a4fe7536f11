package org.daybook.web.rest.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.daybook.web.rest.http.ProblemException;

/** Says what is wrong with a body that could not be read, in the words of its sender. */
final class BadJson {
  private static final String BODY = "body";
  private static final String EXCESSIVE =
      "is nested too deeply, or has too long a number, name or text";

  private BadJson() {}

  static ProblemException notAnObject() {
    return ProblemException.badField(BODY, "must be a JSON object");
  }

  static ProblemException problem(IOException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return ProblemException.badField(field(unknown), "is not known here");
    }
    if (failure instanceof InvalidFormatException value) {
      return ProblemException.badField(field(value), expected(value));
    }
    if (failure instanceof MismatchedInputException type) {
      return ProblemException.badField(field(type), mustBe(type.getTargetType()));
    }
    if (failure instanceof JsonMappingException excessive
        && excessive.getCause() instanceof StreamConstraintsException) {
      return ProblemException.badField(field(excessive), EXCESSIVE);
    }
    if (failure instanceof JsonMappingException mapping) {
      return mapping.getCause() instanceof InputCoercionException number
          ? ProblemException.badField(field(mapping), mustBe(number.getTargetType()))
          : ProblemException.badField(field(mapping), "cannot be read: " + brief(mapping));
    }
    if (failure instanceof InputCoercionException number) {
      return ProblemException.badField(BODY, mustBe(number.getTargetType()));
    }
    if (failure instanceof StreamConstraintsException) {
      return ProblemException.badField(BODY, EXCESSIVE);
    }
    if (failure instanceof JsonEOFException) {
      return ProblemException.badField(BODY, "is not complete JSON");
    }
    if (failure instanceof JsonParseException malformed) {
      return ProblemException.badField(BODY, "is not JSON: " + brief(malformed));
    }
    return ProblemException.badField(BODY, "cannot be read: " + brief(failure));
  }

  private static String expected(InvalidFormatException value) {
    Class<?> target = value.getTargetType();
    if (target == String.class) {
      return "has control characters or half a surrogate pair";
    }
    return mustBe(target);
  }

  private static String mustBe(Class<?> target) {
    if (target == null) {
      return "has the wrong type";
    }
    if (target.isEnum()) {
      return "must be one of "
          + Arrays.stream(target.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    if (target == Instant.class) {
      return Moments.EXPECTED;
    }
    if (target == String.class) {
      return "must be a text";
    }
    if (target == Boolean.class || target == boolean.class) {
      return "must be true or false";
    }
    if (target == BigDecimal.class) {
      return "must be a number";
    }
    if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
      return "must be a whole number";
    }
    if (Collection.class.isAssignableFrom(target)) {
      return "must be a list";
    }
    return Map.class.isAssignableFrom(target) || target.isRecord()
        ? "must be a JSON object"
        : "has the wrong type";
  }

  private static String field(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() != null) {
        path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
      } else {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return path.length() == 0 ? BODY : path.toString();
  }

  /** The parser's own sentence without classes and positions. */
  private static String brief(IOException failure) {
    String message =
        failure instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : failure.getMessage();
    String line = message == null ? "malformed" : message.lines().findFirst().orElse("malformed");
    return line.replaceAll("\\(?(through reference chain|`?[a-z]+(\\.[a-zA-Z]+){2,}).*", "").trim();
  }
}
