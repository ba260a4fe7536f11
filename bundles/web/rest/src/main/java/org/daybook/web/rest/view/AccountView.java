package org.daybook.web.rest.view;

import org.daybook.api.access.Account;

/** A login of a member of staff; passwords are never shown. */
public record AccountView(String id, String login, String staff, boolean enabled, long version)
    implements Versioned {
  public static AccountView of(Account account) {
    return new AccountView(
        account.id(), account.login(), account.staffId(), account.enabled(), account.version());
  }
}
