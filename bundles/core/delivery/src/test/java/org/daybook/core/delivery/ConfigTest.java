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
                Map.entry("missingPartSeconds", 6),
                Map.entry("publicAddress", " https://reports.service.test/daybook/ "),
                Map.entry("linkDays", 7),
                Map.entry("linkKeyFile", "own.key"),
                Map.entry("keepLettersDays", 8)));
    assertThat(Settings.of(config, new Surroundings(Map.of(), Path.of("/karaf/etc"))))
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
                Duration.ofSeconds(6),
                "https://reports.service.test/daybook",
                Duration.ofDays(7),
                Path.of("/karaf/etc/own.key"),
                Duration.ofDays(8)));
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
    refused("linkDays", Map.of("linkDays", 0));
    refused("linkKeyFile", Map.of("linkKeyFile", " "));
    for (String address :
        List.of("reports", "ftp://a.test", "https://", "https://a.test/?x", "https://u@a.test")) {
      refused("publicAddress", Map.of("publicAddress", address));
    }
  }

  @Test
  public void linksLeadToWhereThisServerListensUnlessAnAddressIsNamed() {
    assertThat(addressWith(Map.of())).isEqualTo("http://127.0.0.1:8181");
    assertThat(
            addressWith(
                Map.of("DAYBOOK_HTTP_HOST", "reports.service.test", "DAYBOOK_HTTP_PORT", "9090")))
        .isEqualTo("http://reports.service.test:9090");
    assertThat(addressWith(Map.of("DAYBOOK_HTTP_HOST", "0.0.0.0")))
        .isEqualTo("http://127.0.0.1:8181");
    assertThat(addressWith(Map.of("DAYBOOK_HTTP_HOST", "fd00::1")))
        .isEqualTo("http://[fd00::1]:8181");
  }

  @Test
  public void anAddressOfOursNamesItsDelivery() {
    Settings settings =
        Settings.of(config(Map.of("bounceAddress", "bounces+{delivery}@service.test")));
    assertThat(settings.deliveryOf("bounces+d-1@service.test")).contains("d-1");
    assertThat(settings.deliveryOf(" BOUNCES+D-1@Service.Test ")).contains("D-1");
    for (String other :
        List.of(
            "",
            "bounces+@service.test",
            "bounces@service.test",
            "bounces+d-1@other.test",
            "xbounces+d-1@service.test",
            "bounces+" + "d".repeat(65) + "@service.test")) {
      assertThat(settings.deliveryOf(other)).as(other).isEmpty();
    }
  }

  @Test
  public void anAddressThatNamesNoDeliveryIsRefused() {
    assertThatThrownBy(() -> Settings.of(config(Map.of("bounceAddress", "bounces@service.test"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bounceAddress must hold {delivery}");
  }

  private static String addressWith(Map<String, String> environment) {
    return Settings.of(config(Map.of()), new Surroundings(environment, Path.of("/etc")))
        .publicAddress();
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
