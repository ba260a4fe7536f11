package org.daybook.core.control;

import java.time.Duration;

/**
 * The settings, checked.
 *
 * @param decideWithin how long a dispute may wait for a decision without a reminder
 * @param answerWithin how long the engineer has for an answer before a penalty may be applied
 */
record Settings(Duration decideWithin, Duration answerWithin) {

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(Config config) {
    return new Settings(
        hours("disputeHours", config.disputeHours(), 1),
        hours("answerHours", config.answerHours(), 0));
  }

  private static Duration hours(String key, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "org.daybook.control: " + key + " must be " + least + " or more, is " + value);
    }
    return Duration.ofHours(value);
  }
}
