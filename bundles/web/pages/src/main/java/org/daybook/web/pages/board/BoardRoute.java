package org.daybook.web.pages.board;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.daybook.api.access.Role;
import org.daybook.web.pages.http.Answer;

/**
 * One page of the board, or one button, and who may use it.
 *
 * @param template the path, with {@code {id}} for what varies
 * @param handler answers whoever may
 */
public record BoardRoute(String method, String template, Set<Role> roles, Handler handler) {
  /** Who leads. */
  public static final Set<Role> OFFICE = Set.of(Role.ADMIN, Role.MANAGER);

  /** Everybody who has an account. */
  public static final Set<Role> STAFF = Set.copyOf(EnumSet.allOf(Role.class));

  /** Who works at clients' offices, and who leads them. */
  public static final Set<Role> ON_SITE = Set.of(Role.ADMIN, Role.MANAGER, Role.ENGINEER);

  /** Who sees visits. */
  public static final Set<Role> SEE_VISITS =
      Set.of(Role.ADMIN, Role.MANAGER, Role.ENGINEER, Role.SUPPORT);

  /** Who does tasks. */
  public static final Set<Role> WORKERS =
      Set.of(Role.ADMIN, Role.MANAGER, Role.ENGINEER, Role.SPECIALIST);

  /** Who takes what was handed over. */
  public static final Set<Role> TAKERS = Set.of(Role.ADMIN, Role.MANAGER, Role.SPECIALIST);

  private static final String ANY = "{id}";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  public BoardRoute {
    roles = Set.copyOf(roles);
  }

  /** A page. */
  public static BoardRoute get(String template, Set<Role> roles, Handler handler) {
    return new BoardRoute("GET", template, roles, handler);
  }

  /** A button or a form; the handler has to ask for its key. */
  public static BoardRoute post(String template, Set<Role> roles, Handler handler) {
    return new BoardRoute("POST", template, roles, handler);
  }

  /** Whether HEAD may be asked for as well: wherever GET may. */
  boolean takes(String wanted) {
    return method.equals(wanted) || (reads() && wanted.equals("HEAD"));
  }

  boolean reads() {
    return method.equals("GET");
  }

  /** The id in a path that nobody decoded; blank if the path has none, empty if it is another. */
  Optional<String> idIn(String path) {
    int any = template.indexOf(ANY);
    if (any < 0) {
      return Optional.of("").filter(none -> path.equals(template));
    }
    // A page asks for each of its links, so what is another path has to be told soon
    int end = path.length() - (template.length() - any - ANY.length());
    return end > any
            && path.startsWith(template.substring(0, any))
            && path.startsWith(template.substring(any + ANY.length()), end)
        ? Optional.of(path.substring(any, end)).filter(id -> ID.matcher(id).matches())
        : Optional.empty();
  }

  /** Answers a request. */
  @FunctionalInterface
  public interface Handler {
    /** The page, or what came of a button. */
    Answer answer(Asked asked);
  }
}
