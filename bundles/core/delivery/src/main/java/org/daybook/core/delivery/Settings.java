package org.daybook.core.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    Duration missingPartPause,
    String publicAddress,
    Duration linkLife,
    Path linkKeyFile,
    Duration lettersKept) {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[A-Za-z0-9.-]+");
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]+");
  private static final String DELIVERY = "{delivery}";
  private static final int LONGEST_ID = 64;
  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
  private static final int MOST_DOUBLINGS = 20;

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(Config config) {
    return of(config, Surroundings.ofThisProcess());
  }

  static Settings of(Config config, Surroundings surroundings) {
    String from = matching(ADDRESS, "fromAddress", config.fromAddress());
    String domain = config.messageIdDomain().strip();
    return new Settings(
        ids(config.channels()),
        from,
        config.fromName().strip(),
        bounceAddress(config.bounceAddress()),
        domain.isEmpty()
            ? from.substring(from.lastIndexOf('@') + 1)
            : matching(DOMAIN, "messageIdDomain", domain),
        seconds("rendererSeconds", config.rendererSeconds()),
        seconds("channelSeconds", config.channelSeconds()),
        seconds("firstRetrySeconds", config.firstRetrySeconds()),
        seconds("longestRetrySeconds", config.longestRetrySeconds()),
        Duration.ofHours(atLeastOne("giveUpHours", config.giveUpHours())),
        seconds("missingPartSeconds", config.missingPartSeconds()),
        config.publicAddress().isBlank()
            ? surroundings.httpAddress()
            : httpAddress(config.publicAddress().strip()),
        Duration.ofDays(atLeastOne("linkDays", config.linkDays())),
        surroundings.file("linkKeyFile", config.linkKeyFile()),
        Duration.ofDays(atLeastOne("keepLettersDays", config.keepLettersDays())));
  }

  private static String bounceAddress(String address) {
    if (!address.contains(DELIVERY)) {
      throw new IllegalArgumentException(
          "org.daybook.delivery: bounceAddress must hold "
              + DELIVERY
              + ", or nobody knows what came back; is "
              + address);
    }
    return matching(ADDRESS, "bounceAddress", address);
  }

  /** The envelope sender of a delivery, so that a bounce names it (VERP). */
  String bounceAddressOf(String deliveryId) {
    return bounceAddress.replace(DELIVERY, deliveryId);
  }

  /** The delivery that an address of ours names; mail servers do not all keep its case. */
  Optional<String> deliveryOf(String address) {
    int at = bounceAddress.indexOf(DELIVERY);
    String before = bounceAddress.substring(0, at);
    String behind = bounceAddress.substring(at + DELIVERY.length());
    String given = address.strip();
    int length = given.length() - before.length() - behind.length();
    boolean ours =
        length > 0
            && length <= LONGEST_ID
            && given.regionMatches(true, 0, before, 0, before.length())
            && given.regionMatches(
                true, given.length() - behind.length(), behind, 0, behind.length());
    return ours
        ? Optional.of(given.substring(before.length(), before.length() + length))
        : Optional.empty();
  }

  /** The page of a report that a token opens. */
  String pageAddress(String token) {
    return publicAddress + "/r/" + token;
  }

  /** The page where a token lets its reader add wishes to a visit. */
  String wishesAddress(String token) {
    return publicAddress + "/w/" + token;
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

  private static String httpAddress(String address) {
    try {
      URI uri = new URI(address);
      boolean usable =
          ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      if (usable) {
        return address.replaceFirst("/+$", "");
      }
    } catch (URISyntaxException e) {
      LOG.debug("{} is no address", address, e);
    }
    throw new IllegalArgumentException(
        "org.daybook.delivery: publicAddress must be like https://reports.example.com, is "
            + address);
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
