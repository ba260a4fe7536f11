package org.daybook.core.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WordTest {
  @Rule public final TemporaryFolder data = new TemporaryFolder();

  @Test
  public void leavesWordOnce() throws IOException {
    Path file = data.getRoot().toPath().resolve("installed");
    Word word = new Word(Optional.of(file));
    word.leave("all is well");
    assertThat(file).isNotEmptyFile();

    Files.writeString(file, "as it was");
    word.leave("all is well");
    assertThat(file).hasContent("as it was");
  }

  @Test
  public void leavesNoneWhereThereIsNoKaraf() {
    new Word(Optional.empty()).leave("all is well");
    assertThat(data.getRoot()).isEmptyDirectory();
  }
}
