package org.daybook.web.rest.resource;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Repository;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.http.ProblemException;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;

/** Reads a part of a list, as {@code limit} and {@code after} ask for it. */
final class Lists {
  private static final int USUAL_SIZE = 100;

  private Lists() {}

  /** What a list request says beside its filters. */
  record Part(String limit, String after, boolean newestFirst) {
    static Part of(String limit, String after) {
      return new Part(limit, after, false);
    }

    static Part newestFirst(String limit, String after) {
      return new Part(limit, after, true);
    }

    PageRequest request() {
      return new PageRequest(size(), Query.text(after).map(Cursor::opened), newestFirst);
    }

    private int size() {
      Optional<String> text = Query.text(limit);
      if (text.isEmpty()) {
        return USUAL_SIZE;
      }
      int size = text.get().matches("\\d{1,4}") ? Integer.parseInt(text.get()) : 0;
      if (size < 1 || size > PageRequest.MAX_SIZE) {
        throw ProblemException.badField(
            "limit", "must be a whole number from 1 to " + PageRequest.MAX_SIZE);
      }
      return size;
    }
  }

  /** A part of a list, each item shown by itself. */
  static <T, Q, V> Listing<V> read(
      Parts parts,
      Part part,
      Function<Transaction, Repository<T, Q>> repository,
      Function<Transaction, Q> query,
      BiFunction<T, Names, V> view) {
    return readTogether(
        parts,
        part,
        repository,
        query,
        (items, names) -> items.stream().map(item -> view.apply(item, names)).toList());
  }

  /** A part of a list, all items shown together. */
  static <T, Q, V> Listing<V> readTogether(
      Parts parts,
      Part part,
      Function<Transaction, Repository<T, Q>> repository,
      Function<Transaction, Q> query,
      BiFunction<List<T>, Names, List<V>> view) {
    PageRequest request = part.request();
    return parts
        .store()
        .read(
            tx -> {
              Page<T> page = repository.apply(tx).list(query.apply(tx), request);
              return new Listing<>(
                  view.apply(page.items(), new Names(tx)),
                  page.next().map(Cursor::sealed).orElse(null));
            });
  }
}
