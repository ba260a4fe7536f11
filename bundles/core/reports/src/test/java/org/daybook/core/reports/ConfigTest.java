package org.daybook.core.reports;

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
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.Test;

public class ConfigTest {

  @Test
  public void theFileShowsEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.reports.cfg"))) {
      file.load(in);
    }
    TreeMap<String, String> defaults = new TreeMap<>();
    for (Method key : Config.class.getDeclaredMethods()) {
      defaults.put(key.getName(), String.valueOf(key.getDefaultValue()));
    }
    assertThat(new TreeMap<Object, Object>(file)).isEqualTo(defaults);
  }

  @Test
  public void everyKeyIsUsed() {
    Config config =
        config(
            Map.of(
                "order", "b, a,,b",
                "required", "x",
                "sectionSeconds", 1,
                "reportSeconds", 2,
                "parallelSections", 3,
                "sectionKilobytes", 4));
    assertThat(Settings.of(config))
        .isEqualTo(
            new Settings(
                List.of("b", "a"),
                List.of("x"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                3,
                4096));
  }

  @Test
  public void aLimitOfNothingIsRefusedByName() {
    assertThatThrownBy(() -> Settings.of(config(Map.of("sectionSeconds", 0))))
        .hasMessage("org.daybook.reports: sectionSeconds must be 1 or more, is 0");
  }

  /** The defaults but for some keys. */
  private static Config config(Map<String, Object> values) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue()));
  }
}
