package org.daybook.channels.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.ReturnedMail;
import org.daybook.api.delivery.Returns;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through a mailbox (RFC 9051) for returned mail of ours and puts it away. Everything else
 * stays as it was, unread too; each message is looked at once while this node runs.
 */
final class BounceMailbox {
  private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);

  /** As many as one run of the job takes on, so that others get their turn. */
  private static final int BATCH = 200;

  /** What was done with, where it cannot be moved away; servers without keywords forget it. */
  private static final Flags DONE = new Flags("$DaybookDone");

  private final BounceSettings settings;
  private final Returns returns;
  private final ImapSessions sessions;
  private long validity;
  private long lastUid;

  BounceMailbox(BounceSettings settings, Returns returns) {
    this.settings = settings;
    this.returns = returns;
    this.sessions = new ImapSessions(settings);
  }

  /**
   * Reads what is new.
   *
   * @return whether there is more
   * @throws MessagingException if the mailbox cannot be read
   */
  synchronized boolean read() throws MessagingException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The mail library looks its parts up by this class loader.
    thread.setContextClassLoader(IMAPStore.class.getClassLoader());
    try (IMAPStore store = sessions.connect()) {
      return read(store);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private boolean read(IMAPStore store) throws MessagingException {
    IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
    folder.open(Folder.READ_WRITE);
    try {
      if (folder.getUIDValidity() != validity) {
        validity = folder.getUIDValidity();
        lastUid = 0;
      }
      List<Message> fresh = fresh(folder);
      List<Message> batch = fresh.subList(0, Math.min(BATCH, fresh.size()));
      take(store, folder, batch);
      return fresh.size() > batch.size();
    } finally {
      if (folder.isOpen()) {
        folder.close(false);
      }
    }
  }

  private List<Message> fresh(IMAPFolder folder) throws MessagingException {
    List<Message> fresh = new ArrayList<>();
    // The last message always answers to a range with an open end.
    for (Message each : folder.getMessagesByUID(lastUid + 1, UIDFolder.LASTUID)) {
      if (each != null && folder.getUID(each) > lastUid) {
        fresh.add(each);
      }
    }
    return fresh;
  }

  private void take(IMAPStore store, IMAPFolder folder, List<Message> batch)
      throws MessagingException {
    folder.fetch(batch.toArray(new Message[0]), whatTells());
    List<Message> ours = new ArrayList<>();
    try {
      for (Message message : batch) {
        long uid = folder.getUID(message);
        if (!isDone(message) && isOurs((IMAPMessage) message, uid)) {
          ours.add(message);
        }
        lastUid = uid;
      }
    } finally {
      putAway(store, folder, ours.toArray(new Message[0]));
    }
  }

  private static FetchProfile whatTells() {
    FetchProfile profile = new FetchProfile();
    profile.add(FetchProfile.Item.FLAGS);
    profile.add(FetchProfile.Item.ENVELOPE);
    profile.add(UIDFolder.FetchProfileItem.UID);
    BounceSigns.HEADERS.forEach(profile::add);
    return profile;
  }

  private static boolean isDone(Message message) throws MessagingException {
    return message.isSet(Flag.DELETED) || message.getFlags().contains(DONE);
  }

  private boolean isOurs(IMAPMessage message, long uid) throws MessagingException {
    if (message.isExpunged() || !BounceSigns.maybe(message)) {
      return false;
    }
    Optional<ReturnedMail> returned = Optional.empty();
    try {
      returned = BounceReader.read(message.getMimeStream());
      Date received = message.getReceivedDate();
      if (received != null) {
        returned = returned.map(each -> each.receivedAt(received.toInstant()));
      }
    } catch (MessagingException | IOException | RuntimeException e) {
      if (!message.getFolder().isOpen()) {
        throw new MessagingException("The server hung up", e);
      }
      // It would fail the same way every time, and others wait behind it.
      LOG.warn("The message {} in {} cannot be read and stays: {}", uid, settings, e.toString());
    }
    return returned.isPresent() && returns.take(returned.get());
  }

  private void putAway(IMAPStore store, IMAPFolder folder, Message[] ours)
      throws MessagingException {
    if (ours.length == 0) {
      return;
    }
    LOG.info("{} returned messages were noted", ours.length);
    if (settings.processedFolder().isPresent()) {
      move(store, folder, ours, settings.processedFolder().get());
      return;
    }
    folder.setFlags(ours, new Flags(Flag.SEEN), true);
    if (folder.getPermanentFlags().contains(Flag.USER)) {
      folder.setFlags(ours, DONE, true);
    }
  }

  private static void move(IMAPStore store, IMAPFolder folder, Message[] ours, String name)
      throws MessagingException {
    Folder target = store.getFolder(name);
    if (!target.exists()) {
      target.create(Folder.HOLDS_MESSAGES);
    }
    if (store.hasCapability("MOVE")) {
      folder.moveMessages(ours, target);
      return;
    }
    folder.copyMessages(ours, target);
    folder.setFlags(ours, new Flags(Flag.DELETED), true);
    if (store.hasCapability("UIDPLUS")) {
      // Only these: what somebody else marked as deleted is theirs.
      folder.expunge(ours);
    } else {
      LOG.debug("{} messages stay marked as deleted", Arrays.asList(ours).size());
    }
  }
}
