package org.daybook.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

public class FailedLoginsTest {
  private final SettableClock clock = new SettableClock();
  private final FailedLogins failed = new FailedLogins(clock);

  @Test
  public void aFewMayFailForOneLogin() {
    fail("petr", FailedLogins.PER_LOGIN - 1);
    assertThat(failed.tooMany("petr")).isFalse();
    fail("petr", 1);
    assertThat(failed.tooMany("petr")).isTrue();
    assertThat(failed.tooMany("olga")).isFalse();
  }

  @Test
  public void theyAreForgottenFiveMinutesAfterTheFirstOne() {
    fail("petr", 1);
    clock.advance(FailedLogins.WINDOW.minusSeconds(1));
    fail("petr", FailedLogins.PER_LOGIN - 1);
    assertThat(failed.tooMany("petr")).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(failed.tooMany("petr")).isFalse();
    fail("petr", FailedLogins.PER_LOGIN - 1);
    assertThat(failed.tooMany("petr")).isFalse();
  }

  @Test
  public void manyLoginsTogetherHaveALimitToo() {
    for (int i = 0; i < FailedLogins.IN_ALL; i++) {
      assertThat(failed.tooMany("login" + i)).isFalse();
      failed.add("login" + i, false);
    }
    assertThat(failed.tooMany("olga")).isTrue();
    clock.advance(FailedLogins.WINDOW);
    assertThat(failed.tooMany("olga")).isFalse();
  }

  private void fail(String login, int times) {
    for (int i = 0; i < times; i++) {
      failed.add(login, true);
    }
  }
}
