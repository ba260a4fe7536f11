package org.daybook.core.invitations;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings, checked. */
record Settings(
    boolean invitations,
    boolean reminders,
    Set<String> exceptContacts,
    Duration visit,
    int reminderDays,
    LocalTime reminderTime,
    Duration reminderLeast,
    Duration sweepEvery,
    String organizerAddress) {
  static final String PID = "org.daybook.invitations";

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"]+@[A-Za-z0-9.-]+");
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(Config config) {
    return new Settings(
        config.invitations(),
        config.reminders(),
        Stream.of(config.exceptContacts().split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toUnmodifiableSet()),
        Duration.ofMinutes(within("visitMinutes", config.visitMinutes(), 1, MINUTES_OF_A_DAY)),
        within("reminderDays", config.reminderDays(), 0, 30),
        time(config.reminderTime()),
        Duration.ofHours(within("reminderLeastHours", config.reminderLeastHours(), 0, 72)),
        Duration.ofMinutes(within("sweepMinutes", config.sweepMinutes(), 1, 60)),
        address(config.organizerAddress()));
  }

  private static LocalTime time(String value) {
    try {
      return LocalTime.parse(value.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(PID + ": reminderTime must be like 12:00, is " + value, e);
    }
  }

  private static String address(String value) {
    if (!ADDRESS.matcher(value.strip()).matches()) {
      throw new IllegalArgumentException(
          PID + ": organizerAddress must be an e-mail address, is " + value);
    }
    return value.strip();
  }

  private static int within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          PID + ": " + key + " must be " + least + " to " + most + ", is " + value);
    }
    return value;
  }
}
