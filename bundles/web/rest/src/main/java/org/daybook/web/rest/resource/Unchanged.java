package org.daybook.web.rest.resource;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.daybook.api.access.Actor;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.Repository;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.http.Versions;

/**
 * Does what a caller asks only while the thing is as they saw it, for services that take no
 * version: {@code If-Match} (RFC 9110, 13.1.1).
 *
 * @param kind what it is, for people
 */
record Unchanged<T>(
    String kind, Function<Transaction, Repository<T, ?>> repository, Function<T, Long> version) {

  /** Without the header the action is simply done; with it, the thing is locked meanwhile. */
  <R> R then(Parts parts, Actor actor, String id, String ifMatch, Supplier<R> action) {
    OptionalLong seen = Versions.given(ifMatch);
    if (seen.isEmpty()) {
      return action.get();
    }
    return parts
        .store()
        .inTransaction(
            actor,
            tx -> {
              Optional<T> now = repository.apply(tx).findForUpdate(id);
              if (now.isPresent() && version.apply(now.get()) != seen.getAsLong()) {
                throw new StaleVersionException(kind, id);
              }
              return action.get();
            });
  }
}
