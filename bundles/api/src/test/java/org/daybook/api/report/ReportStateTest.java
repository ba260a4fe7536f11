package org.daybook.api.report;

import org.daybook.api.StateTable;
import org.junit.Test;

public class ReportStateTest {
  @Test
  public void everyEventIsAllowedOrRefusedInEveryState() {
    StateTable.of(
            """
            COLLECTING FREEZE FROZEN
            FROZEN HOLD HELD
            FROZEN RELEASE RELEASED
            HELD RELEASE RELEASED
            HELD SUPERSEDE SUPERSEDED
            RELEASED SUPERSEDE SUPERSEDED""")
        .expect(ReportState.class, ReportEvent.class, ReportState::on);
  }
}
