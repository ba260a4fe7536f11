package org.daybook.channels.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Connections to the mailbox, set up as the settings say. */
final class ImapSessions {
  private final BounceSettings settings;
  private final Optional<SSLSocketFactory> sockets;

  ImapSessions(BounceSettings settings) {
    this.settings = settings;
    this.sockets =
        settings
            .trustedCertificates()
            .map(file -> Trust.withCertificatesOf(BounceSettings.PID, file));
  }

  IMAPStore connect() throws MessagingException {
    IMAPStore store = new IMAPStore(Session.getInstance(properties()), null);
    try {
      store.connect(settings.host(), settings.port(), settings.user(), settings.password());
      return store;
    } catch (MessagingException e) {
      store.close();
      throw e;
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    String connect = String.valueOf(settings.connectTimeout().toMillis());
    String answer = String.valueOf(settings.answerTimeout().toMillis());
    properties.put("mail.imap.connectiontimeout", connect);
    properties.put("mail.imap.timeout", answer);
    properties.put("mail.imap.writetimeout", answer);
    // What is only looked at stays unread.
    properties.put("mail.imap.peek", "true");
    properties.put("mail.imap.fetchsize", String.valueOf(64 * 1024));
    switch (settings.security()) {
      case STARTTLS -> {
        properties.put("mail.imap.starttls.enable", "true");
        properties.put("mail.imap.starttls.required", "true");
      }
      case STARTTLS_OPTIONAL -> properties.put("mail.imap.starttls.enable", "true");
      case TLS -> properties.put("mail.imap.ssl.enable", "true");
      case NONE -> {}
    }
    properties.put(
        "mail.imap.ssl.checkserveridentity", String.valueOf(settings.checkCertificate()));
    if (!settings.checkCertificate()) {
      properties.put("mail.imap.ssl.trust", "*");
    }
    sockets.ifPresent(factory -> properties.put("mail.imap.ssl.socketFactory", factory));
    return properties;
  }
}
