package org.daybook.core.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.daybook.api.notice.Notice;

/**
 * The settings, checked.
 *
 * @param decideWithin how long a dispute may wait for a decision without a reminder
 * @param answerWithin how long the engineer has for an answer before a penalty may be applied
 * @param lookAgain how long after one look for what there is to be told the next one comes
 * @param words in the language of the staff
 */
record Settings(
    Duration decideWithin,
    Duration answerWithin,
    Duration lookAgain,
    Words words,
    Thresholds thresholds,
    Telling telling) {

  /**
   * When something is told.
   *
   * @param dueSoon zero: never
   * @param silentSources how long each source may be silent, by id
   */
  record Thresholds(
      Duration dueSoon,
      Duration lateStart,
      Duration missed,
      Duration leastVisit,
      Duration reportOut,
      int promiseVisits,
      Duration promise,
      Duration handover,
      Map<String, Duration> silentSources) {}

  /**
   * How it is told.
   *
   * @param escalate after how long a notice is passed on; zero: never
   * @param lettersAtOnce how many notices one person gets one by one
   */
  record Telling(
      Duration escalate,
      Duration escalateUrgent,
      QuietTime quiet,
      boolean mail,
      int lettersAtOnce,
      Duration channelLimit,
      Duration channelPause) {
    Duration escalateAfter(Notice.Urgency urgency) {
      return urgency == Notice.Urgency.URGENT ? escalateUrgent : escalate;
    }
  }

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(Config config) {
    ZoneId zone = zone(config.zone());
    return new Settings(
        hours("disputeHours", config.disputeHours(), 1),
        hours("answerHours", config.answerHours(), 0),
        seconds("lookSeconds", config.lookSeconds(), 600),
        new Words(language(config.language()), zone),
        new Thresholds(
            hours("dueSoonHours", config.dueSoonHours(), 0),
            minutes("lateStartMinutes", config.lateStartMinutes(), 0),
            minutes("missedMinutes", config.missedMinutes(), 0),
            minutes("visitMinutes", config.visitMinutes(), 0),
            minutes("reportMinutes", config.reportMinutes(), 1),
            number("promiseVisits", config.promiseVisits(), 1),
            Duration.ofDays(number("promiseDays", config.promiseDays(), 1)),
            hours("handoverHours", config.handoverHours(), 1),
            silentSources(config.silentSources())),
        new Telling(
            hours("escalateHours", config.escalateHours(), 0),
            minutes("escalateUrgentMinutes", config.escalateUrgentMinutes(), 0),
            new QuietTime(
                time("quietFrom", config.quietFrom()),
                time("quietTo", config.quietTo()),
                config.quietWeekends(),
                time("digestAt", config.digestAt()),
                zone),
            config.mailNotices(),
            number("lettersAtOnce", config.lettersAtOnce(), 1),
            seconds("channelSeconds", config.channelSeconds(), 120),
            minutes("channelPauseMinutes", config.channelPauseMinutes(), 1)));
  }

  private static Duration hours(String key, int value, int least) {
    return Duration.ofHours(number(key, value, least));
  }

  private static Duration minutes(String key, int value, int least) {
    return Duration.ofMinutes(number(key, value, least));
  }

  private static int number(String key, int value, int least) {
    if (value < least) {
      throw wrong(key, "must be " + least + " or more, is " + value);
    }
    return value;
  }

  private static Duration seconds(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw wrong(key, "must be 1 to " + most + ", is " + value);
    }
    return Duration.ofSeconds(value);
  }

  private static Locale language(String tag) {
    if (!Set.of("ru", "en").contains(tag)) {
      throw wrong("language", "must be ru or en, is '" + tag + "'");
    }
    return Locale.forLanguageTag(tag);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name.strip());
    } catch (DateTimeException e) {
      throw wrong("zone", "must be a zone such as Europe/Moscow, is '" + name + "'");
    }
  }

  private static LocalTime time(String key, String text) {
    try {
      return LocalTime.parse(text.strip());
    } catch (DateTimeException e) {
      throw wrong(key, "must be a time such as 08:00, is '" + text + "'");
    }
  }

  private static Map<String, Duration> silentSources(String list) {
    Map<String, Duration> hours = new TreeMap<>();
    for (String each : list.split(",", -1)) {
      if (!each.isBlank()) {
        String[] pair = each.strip().split("\\s*=\\s*", -1);
        if (pair.length != 2 || pair[0].isEmpty() || !pair[1].matches("[1-9]\\d{0,4}")) {
          throw wrong(
              "silentSources",
              "must name sources with hours, such as monitoring=6, has '" + each.strip() + "'");
        }
        hours.put(pair[0], Duration.ofHours(Integer.parseInt(pair[1])));
      }
    }
    return hours;
  }

  private static IllegalArgumentException wrong(String key, String why) {
    return new IllegalArgumentException(Config.PID + ": " + key + " " + why);
  }
}
