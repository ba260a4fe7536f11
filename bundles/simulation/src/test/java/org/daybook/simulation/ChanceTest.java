package org.daybook.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class ChanceTest {
  @Test
  public void theSameSeedThrowsTheSame() {
    assertThat(thrown(7)).isEqualTo(thrown(7)).isNotEqualTo(thrown(8));
  }

  @Test
  public void sharesAndMeansAreMetInTheLongRun() {
    Chance chance = new Chance(1);
    long hits = IntStream.range(0, 10_000).filter(i -> chance.percent(95)).count();
    double mean = IntStream.range(0, 10_000).map(i -> chance.count(0.35)).average().orElseThrow();
    assertThat(hits).isBetween(9_400L, 9_600L);
    assertThat(mean).isBetween(0.32, 0.38);
  }

  private static List<Integer> thrown(long seed) {
    Chance chance = new Chance(seed);
    return IntStream.range(0, 50).mapToObj(i -> chance.between(1, 1000)).toList();
  }
}
