package org.daybook.web.pages.board;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.daybook.api.access.Role;

/**
 * The table of all pages of the board and who may open them. That an engineer sees only their own
 * visits, and a specialist only what was handed over to them, is said by {@link Own}.
 */
public final class BoardRoutes {
  private final List<Chapter> chapters;
  private final List<BoardRoute> table;

  BoardRoutes(List<Chapter> chapters) {
    this.chapters = List.copyOf(chapters);
    this.table = chapters.stream().flatMap(chapter -> chapter.routes().stream()).toList();
  }

  /** A route and the id that its path has. */
  record Found(BoardRoute route, String id) {}

  List<BoardRoute> table() {
    return table;
  }

  /** What is there for a method on a path that nobody decoded; empty if there is nothing. */
  Optional<Found> find(String method, String path) {
    return table.stream()
        .filter(route -> route.takes(method))
        .flatMap(route -> route.idIn(path).map(id -> new Found(route, id)).stream())
        // A path without an id comes before one whose id it could be
        .min(Comparator.comparing(found -> found.id().isEmpty() ? 0 : 1));
  }

  /** The methods that a path has, as the header {@code Allow} lists them; blank if none. */
  String methodsOf(String path) {
    return table.stream()
        .filter(route -> route.idIn(path).isPresent())
        .map(route -> route.reads() ? "GET, HEAD" : route.method())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Whether somebody with a role may open a page. */
  public boolean opens(Role role, String path) {
    return find("GET", path).filter(found -> found.route().roles().contains(role)).isPresent();
  }

  /** The navigation for a role. */
  List<Shell.Entry> navigation(Role role, String current, String root, Words words) {
    return chapters.stream()
        .flatMap(
            chapter ->
                chapter.entries().stream()
                    .filter(entry -> opens(role, entry.path()))
                    .map(
                        entry ->
                            new Ranked(
                                entry.rank(),
                                new Shell.Entry(
                                    words.of(chapter.getClass()).get(entry.key()),
                                    root + entry.path().substring(1),
                                    current(entry.path(), current)))))
        .sorted(Comparator.comparingInt(Ranked::rank))
        .map(Ranked::entry)
        .toList();
  }

  /** All pages lie below the first one, which is no chapter of them. */
  private static String current(String entry, String path) {
    if (entry.equals(path)) {
      return "page";
    }
    return !entry.equals("/board") && path.startsWith(entry + "/") ? "true" : "";
  }

  private record Ranked(int rank, Shell.Entry entry) {}
}
