package org.daybook.api.delivery;

import org.daybook.api.StateTable;
import org.junit.Test;

public class DeliveryStateTest {
  @Test
  public void everyEventIsAllowedOrRefusedInEveryState() {
    StateTable.of(
            """
            QUEUED SEND SENT
            QUEUED DEFER DEFERRED
            QUEUED FAIL FAILED
            DEFERRED REQUEUE QUEUED
            SENT ACKNOWLEDGE ACKNOWLEDGED
            SENT BOUNCE BOUNCED
            FAILED REQUEUE QUEUED
            BOUNCED REQUEUE QUEUED""")
        .expect(DeliveryState.class, DeliveryEvent.class, DeliveryState::on);
  }
}
