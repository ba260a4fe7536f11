package org.daybook.core.delivery;

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
    try (Reader in = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.delivery.cfg"))) {
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
            Map.ofEntries(
                Map.entry("channels", "folder, sms"),
                Map.entry("fromAddress", "a@service.test"),
                Map.entry("fromName", "A"),
                Map.entry("bounceAddress", "b+{delivery}@service.test"),
                Map.entry("messageIdDomain", "id.service.test"),
                Map.entry("rendererSeconds", 1),
                Map.entry("channelSeconds", 2),
                Map.entry("firstRetrySeconds", 3),
                Map.entry("longestRetrySeconds", 4),
                Map.entry("giveUpHours", 5),
                Map.entry("missingPartSeconds", 6)));
    assertThat(Settings.of(config))
        .isEqualTo(
            new Settings(
                List.of("folder", "sms"),
                "a@service.test",
                "A",
                "b+{delivery}@service.test",
                "id.service.test",
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofHours(5),
                Duration.ofSeconds(6)));
    assertThat(Settings.of(config).bounceAddressOf("d-1")).isEqualTo("b+d-1@service.test");
  }

  @Test
  public void messageIdsAreOfTheSendersDomain() {
    assertThat(Settings.of(config(Map.of())).messageIdDomain()).isEqualTo("example.com");
  }

  @Test
  public void whatCannotBeUsedIsRefusedByName() {
    refused("channels", Map.of("channels", " , "));
    refused("fromAddress", Map.of("fromAddress", "nobody"));
    refused("bounceAddress", Map.of("bounceAddress", "a b@service.test"));
    refused("messageIdDomain", Map.of("messageIdDomain", "a b"));
    refused("giveUpHours", Map.of("giveUpHours", 0));
  }

  private static void refused(String key, Map<String, Object> values) {
    assertThatThrownBy(() -> Settings.of(config(values)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.daybook.delivery: " + key);
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
