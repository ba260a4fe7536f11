package org.daybook.storage.derby;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database whose making was cut off, by {@code kill -9} or a power failure. Derby writes {@code
 * service.properties} last, before anybody gets a connection, and refuses for ever to make a
 * database where a folder without it is. Nothing can be in such a database; it is moved aside all
 * the same, in case the file was lost in another way.
 */
final class UnfinishedDatabase {
  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedDatabase.class);

  /** What Derby makes before that file. A folder with anything else in it is not ours to move. */
  private static final Set<String> MADE_BEFORE =
      Set.of("README_DO_NOT_TOUCH_FILES.txt", "db.lck", "dbex.lck", "log", "seg0", "tmp");

  private UnfinishedDatabase() {}

  /** Moves the folder aside if it is one. If that fails, Derby says what is in its way. */
  static void moveAside(Path folder) {
    try {
      if (Files.isDirectory(folder) && MADE_BEFORE.containsAll(names(folder))) {
        Path aside = free(folder);
        Files.move(folder, aside);
        LOG.warn("The making of {} was cut off; it is now {} and is made anew", folder, aside);
      }
    } catch (IOException e) {
      LOG.warn("The unfinished database {} cannot be moved aside: {}", folder, e.toString());
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static Path free(Path folder) {
    return Stream.iterate(1, n -> n + 1)
        .map(n -> folder.resolveSibling(folder.getFileName() + ".unfinished-" + n))
        .filter(Files::notExists)
        .findFirst()
        .orElseThrow();
  }
}
