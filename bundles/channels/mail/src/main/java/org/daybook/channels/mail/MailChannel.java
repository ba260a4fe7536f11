package org.daybook.channels.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages to one SMTP server (RFC 5321), each over its own connection: a hundred reports a
 * month need no pool, and a connection that is never kept is never stale.
 */
@Component(configurationPid = "org.daybook.channels.mail")
@Designate(ocd = Config.class)
public final class MailChannel implements DeliveryChannel {
  private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);

  private final Settings settings;
  private final Sessions sessions;

  @Activate
  public MailChannel(Config config) {
    this(Settings.of(config));
  }

  MailChannel(Settings settings) {
    this.settings = settings;
    this.sessions = new Sessions(settings);
    if (settings.complete()) {
      LOG.info("Mail goes to {}", settings);
    } else {
      LOG.info("Mail is not used: org.daybook.channels.mail names no host");
    }
  }

  @Override
  public String id() {
    return "mail";
  }

  @Override
  public boolean ready() {
    return settings.complete();
  }

  @Override
  public Receipt send(Dispatch dispatch) throws MessagingException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The mail library looks its parts up by this class loader.
    thread.setContextClassLoader(SMTPTransport.class.getClassLoader());
    try {
      return connectAndSend(dispatch);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Receipt connectAndSend(Dispatch dispatch) throws MessagingException {
    Address[] recipient;
    try {
      recipient = new Address[] {new InternetAddress(dispatch.recipient(), true)};
    } catch (AddressException e) {
      return new Receipt.Refused(
          dispatch.recipient() + " is not an address: " + e.getMessage() + ".");
    }
    Session session = sessions.open(dispatch.envelopeSender());
    SMTPTransport server = new SMTPTransport(session, null);
    try {
      connect(server);
    } catch (MessagingException e) {
      close(server);
      return Answers.toConnection(e);
    }
    try {
      server.sendMessage(new GivenMessage(session, dispatch.message()), recipient);
      return new Receipt.Sent(server.getLastServerResponse().strip());
    } catch (MessagingException e) {
      return Answers.toMessage(e);
    } finally {
      close(server);
    }
  }

  private void connect(SMTPTransport server) throws MessagingException {
    if (settings.authenticated()) {
      server.connect(settings.host(), settings.port(), settings.user(), settings.password());
    } else {
      server.connect(settings.host(), settings.port(), null, null);
    }
  }

  private static void close(SMTPTransport server) {
    try {
      server.close();
    } catch (MessagingException e) {
      LOG.debug("The server did not say goodbye: {}", e.toString());
    }
  }
}
