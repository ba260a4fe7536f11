package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.junit.Test;

public class DocumentedCommandsTest {
  @Test
  public void everyCommandIsInTheReadmeAndHasItsOwnName() throws Exception {
    List<Class<?>> commands = commands();
    String readme = Files.readString(Path.of("README.md"));

    assertThat(commands).hasSizeGreaterThan(20);
    assertThat(commands).extracting(DocumentedCommandsTest::name).doesNotHaveDuplicates();
    assertThat(commands)
        .allSatisfy(
            command -> {
              assertThat(command.getAnnotation(Command.class).scope()).isEqualTo("daybook");
              assertThat(command.isAnnotationPresent(Service.class)).isTrue();
              assertThat(readme).contains("`" + name(command) + "`");
            });
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  private static List<Class<?>> commands() throws IOException, URISyntaxException {
    Path classes =
        Path.of(DaybookCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("org/daybook/shell");
    try (Stream<Path> files = Files.list(classes)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith("Command.class"))
          .<Class<?>>map(file -> type("org.daybook.shell." + file.replace(".class", "")))
          .filter(type -> type.isAnnotationPresent(Command.class))
          .toList();
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
