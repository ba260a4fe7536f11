package org.daybook.demo;

import org.daybook.api.store.Transaction;

/** How the people of the demo get their logins. */
@FunctionalInterface
interface Logins {

  void give(Transaction tx, String staffId, String login);
}
