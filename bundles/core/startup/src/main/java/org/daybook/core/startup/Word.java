package org.daybook.core.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** A file in Karaf's data folder that scripts look for; none outside of Karaf. */
record Word(Optional<Path> file) {
  static Word of(BundleContext context, String name) {
    return new Word(
        Optional.ofNullable(context.getProperty("karaf.data")).map(data -> Path.of(data, name)));
  }

  void leave(String text) {
    try {
      if (file.isPresent() && Files.notExists(file.get())) {
        Files.writeString(file.get(), text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
