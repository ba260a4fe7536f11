package org.daybook.web.pages.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

/** How often something may happen. */
public class BucketsTest {
  private final AtomicLong nanos = new AtomicLong(-5);
  private final Buckets buckets = new Buckets(3, 2, nanos::get);

  @Test
  public void whatIsAllowedInAMinuteMayComeAtOnce() {
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isEqualTo(20);
    assertThat(buckets.take("b")).isZero();
  }

  @Test
  public void itFillsSteadily() {
    for (int i = 0; i < 3; i++) {
      buckets.take("a");
    }
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(15));
    assertThat(buckets.take("a")).isEqualTo(5);
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isEqualTo(20);
  }

  @Test
  public void itIsNeverMoreThanFull() {
    nanos.addAndGet(TimeUnit.DAYS.toNanos(1));
    for (int i = 0; i < 3; i++) {
      assertThat(buckets.take("a")).isZero();
    }
    assertThat(buckets.take("a")).isPositive();
  }

  @Test
  public void theKeysThatWereUsedLastAreKept() {
    for (int i = 0; i < 3; i++) {
      buckets.take("a");
    }
    buckets.take("b");
    assertThat(buckets.take("a")).isPositive();
    buckets.take("c");
    assertThat(buckets.take("a")).as("a was used after b").isPositive();
    buckets.take("d");
    buckets.take("e");
    assertThat(buckets.take("a")).as("forgotten").isZero();
  }
}
