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
  public void theFilesShowEveryKeyWithItsDefault() throws IOException {
    showsDefaults("org.daybook.channels.mail.cfg", Config.class);
    showsDefaults("org.daybook.channels.bounces.cfg", BouncesConfig.class);
  }

  private static void showsDefaults(String name, Class<?> type) throws IOException {
    Properties file = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("src/main/cfg", name))) {
      file.load(in);
    }
    TreeMap<String, String> defaults = new TreeMap<>();
    for (Method key : type.getDeclaredMethods()) {
      defaults.put(key.getName(), String.valueOf(key.getDefaultValue()));
    }
    assertThat(new TreeMap<Object, Object>(file)).isEqualTo(defaults);
  }

  @Test
  public void everyKeyOfTheMailboxIsUsed() {
    BounceSettings settings =
        BounceSettings.of(
            defaults(
                BouncesConfig.class,
                Map.ofEntries(
                    Map.entry("host", " imap.example.com "),
                    Map.entry("port", 1143),
                    Map.entry("security", "starttls"),
                    Map.entry("user", "bounces"),
                    Map.entry("password", " secret "),
                    Map.entry("folder", "Returned"),
                    Map.entry("processedFolder", "Done"),
                    Map.entry("pollSeconds", 5),
                    Map.entry("noticeMinutes", 6),
                    Map.entry("trustedCertificates", "/etc/own.pem"),
                    Map.entry("checkCertificate", false),
                    Map.entry("connectTimeoutSeconds", 3),
                    Map.entry("answerTimeoutSeconds", 4))));
    assertThat(settings)
        .isEqualTo(
            new BounceSettings(
                "imap.example.com",
                1143,
                Security.STARTTLS,
                "bounces",
                " secret ",
                "Returned",
                Optional.of("Done"),
                Duration.ofSeconds(5),
                Duration.ofMinutes(6),
                Optional.of(Path.of("/etc/own.pem")),
                false,
                Duration.ofSeconds(3),
                Duration.ofSeconds(4)));
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  public void aMailboxHasItsUsualPortAndNeedsALogin() {
    assertThat(mailbox(Map.of()).port()).isEqualTo(993);
    assertThat(mailbox(Map.of("security", "starttls")).port()).isEqualTo(143);
    String pid = "org.daybook.channels.bounces: ";
    assertThatThrownBy(() -> mailbox(Map.of("host", "imap.example.com")))
        .hasMessage(pid + "user and folder must be named with a host");
    assertThatThrownBy(() -> mailbox(Map.of("security", "ssl")))
        .hasMessageStartingWith(pid + "security must be one of");
    assertThatThrownBy(() -> mailbox(Map.of("pollSeconds", 0)))
        .hasMessageStartingWith(pid + "pollSeconds must be");
    assertThatThrownBy(() -> mailbox(Map.of("processedFolder", "INBOX")))
        .hasMessageStartingWith(pid + "processedFolder");
  }

  private static BounceSettings mailbox(Map<String, Object> values) {
    return BounceSettings.of(defaults(BouncesConfig.class, values));
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

  private static Config config(Map<String, Object> values) {
    return defaults(Config.class, values);
  }

  /** The defaults but for some keys. */
  static <T> T defaults(Class<T> type, Map<String, Object> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue())));
  }
}
