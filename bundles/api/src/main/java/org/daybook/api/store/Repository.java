package org.daybook.api.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Values of one kind.
 *
 * @param <T> the values
 * @param <Q> what they can be asked by; an empty member of a query does not narrow
 */
@ProviderType
public interface Repository<T, Q> {
  /** The value with an id. */
  Optional<T> find(String id);

  /** The values with some ids, in any order; the store is asked once, however many there are. */
  List<T> find(Set<String> ids);

  /**
   * The value with an id, locked against other writers until the transaction ends, for decisions
   * that depend on it.
   */
  Optional<T> findForUpdate(String id);

  /**
   * Stores a new value with the id it has.
   *
   * @return the value with its version, 1
   * @throws org.daybook.api.error.RefusedException at once or at the commit, if a unique value is
   *     taken
   */
  T insert(T value);

  /**
   * Stores a changed value.
   *
   * @return the value with its new version
   * @throws org.daybook.api.error.NotFoundException if it is not there
   * @throws org.daybook.api.error.StaleVersionException if the stored one has another version
   */
  T update(T value);

  /** Values that a query matches, in the order of their ids unless the query says otherwise. */
  Page<T> list(Q query, PageRequest page);

  /** How many values a query matches. */
  long count(Q query);

  /** All values that a query matches; only for queries that are narrow by nature. */
  default List<T> all(Q query) {
    List<T> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<T> page = list(query, new PageRequest(PageRequest.MAX_SIZE, cursor, false));
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }

  /** The first value that a query matches. */
  default Optional<T> first(Q query) {
    return list(query, new PageRequest(1, Optional.empty(), false)).items().stream().findFirst();
  }

  /** The last value that a query matches. */
  default Optional<T> last(Q query) {
    return list(query, new PageRequest(1, Optional.empty(), true)).items().stream().findFirst();
  }
}
