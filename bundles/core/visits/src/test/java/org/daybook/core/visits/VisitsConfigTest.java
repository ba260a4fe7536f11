package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.ServicePlan;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class VisitsConfigTest {
  /** A Thursday, 09:00 in Moscow. */
  private static final Instant OPENING = Examples.NOW;

  @Test
  public void theFileHasEveryKeyWithItsDefault() throws Exception {
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.visits.cfg"))) {
      file.load(reader);
    }
    Map<Object, Object> defaults =
        Arrays.stream(VisitsConfig.class.getDeclaredMethods())
            .collect(Collectors.toMap(Method::getName, m -> String.valueOf(m.getDefaultValue())));
    assertThat(file).containsExactlyInAnyOrderEntriesOf(defaults);
  }

  @Test
  public void everyKeyOfEmergenciesIsHeeded() {
    assertThat(due(Map.of("emergencyMinutes", 90), ServicePlan.PREMIUM))
        .isEqualTo(OPENING.plus(Duration.ofMinutes(90)));
    assertThat(due(Map.of("businessFrom", "10:00"), ServicePlan.BASIC))
        .isEqualTo(OPENING.plus(Duration.ofHours(3)));
    assertThat(due(Map.of("businessTo", "10:00"), ServicePlan.BASIC))
        .isEqualTo(OPENING.plus(Duration.ofHours(25)));
    assertThat(due(Map.of("weekend", "thursday"), ServicePlan.BASIC))
        .isEqualTo(OPENING.plus(Duration.ofHours(26)));
    assertThat(
            due(
                Map.of("businessFrom", "10:00", "emergencyHours", "premium: business"),
                ServicePlan.PREMIUM))
        .isEqualTo(OPENING.plus(Duration.ofHours(3)));
    assertThat(
            due(
                Map.of("businessFrom", "10:00", "emergencyHours", "premium: business"),
                ServicePlan.BASIC))
        .isEqualTo(OPENING.plus(Duration.ofHours(2)));
    assertThat(EmergencySettings.trip(VisitsFixture.config(Map.of("emergencyTripMinutes", 30))))
        .isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  public void whatCannotBeIsRefusedWithItsKey() {
    refused("emergencyMinutes", 0, "must be 1 to 1440, is 0");
    refused("emergencyMinutes", 1441, "must be 1 to 1440, is 1441");
    refused("emergencyTripMinutes", 0, "must be 1 to 1440");
    refused("businessFrom", "9", "must be a time such as 09:00, is 9");
    refused("businessTo", "09:00", "must be later than businessFrom");
    refused("weekend", "SUNDAY, FUNDAY", "must be of [MONDAY,");
    refused(
        "weekend",
        "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY",
        "must leave a day to work on");
    refused("emergencyHours", "GOLD:business", "must be of [BASIC, STANDARD, PREMIUM], has GOLD");
    refused("emergencyHours", "BASIC", "must have PLAN:business or PLAN:calendar, has BASIC");
    refused("emergencyHours", "BASIC:night", "must have PLAN:business or PLAN:calendar");
  }

  private static void refused(String key, Object value, String message) {
    assertThatThrownBy(
            () -> {
              VisitsConfig config = VisitsFixture.config(Map.of(key, value));
              EmergencySettings.clock(config, () -> null);
              EmergencySettings.trip(config);
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("org.daybook.visits: " + key + " ")
        .hasMessageContaining(message);
  }

  private static Instant due(Map<String, Object> values, ServicePlan plan) {
    Client client = Examples.client().toBuilder().plan(plan).build();
    return EmergencySettings.clock(VisitsFixture.config(values), () -> null).dueBy(OPENING, client);
  }
}
