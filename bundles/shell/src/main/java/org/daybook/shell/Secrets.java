package org.daybook.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.console.Session;
import org.daybook.api.error.InvalidInputException;

/** Passwords that an operator gives, without leaving them in the history. */
final class Secrets {
  private Secrets() {}

  /**
   * A password: the first line of a file, or typed unseen if no file is given.
   *
   * @param file may be null
   */
  static String password(Session session, String file) throws IOException {
    if (file != null) {
      return Files.readAllLines(Path.of(file)).stream()
          .findFirst()
          .orElseThrow(() -> new InvalidInputException("--password-file", "the file is empty"));
    }
    String typed = typed(session);
    if (typed == null || typed.isEmpty()) {
      throw new InvalidInputException("password", "type one, or give --password-file");
    }
    return typed;
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
