package org.daybook.web.pages.board.setup;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.form.FormView;

/**
 * How one kind of thing is found, shown in a form, typed and kept. Everything else is the same for
 * all of them and is in {@link EditPages}.
 */
interface Editor<T> {
  /** As the address and the words call it: {@code clients}. */
  String kind();

  /** The thing that an address names. */
  Optional<T> find(Transaction tx, String id);

  /** What people call it. */
  String title(T value);

  /** The client that it is of; blank if it is of none. */
  String clientId(T value);

  /** Counts its changes. */
  long version(T value);

  /**
   * Adds the fields to its form.
   *
   * @param now what it is; empty for a new one
   * @param clientId whose a new one will be; blank where that does not matter
   */
  void fields(FormView.Builder form, Look look, Optional<T> now, String clientId);

  /** What was typed, with the version that was seen; its id is blank if it is new. */
  T typed(Typed typed, Optional<T> now, String clientId);

  /** Keeps it by the service that knows the rules. */
  T keep(Actor actor, T value);

  /** The field that a refusal of the service is about; blank if it is about the whole. */
  default String refused() {
    return "";
  }

  /** Whether a new one is of some client, who has to be known before the form is. */
  default boolean ofClient() {
    return false;
  }

  /** Where one goes when it is kept. */
  String next(T kept);

  /** What the page shows beside the form. */
  default List<Part> parts(Look look, T value) {
    return List.of();
  }
}
