package org.daybook.web.pages.board;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.api.access.Role;

/**
 * One page of the board, and who may open it.
 *
 * @param template the path, with {@code {id}} for what varies
 */
record BoardRoute(Page page, String method, String template, Set<Role> roles) {
  private static final String ID = "([A-Za-z0-9_.-]{1,100})";

  BoardRoute {
    roles = Set.copyOf(roles);
  }

  /** What there is. */
  enum Page {
    BOARD,
    FIGURES,
    VISIT,
    TASK,
    DISPUTE,
    DELIVERY,
    CLIENT,
    ACKNOWLEDGE
  }

  /** Whether HEAD may be asked for as well: wherever GET may. */
  boolean takes(String wanted) {
    return method.equals(wanted) || (method.equals("GET") && wanted.equals("HEAD"));
  }

  String methods() {
    return method.equals("GET") ? "GET, HEAD" : method;
  }

  /** The id in a path that nobody decoded; blank if the path has none, empty if it is another. */
  Optional<String> idIn(String path) {
    Matcher matcher = Pattern.compile(template.replace("{id}", ID)).matcher(path);
    return matcher.matches()
        ? Optional.of(matcher.groupCount() == 0 ? "" : matcher.group(1))
        : Optional.empty();
  }
}
