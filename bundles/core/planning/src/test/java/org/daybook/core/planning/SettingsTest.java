package org.daybook.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.daybook.api.directory.ServicePlan;
import org.junit.Test;

public class SettingsTest {
  @Test
  public void theFileHasEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader reader =
        Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.planning.cfg"))) {
      file.load(reader);
    }
    Properties defaults = new Properties();
    for (Method key : PlanningConfig.class.getDeclaredMethods()) {
      defaults.setProperty(key.getName(), String.valueOf(key.getDefaultValue()));
    }
    assertThat(file).isEqualTo(defaults);
  }

  @Test
  public void everyKeyIsMapped() {
    Settings settings =
        Settings.of(
            Worlds.config(
                Map.ofEntries(
                    Map.entry("devicesPerVisit", 5),
                    Map.entry("basicMinimum", 2),
                    Map.entry("basicMaximum", 3),
                    Map.entry("standardMinimum", 4),
                    Map.entry("standardMaximum", 5),
                    Map.entry("premiumMinimum", 6),
                    Map.entry("premiumMaximum", 7),
                    Map.entry("visitMinutes", 30),
                    Map.entry("deviceMinutes", 8),
                    Map.entry("minutesPerDay", 400),
                    Map.entry("dayStart", "08:00"),
                    Map.entry("dayEnd", "17:30"),
                    Map.entry("travelMinutes", 11),
                    Map.entry("farTravelMinutes", 22),
                    Map.entry("planningSeconds", 33),
                    Map.entry("language", "en"),
                    Map.entry("zone", "Asia/Omsk"))));
    assertThat(settings)
        .isEqualTo(
            new Settings(
                5,
                Map.of(
                    ServicePlan.BASIC, new Settings.Bounds(2, 3),
                    ServicePlan.STANDARD, new Settings.Bounds(4, 5),
                    ServicePlan.PREMIUM, new Settings.Bounds(6, 7)),
                30,
                8,
                400,
                LocalTime.of(8, 0),
                LocalTime.of(17, 30),
                11,
                22,
                Duration.ofSeconds(33),
                Locale.ENGLISH,
                ZoneId.of("Asia/Omsk")));
  }

  @Test
  public void aVisitTakesAsLongAsItsDevicesButNoLongerThanADay() {
    assertThat(Worlds.settings().minutesOfVisit(10)).isEqualTo(210);
    assertThat(Worlds.settings().minutesOfVisit(25)).isEqualTo(435);
    assertThat(Worlds.settings().minutesOfVisit(100)).isEqualTo(480);
  }

  @Test
  public void whatCannotBeIsRefusedWithItsName() {
    Map<String, Object> wrong =
        Map.ofEntries(
            Map.entry("devicesPerVisit", 0),
            Map.entry("basicMinimum", 0),
            Map.entry("standardMaximum", 0),
            Map.entry("premiumMaximum", 32),
            Map.entry("visitMinutes", 0),
            Map.entry("deviceMinutes", -1),
            Map.entry("minutesPerDay", 541),
            Map.entry("dayStart", "nine"),
            Map.entry("dayEnd", "09:00"),
            Map.entry("travelMinutes", -1),
            Map.entry("farTravelMinutes", 19),
            Map.entry("planningSeconds", 0),
            Map.entry("language", "de"),
            Map.entry("zone", "Moscow"));
    wrong.forEach(
        (key, value) ->
            assertThatThrownBy(() -> Settings.of(Worlds.config(Map.of(key, value))))
                .as(key)
                .hasMessageContaining("org.daybook.planning: " + key));
  }
}
