package org.daybook.web.rest.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into a {@link Problem}. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** Fields that the API calls without the Id that the values inside have. */
  private static final Set<String> REFERENCES =
      Set.of(
          "clientId",
          "siteId",
          "assetId",
          "staffId",
          "engineerId",
          "managerId",
          "specialistId",
          "projectId",
          "visitId");

  /** Fields of corrections, whose values inside have another shape than the API's. */
  private static final Pattern CORRECTED =
      Pattern.compile("((?:tasks|checks)\\[\\d+]\\.)(?:taskId|checkId|answer\\.(\\w+))");

  private final int retryAfterSeconds;

  public Problems(int retryAfterSeconds) {
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /**
   * The problem behind a failure.
   *
   * @param invalidInput the status for input that breaks a rule: 422, for hooks 400
   * @param partsChanged whether a part of the platform went or came during the request, so that an
   *     unexpected failure is its going and no error of ours
   */
  public Problem of(Throwable failure, int invalidInput, boolean partsChanged) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof ProblemException known) {
      return known.problem();
    }
    if (cause instanceof InvalidInputException invalid) {
      List<FieldError> errors = invalid.errors().stream().map(Problems::renamed).toList();
      return Problem.of(invalidInput, sentence(errors)).withErrors(errors);
    }
    if (cause instanceof DaybookException expected) {
      return expected(expected);
    }
    if (partsChanged) {
      LOG.warn("A request failed because a part of Daybook went away: {}", cause.toString());
      return unavailable("A part of Daybook went away meanwhile. Please try again later.");
    }
    String id = UUID.randomUUID().toString();
    LOG.error("Request failed unexpectedly, error {}", id, cause);
    return Problem.of(500, "Something went wrong here. The operator finds it by this id: " + id)
        .with("instance", "urn:uuid:" + id);
  }

  /** 503 with the time after which to come again. */
  public Problem unavailable(String detail) {
    return Problem.of(503, detail).withHeader("Retry-After", Integer.toString(retryAfterSeconds));
  }

  private Problem expected(DaybookException failure) {
    return switch (failure.category()) {
      case INVALID_INPUT -> Problem.of(422, failure.getMessage());
      case UNAUTHENTICATED -> Problem.of(401, failure.getMessage());
      case FORBIDDEN -> Problem.of(403, failure.getMessage());
      case NOT_FOUND -> Problem.of(404, failure.getMessage());
      case STALE, REFUSED -> Problem.of(409, failure.getMessage());
      case UNAVAILABLE -> unavailable(failure.getMessage());
    };
  }

  /** The failure below what the container and Jersey wrap around it. */
  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null
        && !(cause instanceof DaybookException)
        && !(cause instanceof ProblemException)
        && isWrapper(cause)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static boolean isWrapper(Throwable failure) {
    String name = failure.getClass().getName();
    return name.startsWith("javax.servlet.")
        || name.startsWith("org.glassfish.jersey.")
        || name.startsWith("javax.ws.rs.");
  }

  private static FieldError renamed(FieldError error) {
    String field = error.field();
    if (REFERENCES.contains(field)) {
      return new FieldError(field.substring(0, field.length() - "Id".length()), error.message());
    }
    Matcher corrected = CORRECTED.matcher(field);
    return corrected.matches()
        ? new FieldError(
            corrected.group(1) + (corrected.group(2) == null ? "id" : corrected.group(2)),
            error.message())
        : error;
  }

  private static String sentence(List<FieldError> errors) {
    return String.join(
        "; ", errors.stream().map(error -> error.field() + ": " + error.message()).toList());
  }

  /** A sentence for an answer that came without a body. */
  public static String detailOf(int status, String method, String path) {
    return switch (status) {
      case 400 -> "The request cannot be understood.";
      case 404 -> "There is nothing at " + path + ".";
      case 405 -> method.toUpperCase(Locale.ROOT) + " is not possible at " + path + ".";
      case 406 -> "None of the media types in the Accept header can be given.";
      case 415 ->
          "The body must be JSON in UTF-8, sent with the header Content-Type: application/json.";
      default -> "The request failed with status " + status + ".";
    };
  }
}
