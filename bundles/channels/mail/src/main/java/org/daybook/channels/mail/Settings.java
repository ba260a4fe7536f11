package org.daybook.channels.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings, checked. */
record Settings(
    String host,
    int port,
    Security security,
    String user,
    String password,
    Optional<Path> trustedCertificates,
    boolean checkCertificate,
    String heloName,
    Duration connectTimeout,
    Duration answerTimeout) {
  static final String PID = "org.daybook.channels.mail";

  private static final int LAST_PORT = 65535;

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(Config config) {
    Security security = Security.of(PID, config.security());
    int port = between("port", config.port(), 0, LAST_PORT);
    return new Settings(
        config.host().strip(),
        port == 0 ? security.usualSmtpPort() : port,
        security,
        config.user().strip(),
        config.password(),
        Optional.of(config.trustedCertificates().strip())
            .filter(path -> !path.isEmpty())
            .map(Path::of),
        config.checkCertificate(),
        config.heloName().strip(),
        seconds("connectTimeoutSeconds", config.connectTimeoutSeconds()),
        seconds("answerTimeoutSeconds", config.answerTimeoutSeconds()));
  }

  boolean complete() {
    return !host.isEmpty();
  }

  boolean authenticated() {
    return !user.isEmpty();
  }

  /** Everything but the password. */
  @Override
  public String toString() {
    return host + ":" + port + " (" + security.word() + ")";
  }

  private static Duration seconds(String key, int value) {
    return Duration.ofSeconds(between(key, value, 1, Short.MAX_VALUE));
  }

  private static int between(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "org.daybook.channels.mail: "
              + key
              + " must be "
              + least
              + " to "
              + most
              + ", is "
              + value);
    }
    return value;
  }
}
