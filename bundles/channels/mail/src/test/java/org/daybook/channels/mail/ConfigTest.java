package org.daybook.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.Test;

public class ConfigTest {

  @Test
  public void theFileShowsEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader in =
        Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.channels.mail.cfg"))) {
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
                "host", " smtp.example.com ",
                "port", 2525,
                "security", "STARTTLS-optional",
                "user", "daybook",
                "password", " secret ",
                "trustedCertificates", "/etc/own.pem",
                "checkCertificate", false,
                "heloName", "daybook.example.com",
                "connectTimeoutSeconds", 3,
                "answerTimeoutSeconds", 4));
    Settings settings = Settings.of(config);
    assertThat(settings)
        .isEqualTo(
            new Settings(
                "smtp.example.com",
                2525,
                Security.STARTTLS_OPTIONAL,
                "daybook",
                " secret ",
                Optional.of(Path.of("/etc/own.pem")),
                false,
                "daybook.example.com",
                Duration.ofSeconds(3),
                Duration.ofSeconds(4)));
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  public void eachSecurityHasItsUsualPort() {
    assertThat(Settings.of(config(Map.of())).port()).isEqualTo(587);
    assertThat(Settings.of(config(Map.of("security", "tls"))).port()).isEqualTo(465);
    assertThat(Settings.of(config(Map.of("security", "none"))).port()).isEqualTo(25);
  }

  @Test
  public void whatCannotBeUsedIsRefusedByName() {
    assertThatThrownBy(() -> Settings.of(config(Map.of("security", "ssl"))))
        .hasMessage(
            "org.daybook.channels.mail: security must be one of starttls, starttls-optional, tls,"
                + " none, is ssl");
    assertThatThrownBy(() -> Settings.of(config(Map.of("port", 70_000))))
        .hasMessageContaining("port must be 0 to 65535");
    assertThatThrownBy(() -> Settings.of(config(Map.of("answerTimeoutSeconds", 0))))
        .hasMessageContaining("answerTimeoutSeconds");
    assertThatThrownBy(
            () -> new MailChannel(config(Map.of("trustedCertificates", "/nowhere/at-all.pem"))))
        .hasMessageContaining("/nowhere/at-all.pem");
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
