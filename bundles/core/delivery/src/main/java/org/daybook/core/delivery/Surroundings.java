package org.daybook.core.delivery;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Where this process runs.
 *
 * @param environment its environment variables
 * @param etc Karaf's configuration folder
 */
record Surroundings(Map<String, String> environment, Path etc) {
  private static final Set<String> EVERY_ADDRESS = Set.of("", "0.0.0.0", "::");

  static Surroundings ofThisProcess() {
    return new Surroundings(System.getenv(), Path.of(System.getProperty("karaf.etc", "etc")));
  }

  /** Where this server listens, as seen from this machine. */
  String httpAddress() {
    String host = environment.getOrDefault("DAYBOOK_HTTP_HOST", "127.0.0.1").strip();
    String reached = EVERY_ADDRESS.contains(host) ? "127.0.0.1" : host;
    String written = reached.contains(":") ? "[" + reached + "]" : reached;
    return "http://"
        + written
        + ":"
        + environment.getOrDefault("DAYBOOK_HTTP_PORT", "8181").strip();
  }

  /**
   * @throws IllegalArgumentException if none is named
   */
  Path file(String key, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("org.daybook.delivery: " + key + " must name a file");
    }
    return etc.resolve(name.strip()).toAbsolutePath().normalize();
  }
}
