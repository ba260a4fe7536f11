package org.daybook.web.pages.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Repository;

/**
 * A part of a long list, newest first, as the field {@code after} of an address asks for it.
 *
 * @param count how many there are in all
 * @param first address of the first part; blank if this is it
 * @param next address of the next part; blank if this is the last
 */
public record Part<T>(List<T> items, long count, String first, String next) {
  private static final int SIZE = 50;

  public Part {
    items = List.copyOf(items);
  }

  /**
   * Reads it.
   *
   * @param path of the page
   * @param fields what the list is narrowed to, for the addresses
   */
  public static <T, Q> Part<T> of(
      Asked asked, Repository<T, Q> repository, Q query, String path, Map<String, String> fields) {
    String after = asked.sent().get("after");
    Page<T> page = page(repository, query, Optional.of(after).filter(text -> !text.isBlank()));
    return new Part<>(
        page.items(),
        repository.count(query),
        after.isBlank() ? "" : href(asked, path, fields, ""),
        page.next().map(next -> href(asked, path, fields, next)).orElse(""));
  }

  /** The same part of the list with each of its items made into something else. */
  public <R> Part<R> map(Function<T, R> made) {
    return with(items.stream().map(made).toList());
  }

  /** The same part of the list with something else for its items. */
  public <R> Part<R> with(List<R> made) {
    return new Part<>(made, count, first, next);
  }

  private static <T, Q> Page<T> page(Repository<T, Q> all, Q query, Optional<String> after) {
    try {
      return all.list(query, new PageRequest(SIZE, after, true));
    } catch (InvalidInputException noCursor) {
      return all.list(query, new PageRequest(SIZE, Optional.empty(), true));
    }
  }

  private static String href(Asked asked, String path, Map<String, String> fields, String after) {
    Map<String, String> query = new LinkedHashMap<>(fields);
    query.put("after", after);
    return asked.root() + Address.of(path, Address.query(query)).substring(1);
  }
}
