package org.daybook.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

public class RecentLoginsTest {
  private final SettableClock clock = new SettableClock();
  private final RecentLogins recent = new RecentLogins(clock);

  @Test
  public void onlyTheSamePasswordWithTheSameHashIsKnown() {
    recent.remember("password", "hash");
    assertThat(recent.knows("password", "hash")).isTrue();
    assertThat(recent.knows("other", "hash")).isFalse();
    assertThat(recent.knows("password", "other")).isFalse();
  }

  @Test
  public void aLoginIsForgottenAfterFiveMinutes() {
    recent.remember("password", "hash");
    clock.advance(Duration.ofMinutes(5));
    assertThat(recent.knows("password", "hash")).isFalse();
  }

  @Test
  public void manyLoginsDriveOutTheOldest() {
    for (int i = 0; i <= 1000; i++) {
      recent.remember("password" + i, "hash");
    }
    assertThat(recent.knows("password0", "hash")).isFalse();
    assertThat(recent.knows("password1000", "hash")).isTrue();
  }
}
