package org.daybook.core.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The settings, checked. */
record Settings(
    List<String> channels,
    String fromAddress,
    String fromName,
    String bounceAddress,
    String messageIdDomain,
    Duration rendererLimit,
    Duration channelLimit,
    Duration firstRetry,
    Duration longestRetry,
    Duration giveUpAfter,
    Duration missingPartPause) {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[A-Za-z0-9.-]+");
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]+");
  private static final String DELIVERY = "{delivery}";
  private static final int MOST_DOUBLINGS = 20;

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(Config config) {
    String from = matching(ADDRESS, "fromAddress", config.fromAddress());
    String domain = config.messageIdDomain().strip();
    return new Settings(
        ids(config.channels()),
        from,
        config.fromName().strip(),
        matching(ADDRESS, "bounceAddress", config.bounceAddress()),
        domain.isEmpty()
            ? from.substring(from.lastIndexOf('@') + 1)
            : matching(DOMAIN, "messageIdDomain", domain),
        seconds("rendererSeconds", config.rendererSeconds()),
        seconds("channelSeconds", config.channelSeconds()),
        seconds("firstRetrySeconds", config.firstRetrySeconds()),
        seconds("longestRetrySeconds", config.longestRetrySeconds()),
        Duration.ofHours(atLeastOne("giveUpHours", config.giveUpHours())),
        seconds("missingPartSeconds", config.missingPartSeconds()));
  }

  /** The envelope sender of a delivery, so that a bounce names it (VERP). */
  String bounceAddressOf(String deliveryId) {
    return bounceAddress.replace(DELIVERY, deliveryId);
  }

  /**
   * The pause before the next attempt.
   *
   * @param attempts how many failed, from 1
   */
  Duration pauseAfter(int attempts) {
    int doublings = Math.min(MOST_DOUBLINGS, Math.max(0, attempts - 1));
    Duration pause = firstRetry.multipliedBy(1L << doublings);
    return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
  }

  private static List<String> ids(String list) {
    List<String> ids =
        Arrays.stream(list.split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("org.daybook.delivery: channels must name a channel");
    }
    return ids;
  }

  private static String matching(Pattern pattern, String key, String value) {
    if (!pattern.matcher(value.strip()).matches()) {
      throw new IllegalArgumentException(
          "org.daybook.delivery: " + key + " cannot be used: " + value);
    }
    return value.strip();
  }

  private static Duration seconds(String key, int value) {
    return Duration.ofSeconds(atLeastOne(key, value));
  }

  private static int atLeastOne(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "org.daybook.delivery: " + key + " must be 1 or more, is " + value);
    }
    return value;
  }
}
