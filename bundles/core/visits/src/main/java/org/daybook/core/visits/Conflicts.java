package org.daybook.core.visits;

import java.util.function.Supplier;
import org.daybook.api.error.StaleVersionException;

/**
 * Beginning and closing a visit touch many tasks at once. That one of them was changed at the same
 * moment is no reason to send the engineer away: the whole is simply done again on the new state.
 */
final class Conflicts {

  private static final int ATTEMPTS = 3;

  private Conflicts() {}

  static <T> T retried(Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (StaleVersionException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
