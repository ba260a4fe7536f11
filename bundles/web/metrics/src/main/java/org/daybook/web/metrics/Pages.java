package org.daybook.web.metrics;

import java.util.Optional;
import java.util.function.Consumer;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Repository;

/** A long list, a page at a time. */
final class Pages {
  private Pages() {}

  static <T, Q> void each(Repository<T, Q> repository, Q query, Consumer<T> action) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<T> page = repository.list(query, new PageRequest(PageRequest.MAX_SIZE, cursor, false));
      page.items().forEach(action);
      cursor = page.next();
    } while (cursor.isPresent());
  }
}
