package org.daybook.web.rest.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.error.FieldError;

/**
 * What a caller is told when a request failed (RFC 9457).
 *
 * @param detail what went wrong, in a sentence
 * @param errors what is wrong with which field; empty if it is not about fields
 * @param more further members
 * @param headers of the answer
 */
public record Problem(
    int status,
    String detail,
    List<FieldError> errors,
    Map<String, Object> more,
    Map<String, String> headers) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  public static Problem of(int status, String detail) {
    return new Problem(status, detail, List.of(), Map.of(), Map.of());
  }

  public Problem withErrors(List<FieldError> fieldErrors) {
    return new Problem(status, detail, fieldErrors, more, headers);
  }

  public Problem withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(status, detail, errors, more, all);
  }

  public Problem with(String member, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.put(member, value);
    return new Problem(status, detail, errors, all, headers);
  }

  /** The members as they are sent. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("status", status);
    members.put("title", title(status));
    members.put("detail", detail);
    if (!errors.isEmpty()) {
      members.put("errors", errors);
    }
    members.putAll(more);
    return members;
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 428 -> "Precondition Required";
      case 431 -> "Request Header Fields Too Large";
      case 501 -> "Not Implemented";
      case 503 -> "Service Unavailable";
      default -> status < 500 ? "Bad Request" : "Internal Server Error";
    };
  }
}
