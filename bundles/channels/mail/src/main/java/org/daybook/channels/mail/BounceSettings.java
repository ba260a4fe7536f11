package org.daybook.channels.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of the mailbox, checked. */
record BounceSettings(
    String host,
    int port,
    Security security,
    String user,
    String password,
    String folder,
    Optional<String> processedFolder,
    Duration pollEvery,
    Duration noticeAfter,
    Optional<Path> trustedCertificates,
    boolean checkCertificate,
    Duration connectTimeout,
    Duration answerTimeout) {
  static final String PID = "org.daybook.channels.bounces";

  private static final int LAST_PORT = 65535;
  private static final int LONGEST = Short.MAX_VALUE;

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static BounceSettings of(BouncesConfig config) {
    Security security = Security.of(PID, config.security());
    int port = between("port", config.port(), 0, LAST_PORT);
    BounceSettings settings =
        new BounceSettings(
            config.host().strip(),
            port == 0 ? security.usualImapPort() : port,
            security,
            config.user().strip(),
            config.password(),
            config.folder().strip(),
            named(config.processedFolder()),
            Duration.ofSeconds(between("pollSeconds", config.pollSeconds(), 1, LONGEST)),
            Duration.ofMinutes(between("noticeMinutes", config.noticeMinutes(), 1, LONGEST)),
            named(config.trustedCertificates()).map(Path::of),
            config.checkCertificate(),
            Duration.ofSeconds(
                between("connectTimeoutSeconds", config.connectTimeoutSeconds(), 1, LONGEST)),
            Duration.ofSeconds(
                between("answerTimeoutSeconds", config.answerTimeoutSeconds(), 1, LONGEST)));
    if (settings.complete() && (settings.user().isEmpty() || settings.folder().isEmpty())) {
      throw new IllegalArgumentException(PID + ": user and folder must be named with a host");
    }
    if (settings.processedFolder().filter(settings.folder()::equals).isPresent()) {
      throw new IllegalArgumentException(PID + ": processedFolder must not be folder itself");
    }
    return settings;
  }

  boolean complete() {
    return !host.isEmpty();
  }

  /** Everything but the password. */
  @Override
  public String toString() {
    return folder + " of " + user + " at " + host + ":" + port + " (" + security.word() + ")";
  }

  private static Optional<String> named(String value) {
    return Optional.of(value.strip()).filter(name -> !name.isEmpty());
  }

  private static int between(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          PID + ": " + key + " must be " + least + " to " + most + ", is " + value);
    }
    return value;
  }
}
