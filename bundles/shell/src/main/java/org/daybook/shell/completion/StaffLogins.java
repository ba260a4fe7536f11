package org.daybook.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.access.Account;
import org.daybook.api.store.AccountQuery;
import org.daybook.shell.Platform;

/** Completes logins. */
@Service
public final class StaffLogins extends StoredNames {
  @Override
  List<String> names(Platform platform) {
    return platform.read(
        tx -> tx.accounts().all(AccountQuery.everything()).stream().map(Account::login).toList());
  }
}
