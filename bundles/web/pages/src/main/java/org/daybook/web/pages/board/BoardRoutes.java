package org.daybook.web.pages.board;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.access.Role;

/**
 * The table of all pages of the board and who may open them. That an engineer sees only their own
 * visits, and a specialist only what was handed over to them, is said by {@link Own}.
 */
public final class BoardRoutes {
  /** Whose work is in the diary. */
  private static final Set<Role> WITH_DIARY = Set.of(Role.ENGINEER, Role.SUPPORT, Role.SPECIALIST);

  private final List<Chapter> chapters;
  private final List<BoardRoute> table;
  private final Map<BoardRoute, String> homes = new LinkedHashMap<>();

  BoardRoutes(List<Chapter> chapters) {
    this.chapters = List.copyOf(chapters);
    for (Chapter chapter : this.chapters) {
      chapter.routes().forEach(route -> homes.put(route, chapter.home()));
    }
    this.table = List.copyOf(homes.keySet());
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

  /** The navigation for somebody on a page. */
  Shell.Navigation navigation(Asked asked, Look look) {
    String current = currentEntry(asked.path());
    List<Ranked> entries =
        chapters.stream()
            .flatMap(chapter -> ranked(chapter, current, asked, look))
            .sorted(Comparator.comparingInt(ranked -> ranked.entry().rank()))
            .toList();
    Stream<Shell.Entry> diary =
        WITH_DIARY.contains(look.actor().role())
            ? Stream.of(new Shell.Entry(asked.words().get("diary"), asked.root() + "diary", "", 0))
            : Stream.empty();
    return new Shell.Navigation(
        Stream.concat(shown(entries, false), diary).toList(), shown(entries, true).toList());
  }

  /** The entries of a chapter that are for whoever looks. */
  private Stream<Ranked> ranked(Chapter chapter, String current, Asked asked, Look look) {
    return chapter.entries().stream()
        .filter(entry -> opens(look.actor().role(), entry.path()))
        .map(entry -> new Ranked(entry, shown(chapter, entry, current, asked, look)));
  }

  private static Stream<Shell.Entry> shown(List<Ranked> entries, boolean more) {
    return entries.stream().filter(ranked -> ranked.entry().more() == more).map(Ranked::shown);
  }

  private static Shell.Entry shown(
      Chapter chapter, Chapter.Entry entry, String current, Asked asked, Look look) {
    boolean very = entry.path().equals(asked.path());
    return new Shell.Entry(
        asked.words().of(chapter.getClass()).get(entry.key()),
        asked.root() + entry.path().substring(1),
        very ? "page" : entry.path().equals(current) ? "true" : "",
        entry.waiting().applyAsLong(look));
  }

  /** The path of the entry that is nearest to a page. */
  private String currentEntry(String path) {
    return chapters.stream()
        .flatMap(chapter -> chapter.entries().stream())
        .filter(entry -> entry.has(path))
        .map(Chapter.Entry::path)
        .max(Comparator.comparingInt(String::length))
        .or(() -> find("GET", path).or(() -> find("POST", path)).map(this::home))
        .orElse("");
  }

  private String home(Found found) {
    return homes.get(found.route());
  }

  private record Ranked(Chapter.Entry entry, Shell.Entry shown) {}
}
