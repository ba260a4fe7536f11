package org.daybook.core.control;

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
import java.util.Properties;
import org.junit.Test;

public class ConfigTest {
  @Test
  public void theFileHasEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.control.cfg"))) {
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
    assertThat(Settings.of(config(72, 0)))
        .isEqualTo(new Settings(Duration.ofHours(72), Duration.ZERO));
  }

  @Test
  public void whatCannotBeIsRefusedWithItsName() {
    assertThatThrownBy(() -> Settings.of(config(0, 24))).hasMessageContaining("disputeHours");
    assertThatThrownBy(() -> Settings.of(config(48, -1))).hasMessageContaining("answerHours");
  }

  private static Config config(int disputeHours, int answerHours) {
    Map<String, Object> values = Map.of("disputeHours", disputeHours, "answerHours", answerHours);
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, key, arguments) -> values.get(key.getName()));
  }
}
