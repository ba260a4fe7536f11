package org.daybook.web.rest.resource;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.http.ProblemException;
import org.daybook.web.rest.http.Versions;

/**
 * Turns the members of a body into what the services take, and collects everything that is wrong
 * with them. The services check the rest.
 */
final class Input {
  private final Transaction tx;
  private final List<FieldError> errors = new ArrayList<>();

  private Input(Transaction tx) {
    this.tx = tx;
  }

  /** Reads a body with what it refers to; throws if anything is wrong with it. */
  static <T> T read(Parts parts, Function<Input, T> work) {
    return parts
        .store()
        .read(
            tx -> {
              Input input = new Input(tx);
              T result = work.apply(input);
              if (!input.errors.isEmpty()) {
                throw new InvalidInputException(input.errors);
              }
              return result;
            });
  }

  /** A body that has to be there. */
  static <B> B body(B body) {
    if (body == null) {
      throw ProblemException.badField("body", "must be a JSON object");
    }
    return body;
  }

  /** A text that a service will complain about if it is blank. */
  static String text(String value) {
    return value == null ? "" : value;
  }

  /** A text that may be missing. */
  static Optional<String> optional(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  static OptionalLong version(String ifMatch) {
    return Versions.given(ifMatch);
  }

  Transaction transaction() {
    return tx;
  }

  String required(String field, String value) {
    if (value == null || value.isBlank()) {
      errors.add(new FieldError(field, "is required"));
      return "";
    }
    return value;
  }

  <T> T required(String field, T value, T stopgap) {
    if (value == null) {
      errors.add(new FieldError(field, "is required"));
      return stopgap;
    }
    return value;
  }

  /** The id of a client that is named by id or code. */
  String client(String reference) {
    String given = required("client", reference);
    return given.isEmpty()
        ? ""
        : found("client", given, References.client(tx, given).map(client -> client.id()))
            .orElse("");
  }

  /** The id of a site of a client; the only one if none is named. */
  String site(String reference, String clientId) {
    if (clientId.isEmpty()) {
      return "";
    }
    Optional<String> site =
        optional(reference).isPresent()
            ? References.site(tx, clientId, reference).map(found -> found.id())
            : References.onlySite(tx, clientId).map(found -> found.id());
    if (site.isEmpty()) {
      errors.add(
          new FieldError(
              "site",
              optional(reference).isPresent()
                  ? "names no site of this client"
                  : "is required: the client has not exactly one site"));
    }
    return site.orElse("");
  }

  /** The id of a member of staff who is named by id or login. */
  Optional<String> staff(String field, String reference) {
    return optional(reference)
        .flatMap(
            given -> found(field, given, References.staff(tx, given).map(member -> member.id())));
  }

  /** The id of a visit. */
  String visit(String field, String reference) {
    String given = required(field, reference);
    return given.isEmpty()
        ? ""
        : found(field, given, tx.visits().find(given).map(visit -> visit.id())).orElse("");
  }

  ZoneId zone(String field, String value, ZoneId usual) {
    if (optional(value).isEmpty()) {
      return usual;
    }
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      errors.add(new FieldError(field, "must be a time zone such as Europe/Moscow"));
      return usual;
    }
  }

  Locale language(String field, String value, Locale usual) {
    if (optional(value).isEmpty()) {
      return usual;
    }
    if (!value.equals("ru") && !value.equals("en")) {
      errors.add(new FieldError(field, "must be ru or en"));
      return usual;
    }
    return Locale.forLanguageTag(value);
  }

  private Optional<String> found(String field, String reference, Optional<String> id) {
    if (id.isEmpty()) {
      errors.add(new FieldError(field, "names nothing that is here: " + reference));
    }
    return id;
  }
}
