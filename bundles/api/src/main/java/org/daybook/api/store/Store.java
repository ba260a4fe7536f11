package org.daybook.api.store;

import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Everything that is kept. Safe for any thread. */
@ProviderType
public interface Store {
  /**
   * Does work in one transaction: all of it is stored, or, if it throws, nothing. A call on a
   * thread that is in a transaction already joins it; if it throws, the whole transaction is lost.
   * Each change is written to the audit trail in the same transaction.
   *
   * @param actor who does it; of a joined call the inner actor counts for its own changes
   * @throws org.daybook.api.error.StaleVersionException if a value was changed by another
   *     transaction meanwhile
   * @throws org.daybook.api.error.RefusedException if a unique value is taken
   * @throws org.daybook.api.error.UnavailableException if the database does not answer
   */
  <T> T inTransaction(Actor actor, Function<Transaction, T> work);

  /** The same for reading only; joins as well. */
  <T> T read(Function<Transaction, T> work);
}
