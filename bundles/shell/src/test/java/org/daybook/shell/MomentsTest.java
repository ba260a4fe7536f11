package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.daybook.api.error.InvalidInputException;
import org.junit.Test;

public class MomentsTest {
  @Test
  public void momentsCarryTheirOffset() {
    assertThat(Moments.parse("--due", "2026-11-23T18:00:00+03:00"))
        .contains(Instant.parse("2026-11-23T15:00:00Z"));
    assertThat(Moments.parse("--due", null)).isEmpty();
  }

  @Test
  public void momentWithoutOffsetIsRefusedWithTheNameOfTheOption() {
    assertThatThrownBy(() -> Moments.parse("--due", "2026-11-23T18:00:00"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--due");
  }
}
