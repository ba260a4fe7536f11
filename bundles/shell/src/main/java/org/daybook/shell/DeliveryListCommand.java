package org.daybook.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.PageRequest;

/** {@code daybook:delivery-list}. */
@Service
@Command(
    scope = "daybook",
    name = "delivery-list",
    description = "Lists deliveries of reports, the newest first")
public final class DeliveryListCommand extends ListCommand<Delivery> {
  @Option(name = "--state", description = "Only in this state")
  DeliveryState state;

  @Override
  List<Delivery> rows(Platform platform) {
    DeliveryQuery.Builder query = DeliveryQuery.builder();
    if (state != null) {
      query.states(EnumSet.of(state));
    }
    PageRequest newest = new PageRequest(MOST, Optional.empty(), true);
    return platform.read(tx -> tx.deliveries().list(query.build(), newest).items());
  }

  @Override
  Listing<Delivery> listing(Platform platform) {
    Map<String, String> codes = Names.clientCodes(platform);
    return new Listing<Delivery>()
        .column("id", Delivery::id)
        .column("client", delivery -> codes.get(delivery.clientId()))
        .column("recipient", Delivery::recipient)
        .column("channel", Delivery::channel)
        .column("state", Delivery::state)
        .column("attempts", Delivery::attempts)
        .column("nextAttemptAt", Delivery::nextAttemptAt)
        .column("sentAt", Delivery::sentAt)
        .column("lastAnswer", Delivery::lastAnswer);
  }
}
