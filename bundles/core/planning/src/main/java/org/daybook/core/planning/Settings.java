package org.daybook.core.planning;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.daybook.api.directory.ServicePlan;

/**
 * The settings, checked.
 *
 * @param bounds the least and the most visits a month by service plan
 * @param planningTime how long the planner may take
 */
record Settings(
    int devicesPerVisit,
    Map<ServicePlan, Bounds> bounds,
    int visitMinutes,
    int deviceMinutes,
    int minutesPerDay,
    LocalTime dayStart,
    LocalTime dayEnd,
    int travelMinutes,
    int farTravelMinutes,
    Duration planningTime,
    Locale language,
    ZoneId zone) {

  private static final int DAY = 24 * 60;
  private static final int MOST_VISITS = 31;

  /** The least and the most visits a month. */
  record Bounds(int least, int most) {
    int bound(int visits) {
      return Math.max(least, Math.min(most, visits));
    }
  }

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(PlanningConfig config) {
    Map<ServicePlan, Bounds> bounds = new EnumMap<>(ServicePlan.class);
    bounds.put(ServicePlan.BASIC, bounds("basic", config.basicMinimum(), config.basicMaximum()));
    bounds.put(
        ServicePlan.STANDARD,
        bounds("standard", config.standardMinimum(), config.standardMaximum()));
    bounds.put(
        ServicePlan.PREMIUM, bounds("premium", config.premiumMinimum(), config.premiumMaximum()));
    LocalTime start = time("dayStart", config.dayStart());
    LocalTime end = time("dayEnd", config.dayEnd());
    if (!start.isBefore(end)) {
      throw wrong("dayEnd", "must be after dayStart, is " + end);
    }
    int near = within("travelMinutes", config.travelMinutes(), 0, DAY);
    return new Settings(
        within("devicesPerVisit", config.devicesPerVisit(), 1, 10_000),
        Map.copyOf(bounds),
        within("visitMinutes", config.visitMinutes(), 1, DAY),
        within("deviceMinutes", config.deviceMinutes(), 0, DAY),
        within("minutesPerDay", config.minutesPerDay(), 30, minutes(start, end)),
        start,
        end,
        near,
        within("farTravelMinutes", config.farTravelMinutes(), near, DAY),
        Duration.ofSeconds(within("planningSeconds", config.planningSeconds(), 1, 3600)),
        language(config.language()),
        zone(config.zone()));
  }

  /** Fileinstall puts karaf.etc in; where the configuration did not come from a file, we do. */
  static Path directory(String configured, String etc) {
    return Path.of(configured.strip().replace("${karaf.etc}", etc == null ? "etc" : etc));
  }

  /** How long a visit takes to a site with so many devices. */
  int minutesOfVisit(int devices) {
    return (int) Math.min(minutesPerDay, visitMinutes + (long) deviceMinutes * devices);
  }

  /** How long the working day is. */
  int dayMinutes() {
    return minutes(dayStart, dayEnd);
  }

  private static int minutes(LocalTime start, LocalTime end) {
    return (int) Duration.between(start, end).toMinutes();
  }

  private static Bounds bounds(String plan, int least, int most) {
    within(plan + "Minimum", least, 1, MOST_VISITS);
    within(plan + "Maximum", most, least, MOST_VISITS);
    return new Bounds(least, most);
  }

  private static int within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw wrong(key, "must be " + least + " to " + most + ", is " + value);
    }
    return value;
  }

  private static LocalTime time(String key, String text) {
    try {
      return LocalTime.parse(text.strip());
    } catch (DateTimeException e) {
      throw wrong(key, "must be a time such as 09:00, is " + text);
    }
  }

  private static Locale language(String text) {
    String language = text.strip();
    if (!language.equals("ru") && !language.equals("en")) {
      throw wrong("language", "must be ru or en, is " + text);
    }
    return Locale.forLanguageTag(language);
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw wrong("zone", "must be a time zone such as Europe/Moscow, is " + text);
    }
  }

  private static IllegalArgumentException wrong(String key, String what) {
    return new IllegalArgumentException(PlanningConfig.PID + ": " + key + " " + what);
  }
}
