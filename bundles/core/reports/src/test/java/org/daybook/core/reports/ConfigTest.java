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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    // Blank in the code, where nobody fills in Karaf's own properties.
    defaults.put("brandingDirectory", "${karaf.etc}/daybook/branding");
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
                "sectionKilobytes", 4,
                "brandingDirectory", " /srv/looks ",
                "reviewReminderHours", 5,
                "language", " en "));
    assertThat(Settings.of(config, Optional.empty()))
        .isEqualTo(
            new Settings(
                List.of("b", "a"),
                List.of("x"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                3,
                4096,
                Path.of("/srv/looks"),
                Duration.ofHours(5),
                Locale.ENGLISH));
  }

  @Test
  public void aLimitOfNothingIsRefusedByName() {
    for (String key : List.of("sectionSeconds", "reviewReminderHours")) {
      assertThatThrownBy(() -> Settings.of(config(Map.of(key, 0)), Optional.empty()))
          .hasMessage("org.daybook.reports: " + key + " must be 1 or more, is 0");
    }
  }

  @Test
  public void aLanguageThatIsNotSpokenIsRefusedByName() {
    assertThatThrownBy(() -> Settings.of(config(Map.of("language", "de")), Optional.empty()))
        .hasMessage("org.daybook.reports: language must be ru or en, is de");
  }

  @Test
  public void brandingIsLookedForInKarafsDirectoryByDefault() {
    Settings defaults = Settings.of(config(Map.of()), Optional.of("/opt/daybook/etc"));
    assertThat(defaults.brandingDirectory())
        .isEqualTo(Path.of("/opt/daybook/etc/daybook/branding"));
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
