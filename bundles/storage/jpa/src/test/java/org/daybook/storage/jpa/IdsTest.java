package org.daybook.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.daybook.testkit.Examples;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

public class IdsTest {
  private final SettableClock clock = new SettableClock();
  private final Ids ids = new Ids(clock);

  @Test
  public void areUuidsOfVersion7ThatTellTheTime() {
    UUID id = UUID.fromString(ids.next());
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)).isEqualTo(Examples.NOW);
  }

  @Test
  public void riseWhileTheClockStandsStill() {
    assertThat(Stream.generate(ids::next).limit(10_000).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  public void riseWhenTheClockGoesBack() {
    String before = ids.next();
    clock.set(Examples.NOW.minus(Duration.ofHours(1)));
    assertThat(ids.next()).isGreaterThan(before);
  }

  @Test
  public void ofTwoNodesDiffer() {
    assertThat(new Ids(clock).next()).isNotEqualTo(new Ids(clock).next());
  }
}
