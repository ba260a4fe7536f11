package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.Test;

/** Pages ask control how late a visit may begin. */
public class LateToleranceTest {
  @Test
  public void itIsWhatTheConfigurationSays() {
    assertThat(new LateTolerance(Configs.config(Map.of("lateStartMinutes", 5))).tolerance())
        .isEqualTo(Duration.ofMinutes(5));
  }
}
