package org.daybook.web.calendar;

import java.util.Comparator;
import java.util.Optional;
import org.daybook.api.access.AccessToken;

/**
 * Whose feed a token opens.
 *
 * @param staff whether it is a member of staff; else a contact of a client
 */
record Owner(boolean staff, String id) {
  private static final String STAFF = "calendar:staff:";
  private static final String CONTACT = "calendar:contact:";

  /** Empty if it opens no feed; of several, the first by its scope. */
  static Optional<Owner> of(AccessToken token) {
    return token.scopes().stream()
        .sorted(Comparator.naturalOrder())
        .flatMap(scope -> of(scope).stream())
        .findFirst();
  }

  private static Optional<Owner> of(String scope) {
    if (scope.startsWith(STAFF)) {
      return Optional.of(new Owner(true, scope.substring(STAFF.length())));
    }
    return scope.startsWith(CONTACT)
        ? Optional.of(new Owner(false, scope.substring(CONTACT.length())))
        : Optional.empty();
  }
}
