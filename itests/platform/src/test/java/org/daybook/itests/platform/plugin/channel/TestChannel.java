package org.daybook.itests.platform.plugin.channel;

import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;
import org.daybook.itests.platform.plugin.fault.Fault;
import org.daybook.itests.platform.plugin.fault.Manifest;
import org.osgi.service.component.annotations.Component;

/** Takes the place of a channel. */
@Component(property = "service.ranking:Integer=100")
public final class TestChannel implements DeliveryChannel {
  private final String id = Manifest.id();
  private final Fault fault = Manifest.fault();

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public Receipt send(Dispatch dispatch) throws Exception {
    fault.strike();
    return fault == Fault.NULL ? null : new Receipt.Sent("taken by " + id);
  }
}
