package org.daybook.core.visits;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.plan.WorkCalendar;

/** The part of the configuration that is about emergencies, checked. */
final class EmergencySettings {
  private static final int DAY = 24 * 60;

  private EmergencySettings() {}

  /**
   * @param calendar the production calendar, null while there is none: then the weekend is free
   */
  static EmergencyClock clock(VisitsConfig config, Supplier<WorkCalendar> calendar) {
    LocalTime opens = time("businessFrom", config.businessFrom());
    LocalTime closes = time("businessTo", config.businessTo());
    if (!opens.isBefore(closes)) {
      throw wrong("businessTo", "must be later than businessFrom, is " + config.businessTo());
    }
    Set<DayOfWeek> free = EnumSet.noneOf(DayOfWeek.class);
    words(config.weekend()).forEach(day -> free.add(constant("weekend", DayOfWeek.class, day)));
    if (free.size() == DayOfWeek.values().length) {
      throw wrong("weekend", "must leave a day to work on");
    }
    return new EmergencyClock(
        minutes("emergencyMinutes", config.emergencyMinutes()),
        inBusinessHours(config.emergencyHours()),
        opens,
        closes,
        day -> {
          WorkCalendar present = calendar.get();
          return present == null ? !free.contains(day.getDayOfWeek()) : present.isWorking(day);
        });
  }

  /** How long an engineer who is sent to an emergency is away. */
  static Duration trip(VisitsConfig config) {
    return minutes("emergencyTripMinutes", config.emergencyTripMinutes());
  }

  private static Set<ServicePlan> inBusinessHours(String list) {
    Set<ServicePlan> plans = EnumSet.noneOf(ServicePlan.class);
    for (String word : words(list)) {
      String[] pair = word.split(":", -1);
      String hours = pair.length == 2 ? pair[1].strip().toLowerCase(Locale.ROOT) : "";
      if (!hours.equals("business") && !hours.equals("calendar")) {
        throw wrong("emergencyHours", "must have PLAN:business or PLAN:calendar, has " + word);
      }
      ServicePlan plan = constant("emergencyHours", ServicePlan.class, pair[0]);
      if (hours.equals("business")) {
        plans.add(plan);
      }
    }
    return plans;
  }

  private static Duration minutes(String key, int minutes) {
    if (minutes < 1 || minutes > DAY) {
      throw wrong(key, "must be 1 to " + DAY + ", is " + minutes);
    }
    return Duration.ofMinutes(minutes);
  }

  private static LocalTime time(String key, String text) {
    try {
      return LocalTime.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw wrong(key, "must be a time such as 09:00, is " + text);
    }
  }

  private static <E extends Enum<E>> E constant(String key, Class<E> type, String word) {
    String name = word.strip().toUpperCase(Locale.ROOT);
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    key,
                    "must be of " + List.of(type.getEnumConstants()) + ", has " + word.strip()));
  }

  private static List<String> words(String list) {
    return Stream.of(list.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  private static IllegalArgumentException wrong(String key, String message) {
    return new IllegalArgumentException(VisitsConfig.PID + ": " + key + " " + message);
  }
}
