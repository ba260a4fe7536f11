package org.daybook.sources.routine;

import java.nio.file.Path;

/** The regulations that come along. */
final class Shipped {

  static final Path DIRECTORY = Path.of("src", "main", "etc", "daybook", "regulations");

  private Shipped() {}
}
