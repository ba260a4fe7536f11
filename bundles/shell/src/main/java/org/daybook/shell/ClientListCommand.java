package org.daybook.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.directory.Client;
import org.daybook.api.store.ClientQuery;

/** {@code daybook:client-list}. */
@Service
@Command(scope = "daybook", name = "client-list", description = "Lists the clients")
public final class ClientListCommand extends ListCommand<Client> {
  @Override
  List<Client> rows(Platform platform) {
    return platform.read(tx -> tx.clients().all(ClientQuery.everything()));
  }

  @Override
  Listing<Client> listing(Platform platform) {
    return new Listing<Client>()
        .column("code", Client::code)
        .column("name", Client::name)
        .column("plan", Client::plan)
        .column("language", Client::language)
        .column("zone", Client::zone)
        .column("active", Client::active)
        .column("id", Client::id);
  }
}
