package org.daybook.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Repository;

/** Values of one kind, in memory. Guarded by the store's lock. */
final class InMemoryRepository<T, Q> implements Repository<T, Q> {
  private final Kind<T, Q> kind;
  private final InMemoryStore store;
  private final Map<String, T> byId = new HashMap<>();
  private final NavigableMap<String, T> sorted = new TreeMap<>();
  private final Map<Kind.Unique<T>, Map<String, String>> idsByUnique = new HashMap<>();

  InMemoryRepository(Kind<T, Q> kind, InMemoryStore store) {
    this.kind = kind;
    this.store = store;
    kind.uniques().forEach(unique -> idsByUnique.put(unique, new HashMap<>()));
  }

  @Override
  public Optional<T> find(String id) {
    store.requireTransaction();
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<T> find(Set<String> ids) {
    store.requireTransaction();
    return ids.stream().filter(byId::containsKey).map(byId::get).toList();
  }

  @Override
  public Optional<T> findForUpdate(String id) {
    store.requireWriting();
    return find(id);
  }

  @Override
  public T insert(T value) {
    store.requireWriting();
    String id = kind.id().apply(value);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a " + kind.name() + " is stored with the id it has");
    }
    if (byId.containsKey(id)) {
      throw store.doomed(new RefusedException("The " + kind.name() + " " + id + " exists."));
    }
    requireUnique(id, value);
    T stored = kind.withVersion().apply(value, 1L);
    put(stored);
    store.undo(() -> remove(id));
    store.audit(kind.name(), id, 1, Changes.between(null, stored));
    return stored;
  }

  @Override
  public T update(T value) {
    store.requireWriting();
    String id = kind.id().apply(value);
    T before = byId.get(id);
    if (before == null) {
      throw new NotFoundException(kind.name(), id);
    }
    long version = kind.version().applyAsLong(before);
    if (kind.version().applyAsLong(value) != version) {
      throw new StaleVersionException(kind.name(), id);
    }
    requireUnique(id, value);
    T stored = kind.withVersion().apply(value, version + 1);
    put(stored);
    store.undo(() -> put(before));
    store.audit(kind.name(), id, version + 1, Changes.between(before, stored));
    return stored;
  }

  @Override
  public Page<T> list(Q query, PageRequest page) {
    store.requireTransaction();
    return page(listed(query), page, value -> kind.matches().test(query, value));
  }

  private NavigableMap<String, T> listed(Q query) {
    if (kind.listed() == null) {
      return sorted;
    }
    NavigableMap<String, T> listed = new TreeMap<>();
    byId.values().forEach(value -> listed.put(kind.listed().apply(query, value), value));
    return listed;
  }

  @Override
  public long count(Q query) {
    store.requireTransaction();
    return sorted.values().stream().filter(value -> kind.matches().test(query, value)).count();
  }

  /** Changes a value past its version and the audit trail; nothing happens if it is not there. */
  void amend(String id, UnaryOperator<T> change) {
    store.requireWriting();
    T before = byId.get(id);
    if (before != null) {
      put(change.apply(before));
      store.undo(() -> put(before));
    }
  }

  /** Throws values away, past the audit trail. Returns how many there were. */
  int forget(Predicate<T> which) {
    store.requireWriting();
    List<T> old = byId.values().stream().filter(which).toList();
    old.forEach(value -> remove(kind.id().apply(value)));
    store.undo(() -> old.forEach(this::put));
    return old.size();
  }

  /** A part of a sorted map; the cursor is the key of the last item of the part before. */
  static <T> Page<T> page(NavigableMap<String, T> values, PageRequest page, Predicate<T> matches) {
    NavigableMap<String, T> ordered = page.newestFirst() ? values.descendingMap() : values;
    if (page.after().isPresent()) {
      ordered = ordered.tailMap(decoded(page.after().get()), false);
    }
    List<T> items = new ArrayList<>();
    String last = "";
    for (Map.Entry<String, T> each : ordered.entrySet()) {
      if (matches.test(each.getValue())) {
        if (items.size() == page.size()) {
          return new Page<>(items, Optional.of(encoded(last)));
        }
        items.add(each.getValue());
        last = each.getKey();
      }
    }
    return new Page<>(items, Optional.empty());
  }

  private static String encoded(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("cursor", "is not a cursor of this list");
    }
  }

  private void requireUnique(String id, T value) {
    idsByUnique.forEach(
        (unique, ids) ->
            unique
                .key()
                .apply(value)
                .map(ids::get)
                .filter(other -> !other.equals(id))
                .ifPresent(
                    other -> {
                      throw store.doomed(
                          new RefusedException(
                              "Another %s has this %s.".formatted(kind.name(), unique.what())));
                    }));
  }

  private void put(T value) {
    remove(kind.id().apply(value));
    byId.put(kind.id().apply(value), value);
    sorted.put(kind.order().apply(value), value);
    idsByUnique.forEach(
        (unique, ids) ->
            unique.key().apply(value).ifPresent(key -> ids.put(key, kind.id().apply(value))));
  }

  private void remove(String id) {
    T value = byId.remove(id);
    if (value != null) {
      sorted.remove(kind.order().apply(value));
      idsByUnique.forEach((unique, ids) -> unique.key().apply(value).ifPresent(ids::remove));
    }
  }
}
