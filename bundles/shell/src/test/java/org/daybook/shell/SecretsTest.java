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

  @Test
  public void aFileThatIsNoneIsNamed() throws IOException {
    Path missing = folder.getRoot().toPath().resolve("missing");
    Path binary = folder.newFile().toPath();
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Path empty = folder.newFile().toPath();

    refused(missing.toString(), "--password-file: there is no file " + missing);
    refused(folder.getRoot().toString(), "--password-file: there is no file");
    refused(binary.toString(), "--password-file: cannot be read as text: " + binary);
    refused(empty.toString(), "--password-file: its first line is empty");
    refused("a\0b", "--password-file: is no path");
  }

  private static void refused(String file, String message) {
    assertThatThrownBy(() -> Secrets.password(session(() -> null), file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message);
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
