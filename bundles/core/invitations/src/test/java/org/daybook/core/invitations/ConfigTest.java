package org.daybook.core.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Test;

public class ConfigTest {
  @Test
  public void theFileShowsEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.invitations.cfg"))) {
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
    assertThat(Settings.of(config(Map.of()))).isEqualTo(Fixture.SETTINGS);
  }

  @Test
  public void everyKeyIsUsed() {
    Config config =
        config(
            Map.of(
                "invitations",
                false,
                "reminders",
                false,
                "exceptContacts",
                " a , b ,",
                "visitMinutes",
                90,
                "reminderDays",
                2,
                "reminderTime",
                "08:30",
                "reminderLeastHours",
                3,
                "sweepMinutes",
                7,
                "organizerAddress",
                " a@service.test "));
    assertThat(Settings.of(config))
        .isEqualTo(
            new Settings(
                false,
                false,
                Set.of("a", "b"),
                Duration.ofMinutes(90),
                2,
                LocalTime.of(8, 30),
                Duration.ofHours(3),
                Duration.ofMinutes(7),
                "a@service.test"));
  }

  @Test
  public void whatCannotBeUsedIsRefusedByName() {
    refused("visitMinutes", 0);
    refused("visitMinutes", 1441);
    refused("reminderDays", -1);
    refused("reminderDays", 31);
    refused("reminderTime", "noon");
    refused("reminderLeastHours", -1);
    refused("sweepMinutes", 0);
    refused("organizerAddress", "nobody");
  }

  private static void refused(String key, Object value) {
    assertThatThrownBy(() -> Settings.of(config(Map.of(key, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.daybook.invitations: " + key);
  }

  private static Config config(Map<String, Object> values) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue()));
  }
}
