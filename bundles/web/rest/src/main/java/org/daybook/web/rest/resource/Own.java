package org.daybook.web.rest.resource;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.store.Transaction;

/** Narrows lists of which managers see all and others what concerns themselves. */
final class Own {
  private static final String ME = "me";

  private Own() {}

  /** Whether somebody sees what concerns others. */
  static boolean seesAll(Actor actor) {
    return actor.isAny(Role.ADMIN, Role.MANAGER);
  }

  /** The staff id of whom a filter names; {@code me} is the caller. */
  static Optional<String> meOr(Transaction tx, Actor actor, String name, String value) {
    return Query.text(value).filter(ME::equals).isPresent()
        ? Optional.of(actor.id())
        : References.staffFilter(tx, name, value);
  }

  /**
   * The staff id to which a list is narrowed; empty for all.
   *
   * @param value whom the caller asks for; may be blank
   * @throws ForbiddenException if that is somebody else's business
   */
  static Optional<String> filter(Transaction tx, Actor actor, String name, String value) {
    Optional<String> wanted = References.staffFilter(tx, name, value);
    if (seesAll(actor)) {
      return wanted;
    }
    if (wanted.isPresent() && !wanted.get().equals(actor.id())) {
      throw new ForbiddenException("Only managers list what concerns others.");
    }
    return Optional.of(actor.id());
  }
}
