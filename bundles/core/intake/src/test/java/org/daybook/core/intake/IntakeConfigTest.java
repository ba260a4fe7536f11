package org.daybook.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.Test;

public class IntakeConfigTest {

  @Test
  public void theFileHasEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.intake.cfg"))) {
      file.load(reader);
    }

    assertThat(file).hasSize(IntakeConfig.class.getDeclaredMethods().length);
    for (var key : IntakeConfig.class.getDeclaredMethods()) {
      assertThat(file.getProperty(key.getName())).isEqualTo(String.valueOf(key.getDefaultValue()));
    }
  }

  @Test
  public void aLanguageThatIsNotSpokenIsNamed() {
    assertThatThrownBy(() -> Words.in("de"))
        .hasMessage("language in org.daybook.intake must be ru or en, is de");
    assertThat(Words.in(" ru ").say("source.failed", "x", "y"))
        .isEqualTo("Источник x не сработал: y");
  }

  @Test
  public void aLimitThatCannotBeIsNamed() {
    assertThatThrownBy(() -> Limits.seconds("hookSeconds", 0))
        .hasMessage("hookSeconds in org.daybook.intake must be at least 1, is 0");
  }
}
