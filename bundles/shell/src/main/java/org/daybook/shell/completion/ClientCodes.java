package org.daybook.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.directory.Client;
import org.daybook.api.store.ClientQuery;
import org.daybook.shell.Platform;

/** Completes client codes. */
@Service
public final class ClientCodes extends StoredNames {
  @Override
  List<String> names(Platform platform) {
    return platform.read(
        tx -> tx.clients().all(ClientQuery.everything()).stream().map(Client::code).toList());
  }
}
