package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.daybook.itests.support.RunningDaybook;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** A month of a small company's life, on the distribution. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class SimulationIT {
  @ClassRule
  public static final RunningDaybook DAYBOOK =
      RunningDaybook.named("simulation").withEnvironment("DAYBOOK_SIMULATION", "true");

  @Test
  public void aMonthEndsWithEverythingAccountedFor() {
    String told = DAYBOOK.console("daybook:simulate --clients 4 --months 1 --seed 3");

    assertThat(told).contains("Clients: 4", "visits closed").contains("Unexplained differences: 0");
    assertThat(told).doesNotContain("Deliveries: {}");
    assertThat(DAYBOOK.console("daybook:report-verify")).doesNotContain("false");
  }

  @Test
  public void andThereIsNoSecondOne() {
    assertThat(DAYBOOK.console("daybook:simulate")).contains("There are clients already");
  }
}
