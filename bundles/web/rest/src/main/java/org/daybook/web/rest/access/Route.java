package org.daybook.web.rest.access;

import java.util.List;
import java.util.Set;
import org.daybook.api.access.Role;

/**
 * One method on one path, and who may use it.
 *
 * @param template the path with {@code {names}} for what varies
 * @param guard how callers prove who they are
 * @param roles who may; empty unless the guard is {@link Guard#ACCOUNT}
 */
public record Route(String method, String template, Guard guard, Set<Role> roles) {
  /** How callers prove who they are. */
  public enum Guard {
    /** Anyone may call. */
    NONE,
    /** A person with an account. */
    ACCOUNT,
    /** A machine with a token whose scope names the hook. */
    HOOK_TOKEN
  }

  public Route {
    roles = Set.copyOf(roles);
  }

  /** Whether this is the route for a path, as the request line has it. */
  boolean leadsTo(List<String> segments) {
    List<String> own = segmentsOf(template);
    if (own.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      String expected = own.get(i);
      String given = segments.get(i);
      if (!fits(expected, given)) {
        return false;
      }
    }
    return true;
  }

  /** What varies has at least one character; after it there may be an ending: {@code {id}.csv}. */
  private static boolean fits(String expected, String given) {
    if (!expected.startsWith("{")) {
      return expected.equals(given);
    }
    String ending = expected.substring(expected.indexOf('}') + 1);
    return given.endsWith(ending) && given.length() > ending.length();
  }

  /** The parts between slashes; one slash at the end counts for nothing. */
  static List<String> segmentsOf(String path) {
    String trimmed = path.startsWith("/") ? path.substring(1) : path;
    if (trimmed.endsWith("/")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    return List.of(trimmed.split("/", -1));
  }
}
