package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.daybook.web.rest.fake.FakeParts;
import org.junit.Test;

public class RestConfigTest {
  @Test
  public void fileHasEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader reader =
        Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.web.rest.cfg"))) {
      file.load(reader);
    }

    Properties defaults = new Properties();
    for (Method key : RestConfig.class.getDeclaredMethods()) {
      defaults.setProperty(key.getName(), key.getDefaultValue().toString());
    }
    assertThat(file).isEqualTo(defaults);
  }

  @Test
  public void usualConfigurationHasTheDefaults() throws ReflectiveOperationException {
    for (Method key : RestConfig.class.getDeclaredMethods()) {
      assertThat(key.invoke(TestConfig.usual())).isEqualTo(key.getDefaultValue());
    }
  }

  @Test
  public void everyWrongValueIsNamed() {
    wrong(new TestConfig(-1, "ru", "Europe/Moscow"), "retryAfterSeconds");
    wrong(new TestConfig(10, "de", "Europe/Moscow"), "defaultLanguage");
    wrong(new TestConfig(10, "ru", "Moscow"), "defaultZone");
  }

  private static void wrong(TestConfig config, String key) {
    assertThatThrownBy(() -> new RestServlet(new FakeParts(), config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("org.daybook.web.rest: " + key);
  }
}
