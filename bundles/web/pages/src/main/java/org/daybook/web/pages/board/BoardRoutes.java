package org.daybook.web.pages.board;

import static org.daybook.api.access.Role.ADMIN;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;
import static org.daybook.api.access.Role.SPECIALIST;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Role;

/**
 * The table of all pages of the board and who may open them. That an engineer sees only their own
 * visits, and a specialist only what was handed over to them, is said by {@link Own}.
 */
final class BoardRoutes {
  private static final Set<Role> OFFICE = EnumSet.of(ADMIN, MANAGER);
  private static final Set<Role> STAFF = EnumSet.allOf(Role.class);
  private static final Set<Role> ON_SITE = EnumSet.of(ADMIN, MANAGER, ENGINEER);
  private static final Set<Role> WORKERS = EnumSet.of(ADMIN, MANAGER, ENGINEER, SPECIALIST);

  static final List<BoardRoute> TABLE =
      List.of(
          get(BoardRoute.Page.BOARD, "/board", STAFF),
          get(BoardRoute.Page.FIGURES, "/board/figures", OFFICE),
          get(BoardRoute.Page.VISIT, "/board/visits/{id}", ON_SITE),
          get(BoardRoute.Page.TASK, "/board/tasks/{id}", WORKERS),
          get(BoardRoute.Page.DISPUTE, "/board/disputes/{id}", ON_SITE),
          get(BoardRoute.Page.DELIVERY, "/board/deliveries/{id}", OFFICE),
          get(BoardRoute.Page.CLIENT, "/board/clients/{id}", OFFICE),
          new BoardRoute(
              BoardRoute.Page.ACKNOWLEDGE, "POST", "/board/notices/{id}/acknowledge", STAFF));

  private BoardRoutes() {}

  /** A route and the id that its path has. */
  record Found(BoardRoute route, String id) {}

  /** The page of a path that nobody decoded; empty if there is none. */
  static Optional<Found> find(String path) {
    return TABLE.stream()
        .flatMap(route -> route.idIn(path).map(id -> new Found(route, id)).stream())
        .findFirst();
  }

  /** Whether somebody with a role may open a page. */
  static boolean opens(Role role, String path) {
    return find(path)
        .filter(found -> found.route().takes("GET") && found.route().roles().contains(role))
        .isPresent();
  }

  private static BoardRoute get(BoardRoute.Page page, String template, Set<Role> roles) {
    return new BoardRoute(page, "GET", template, roles);
  }
}
