package org.daybook.core.access;

import org.daybook.api.error.InvalidInputException;
import org.daybook.api.store.Transaction;

/** Scopes of calendar feeds, which name whose visits they show. */
final class CalendarScope {
  private static final String STAFF = "calendar:staff:";
  private static final String CONTACT = "calendar:contact:";

  private CalendarScope() {}

  /**
   * @throws InvalidInputException if it is the scope of a feed of nobody
   */
  static void requireOwner(Transaction tx, String scope) {
    if (scope.startsWith(STAFF)) {
      String id = scope.substring(STAFF.length());
      if (tx.staff().find(id).isEmpty()) {
        throw new InvalidInputException("scopes", "there is no member of staff " + id);
      }
    } else if (scope.startsWith(CONTACT)) {
      String id = scope.substring(CONTACT.length());
      if (tx.contacts().find(id).isEmpty()) {
        throw new InvalidInputException("scopes", "there is no contact " + id);
      }
    }
  }
}
