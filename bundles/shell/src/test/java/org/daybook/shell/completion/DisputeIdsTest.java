package org.daybook.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.daybook.api.dispute.DisputeState;
import org.daybook.shell.Console;
import org.daybook.shell.Platform;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class DisputeIdsTest {
  private final Console console = new Console();

  @Test
  public void closedOnesAreCompletedWhereTheyAreOnlyShown() {
    console.store.prepare(
        tx -> {
          tx.disputes().insert(Examples.dispute());
          tx.disputes()
              .insert(
                  Examples.dispute().toBuilder()
                      .id("dispute-2")
                      .externalId("form-2")
                      .state(DisputeState.CLOSED)
                      .build());
        });
    Platform platform = new Platform(console.context());
    assertThat(new AllDisputeIds().names(platform))
        .containsExactlyInAnyOrder("dispute-1", "dispute-2");
    assertThat(new DisputeIds().names(platform)).containsExactly("dispute-1");
  }
}
