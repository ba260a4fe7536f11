package org.daybook.channels.mail;

import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** Sessions of the mail library, set up as the settings say. */
final class Sessions {
  private final Settings settings;
  private final Optional<SSLSocketFactory> sockets;

  Sessions(Settings settings) {
    this.settings = settings;
    this.sockets =
        settings.trustedCertificates().map(file -> Trust.withCertificatesOf(Settings.PID, file));
  }

  Session open(String envelopeSender) {
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout().toMillis()));
    properties.put("mail.smtp.timeout", millis(settings.answerTimeout().toMillis()));
    properties.put("mail.smtp.writetimeout", millis(settings.answerTimeout().toMillis()));
    properties.put("mail.smtp.auth", String.valueOf(settings.authenticated()));
    properties.put("mail.smtp.from", envelopeSender);
    // Once the message is taken, a server that does not say goodbye changes nothing.
    properties.put("mail.smtp.quitwait", "false");
    if (!settings.heloName().isEmpty()) {
      properties.put("mail.smtp.localhost", settings.heloName());
    }
    protect(properties);
    return Session.getInstance(properties);
  }

  private void protect(Properties properties) {
    switch (settings.security()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case STARTTLS_OPTIONAL -> properties.put("mail.smtp.starttls.enable", "true");
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    properties.put(
        "mail.smtp.ssl.checkserveridentity", String.valueOf(settings.checkCertificate()));
    if (!settings.checkCertificate()) {
      properties.put("mail.smtp.ssl.trust", "*");
    }
    sockets.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
  }

  private static String millis(long value) {
    return String.valueOf(value);
  }
}
