package org.daybook.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.Test;

public class ConfigTest {
  @Test
  public void theFileShowsEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader in =
        Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.web.calendar.cfg"))) {
      file.load(in);
    }
    TreeMap<String, String> defaults = new TreeMap<>();
    for (Method key : Config.class.getDeclaredMethods()) {
      defaults.put(key.getName(), String.valueOf(key.getDefaultValue()));
    }
    assertThat(new TreeMap<Object, Object>(file)).isEqualTo(defaults);
  }

  @Test
  public void theDefaultsAreTheUsualOnes() {
    assertThat(Settings.of(config(Map.of()))).isEqualTo(FeedServer.SETTINGS);
  }

  @Test
  public void everyKeyIsUsed() {
    Config config =
        config(
            Map.of(
                "language", " en ",
                "visitMinutes", 90,
                "pastDays", 2,
                "refreshMinutes", 3,
                "readsPerMinute", 4,
                "strangersPerMinute", 5,
                "retryAfterSeconds", 6));
    assertThat(Settings.of(config))
        .isEqualTo(
            new Settings(
                Locale.ENGLISH,
                Duration.ofMinutes(90),
                Duration.ofDays(2),
                Duration.ofMinutes(3),
                4,
                5,
                6));
  }

  @Test
  public void whatCannotBeUsedIsRefusedByName() {
    refused("language", "de");
    for (String key :
        List.of(
            "visitMinutes",
            "pastDays",
            "refreshMinutes",
            "readsPerMinute",
            "strangersPerMinute",
            "retryAfterSeconds")) {
      refused(key, 0);
    }
  }

  private static void refused(String key, Object value) {
    assertThatThrownBy(() -> Settings.of(config(Map.of(key, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.daybook.web.calendar: " + key);
  }

  private static Config config(Map<String, Object> values) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue()));
  }
}
