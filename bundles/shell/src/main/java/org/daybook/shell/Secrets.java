package org.daybook.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.console.Session;
import org.daybook.api.error.InvalidInputException;

/** Passwords that an operator gives, without leaving them in the history. */
final class Secrets {
  private static final String OPTION = "--password-file";

  private Secrets() {}

  /**
   * A password: the first line of a file, or typed unseen if no file is given.
   *
   * @param file may be null
   */
  static String password(Session session, String file) throws IOException {
    if (file != null) {
      return firstLine(file);
    }
    String typed = typed(session);
    if (typed == null || typed.isEmpty()) {
      throw new InvalidInputException("password", "type one, or give " + OPTION);
    }
    return typed;
  }

  private static String firstLine(String file) {
    Path path = path(file);
    if (!Files.isRegularFile(path)) {
      throw new InvalidInputException(OPTION, "there is no file " + path.toAbsolutePath());
    }
    try {
      return Files.readAllLines(path).stream()
          .findFirst()
          .filter(line -> !line.isBlank())
          .orElseThrow(() -> new InvalidInputException(OPTION, "its first line is empty"));
    } catch (IOException e) {
      throw new InvalidInputException(OPTION, "cannot be read as text: " + path.toAbsolutePath());
    }
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(OPTION, "is no path: " + file);
    }
  }

  /** Null for a command that came from outside, such as by bin/client: nobody is there to ask. */
  private static String typed(Session session) throws IOException {
    try {
      return session.readLine("Password: ", '*');
    } catch (UnsupportedOperationException e) {
      return null;
    }
  }
}
