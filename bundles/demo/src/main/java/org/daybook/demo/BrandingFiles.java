package org.daybook.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the reports to one client look like another company's, as an operator would. */
final class BrandingFiles {

  private static final Logger LOG = LoggerFactory.getLogger(BrandingFiles.class);

  private static final List<String> NAMES = List.of("kedr.png", "kedr.properties");

  private final Path directory;

  /**
   * @param etc the directory of the configuration
   */
  BrandingFiles(Path etc) {
    this.directory = etc.resolve("daybook").resolve("branding");
  }

  static BrandingFiles ofThisInstallation() {
    return new BrandingFiles(Path.of(System.getProperty("karaf.etc", "etc")));
  }

  /** Puts in what is missing. The demo is of use without it, so trouble is only told. */
  void write() {
    try {
      Files.createDirectories(directory);
      for (String name : NAMES) {
        write(name);
      }
    } catch (IOException e) {
      LOG.warn("The demo's branding cannot be written to {}: {}", directory, e.toString());
    }
  }

  private void write(String name) throws IOException {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      try (InputStream content = BrandingFiles.class.getResourceAsStream(name)) {
        Files.copy(content, file);
      }
    }
  }
}
