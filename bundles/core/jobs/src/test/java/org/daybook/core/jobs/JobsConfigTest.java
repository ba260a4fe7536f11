package org.daybook.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.Test;

public class JobsConfigTest {

  @Test
  public void theFileHasEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.jobs.cfg"))) {
      file.load(reader);
    }

    assertThat(file).hasSize(JobsConfig.class.getDeclaredMethods().length);
    for (var key : JobsConfig.class.getDeclaredMethods()) {
      assertThat(file.getProperty(key.getName())).isEqualTo(String.valueOf(key.getDefaultValue()));
    }
  }
}
