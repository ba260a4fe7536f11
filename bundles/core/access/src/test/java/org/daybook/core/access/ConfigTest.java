package org.daybook.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.Test;

public class ConfigTest {
  @Test
  public void theFileHasEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.access.cfg"))) {
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
    assertThat(Settings.of(new TestConfig(1, 2, 3, 4)))
        .isEqualTo(
            new Settings(
                new Settings.Lifetime(Duration.ofHours(1), Duration.ofHours(2)),
                new Settings.Lifetime(Duration.ofDays(3), Duration.ofDays(4))));
  }

  @Test
  public void whatCannotBeIsRefusedWithItsName() {
    refused(new TestConfig(0, 24, 30, 180), "idleHours must be at least 1");
    refused(new TestConfig(12, 0, 30, 180), "longestHours must be at least 1");
    refused(new TestConfig(12, 24, -1, 180), "keptIdleDays must be at least 1");
    refused(new TestConfig(12, 24, 30, 0), "keptLongestDays must be at least 1");
    refused(new TestConfig(12, 11, 30, 180), "longestHours must not be less than idleHours");
    refused(new TestConfig(12, 24, 30, 29), "keptLongestDays must not be less than keptIdleDays");
  }

  private static void refused(Config config, String why) {
    assertThatThrownBy(() -> Settings.of(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.daybook.access: " + why);
  }
}
