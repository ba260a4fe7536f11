package org.daybook.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.Delivery;
import org.daybook.shell.completion.DeliveryIds;

/** {@code daybook:delivery-retry}. */
@Service
@Command(scope = "daybook", name = "delivery-retry", description = "Tries a delivery again now")
public final class DeliveryRetryCommand extends DaybookCommand {
  @Argument(name = "delivery", required = true, description = "Id of the delivery")
  @Completion(DeliveryIds.class)
  String delivery;

  @Override
  protected void run(Platform platform) {
    Delivery queued =
        platform.with(Deliveries.class, deliveries -> deliveries.retry(actor(), delivery));
    say(queued.recipient() + ": " + queued.state());
  }
}
