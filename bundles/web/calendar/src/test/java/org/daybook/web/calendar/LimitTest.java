package org.daybook.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

public class LimitTest {
  private final SettableClock clock = new SettableClock();
  private final Limit limit = new Limit(2, clock);

  @Test
  public void eachKeyHasItsOwnCountInEachMinute() {
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isBetween(1L, 60L);
    assertThat(limit.take("b")).isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(limit.take("a")).isZero();
  }

  @Test
  public void whoTriesAnotherKeyEachTimeTakesNoMemoryWithoutEnd() {
    for (int i = 0; i < 3 * Limit.MOST_KEYS; i++) {
      assertThat(limit.take("guess-" + i)).isZero();
    }
    assertThat(limit.keys()).isBetween(1, Limit.MOST_KEYS);
  }

  @Test
  public void aKnownKeyIsStillCountedWhenThereIsNoRoomForAnother() {
    limit.take("a");
    for (int i = 1; i < Limit.MOST_KEYS; i++) {
      limit.take("guess-" + i);
    }
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isPositive();
  }
}
