package org.daybook.storage.jpa;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Repository;

/**
 * A repository whose values are counted somewhere as well.
 *
 * @param tally takes a value, and how many times more there is of it: 1 or -1
 */
record CountedRepository<T, Q>(
    Repository<T, Q> values, Function<T, String> id, ObjIntConsumer<T> tally)
    implements Repository<T, Q> {
  @Override
  public Optional<T> find(String valueId) {
    return values.find(valueId);
  }

  @Override
  public List<T> find(Set<String> ids) {
    return values.find(ids);
  }

  @Override
  public Optional<T> findForUpdate(String valueId) {
    return values.findForUpdate(valueId);
  }

  @Override
  public T insert(T value) {
    T inserted = values.insert(value);
    tally.accept(inserted, 1);
    return inserted;
  }

  @Override
  public T update(T value) {
    Optional<T> before = values.find(id.apply(value));
    T after = values.update(value);
    before.ifPresent(known -> tally.accept(known, -1));
    tally.accept(after, 1);
    return after;
  }

  @Override
  public Page<T> list(Q query, PageRequest page) {
    return values.list(query, page);
  }

  @Override
  public long count(Q query) {
    return values.count(query);
  }
}
