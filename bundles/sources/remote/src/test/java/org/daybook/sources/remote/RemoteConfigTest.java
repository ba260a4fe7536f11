package org.daybook.sources.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.Test;

public class RemoteConfigTest {

  @Test
  public void theFileHasEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    Path path = Path.of("src/main/cfg/org.daybook.sources.remote.cfg");
    try (Reader reader = Files.newBufferedReader(path)) {
      file.load(reader);
    }

    assertThat(file).hasSize(RemoteConfig.class.getDeclaredMethods().length);
    for (var key : RemoteConfig.class.getDeclaredMethods()) {
      assertThat(file.getProperty(key.getName())).isEqualTo(key.getDefaultValue());
    }
  }

  @Test
  public void clientsAreFoundByTheirMailDomain() {
    Clients clients = new Clients(" Mail.Oak.example = oak , pine.example=ООО «Сосна»,free.test=");

    assertThat(clients.of("ivan@mail.oak.example")).isEqualTo("oak");
    assertThat(clients.of("Anna Cone <anna@PINE.example>")).isEqualTo("ООО «Сосна»");
    assertThat(clients.of("x@other.test, ivan@mail.oak.example")).isEqualTo("oak");
    assertThat(clients.of("ivan@romashka.test")).isEqualTo("romashka");
    assertThat(clients.of("ivan@mail.romashka.test")).isEqualTo("romashka");
    assertThat(clients.of("ivan@localhost")).isEqualTo("localhost");
    assertThat(clients.of("somebody@free.test")).isEmpty();
    assertThat(clients.of("root")).isEmpty();
    assertThat(clients.of("")).isEmpty();
  }

  @Test
  public void whatCannotBeIsNamed() {
    assertThatThrownBy(() -> new Clients("oak"))
        .hasMessage(
            "clientDomains in org.daybook.sources.remote must be DOMAIN=CLIENT, ..., has oak");
    assertThatThrownBy(() -> new RequestTrackerHook(Messages.config(Map.of("priority", "soon"))))
        .hasMessageContaining("priority in org.daybook.sources.remote must be one of [LOW,");
  }
}
