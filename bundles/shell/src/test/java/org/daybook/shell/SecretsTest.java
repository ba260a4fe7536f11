package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.karaf.shell.api.console.Session;
import org.daybook.api.error.InvalidInputException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SecretsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aPasswordIsTypedUnseen() throws IOException {
    assertThat(Secrets.password(session(() -> "typed at the console"), null))
        .isEqualTo("typed at the console");
  }

  @Test
  public void aPasswordIsTheFirstLineOfAFile() throws IOException {
    Path file = folder.newFile().toPath();
    Files.writeString(file, "from the file\nand a remark\n");
    assertThat(Secrets.password(session(() -> null), file.toString())).isEqualTo("from the file");
  }

  @Test
  public void aCommandFromOutsideIsToldToGiveAFile() {
    Session headless =
        session(
            () -> {
              throw new UnsupportedOperationException();
            });
    assertThatThrownBy(() -> Secrets.password(headless, null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--password-file");
  }

  private static Session session(Callable<String> keyboard) {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("readLine");
              assertThat(arguments[1]).isEqualTo('*');
              return keyboard.call();
            });
  }
}
