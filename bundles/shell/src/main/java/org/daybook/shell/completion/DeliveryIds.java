package org.daybook.shell.completion;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.shell.Platform;

/** Completes ids of the latest deliveries. */
@Service
public final class DeliveryIds extends StoredNames {
  private static final PageRequest LATEST = new PageRequest(50, Optional.empty(), true);

  @Override
  List<String> names(Platform platform) {
    return platform.read(
        tx ->
            tx.deliveries().list(DeliveryQuery.everything(), LATEST).items().stream()
                .map(Delivery::id)
                .toList());
  }
}
