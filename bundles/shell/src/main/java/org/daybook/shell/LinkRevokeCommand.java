package org.daybook.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.error.NotFoundException;
import org.daybook.shell.completion.DeliveryIds;

/** {@code daybook:link-revoke}. */
@Service
@Command(
    scope = "daybook",
    name = "link-revoke",
    description = "Takes back the address of a recipient's page that a delivery carried")
public final class LinkRevokeCommand extends DaybookCommand {
  @Argument(name = "delivery", required = true, description = "Id of the delivery")
  @Completion(DeliveryIds.class)
  String delivery;

  @Override
  protected void run(Platform platform) {
    String recipient =
        platform
            .read(tx -> tx.deliveries().find(delivery))
            .orElseThrow(() -> new NotFoundException("delivery", delivery))
            .recipient();
    platform.with(
        ReportLinks.class,
        links -> {
          links.revoke(actor(), delivery);
          return delivery;
        });
    say("The link that " + recipient + " got opens nothing any more.");
  }
}
