package org.daybook.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Dice; the same seed throws the same. */
final class Chance {
  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  /** True in so many of a hundred cases. */
  boolean percent(double share) {
    return random.nextDouble() * 100 < share;
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  Duration minutes(int least, int most) {
    return Duration.ofMinutes(between(least, most));
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** How many of something rare happen, by its mean (Poisson). */
  int count(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
