package org.daybook.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.Test;

public class PluginsConfigTest {

  @Test
  public void theFileHasEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.plugins.cfg"))) {
      file.load(reader);
    }

    assertThat(file).hasSize(BundlePluginRunner.Config.class.getDeclaredMethods().length);
    for (var key : BundlePluginRunner.Config.class.getDeclaredMethods()) {
      assertThat(file.getProperty(key.getName())).isEqualTo(String.valueOf(key.getDefaultValue()));
    }
  }
}
