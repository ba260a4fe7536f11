package org.daybook.core.control;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.Test;

public class ConfigTest {
  @Test
  public void theFileHasEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.control.cfg"))) {
      file.load(reader);
    }
    Properties defaults = new Properties();
    for (Method key : Config.class.getDeclaredMethods()) {
      defaults.setProperty(key.getName(), String.valueOf(key.getDefaultValue()));
    }
    assertThat(file).isEqualTo(defaults);
  }

  @Test
  public void everyKeyIsMapped() {
    Map<String, Object> all = new HashMap<>();
    all.put("disputeHours", 72);
    all.put("answerHours", 0);
    all.put("lookSeconds", 19);
    all.put("language", "en");
    all.put("zone", "Asia/Omsk");
    all.put("dueSoonHours", 1);
    all.put("lateStartMinutes", 2);
    all.put("missedMinutes", 3);
    all.put("visitMinutes", 4);
    all.put("reportMinutes", 5);
    all.put("promiseVisits", 6);
    all.put("promiseDays", 7);
    all.put("handoverHours", 8);
    all.put("silentSources", " monitoring = 9 ,remote=10,");
    all.put("escalateHours", 11);
    all.put("escalateUrgentMinutes", 12);
    all.put("quietFrom", "13:00");
    all.put("quietTo", "14:00");
    all.put("quietWeekends", false);
    all.put("digestAt", "15:00");
    all.put("mailNotices", false);
    all.put("lettersAtOnce", 16);
    all.put("channelSeconds", 17);
    all.put("channelPauseMinutes", 18);
    assertThat(all).hasSize(Config.class.getDeclaredMethods().length);

    Settings settings = Configs.settings(all);
    ZoneId zone = ZoneId.of("Asia/Omsk");
    assertThat(settings.decideWithin()).isEqualTo(Duration.ofHours(72));
    assertThat(settings.answerWithin()).isEqualTo(Duration.ZERO);
    assertThat(settings.lookAgain()).isEqualTo(Duration.ofSeconds(19));
    assertThat(settings.words().language().getLanguage()).isEqualTo("en");
    assertThat(settings.words().zone()).isEqualTo(zone);
    assertThat(settings.thresholds())
        .isEqualTo(
            new Settings.Thresholds(
                Duration.ofHours(1),
                Duration.ofMinutes(2),
                Duration.ofMinutes(3),
                Duration.ofMinutes(4),
                Duration.ofMinutes(5),
                6,
                Duration.ofDays(7),
                Duration.ofHours(8),
                Map.of("monitoring", Duration.ofHours(9), "remote", Duration.ofHours(10))));
    assertThat(settings.telling())
        .isEqualTo(
            new Settings.Telling(
                Duration.ofHours(11),
                Duration.ofMinutes(12),
                new QuietTime(
                    LocalTime.of(13, 0), LocalTime.of(14, 0), false, LocalTime.of(15, 0), zone),
                false,
                16,
                Duration.ofSeconds(17),
                Duration.ofMinutes(18)));
  }

  @Test
  public void whatCannotBeIsRefusedWithItsName() {
    Map<String, List<Object>> wrong =
        Map.ofEntries(
            Map.entry("disputeHours", List.of(0)),
            Map.entry("answerHours", List.of(-1)),
            Map.entry("lookSeconds", List.of(0, -1, 601)),
            Map.entry("language", List.of("de", "", "RU")),
            Map.entry("zone", List.of("Moscow", "")),
            Map.entry("dueSoonHours", List.of(-1)),
            Map.entry("lateStartMinutes", List.of(-1)),
            Map.entry("missedMinutes", List.of(-1)),
            Map.entry("visitMinutes", List.of(-1)),
            Map.entry("reportMinutes", List.of(0)),
            Map.entry("promiseVisits", List.of(0)),
            Map.entry("promiseDays", List.of(0)),
            Map.entry("handoverHours", List.of(0)),
            Map.entry(
                "silentSources",
                List.of("monitoring", "monitoring=", "=3", "a=0", "a=-1", "a=b", "a=1=2")),
            Map.entry("escalateHours", List.of(-1)),
            Map.entry("escalateUrgentMinutes", List.of(-1)),
            Map.entry("quietFrom", List.of("8", "25:00", "")),
            Map.entry("quietTo", List.of("24:00")),
            Map.entry("digestAt", List.of("noon")),
            Map.entry("lettersAtOnce", List.of(0)),
            Map.entry("channelSeconds", List.of(0, 121)),
            Map.entry("channelPauseMinutes", List.of(0)));
    wrong.forEach(
        (key, values) ->
            values.forEach(
                value ->
                    assertThatThrownBy(() -> Configs.settings(Map.of(key, value)))
                        .as(key + " = " + value)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("org.daybook.control: " + key + " must ")
                        .hasMessageContaining(String.valueOf(value))));
  }
}
