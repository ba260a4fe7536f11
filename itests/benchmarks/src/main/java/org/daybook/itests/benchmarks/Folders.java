package org.daybook.itests.benchmarks;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where benchmarks put their databases. */
final class Folders {
  private Folders() {}

  /** Not where temporary files are: those may lie in memory, where a sync costs nothing. */
  static Path besideTheJar(String name) throws IOException, URISyntaxException {
    Path jar = Path.of(Folders.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Files.createTempDirectory(jar.getParent(), name);
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
