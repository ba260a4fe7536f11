package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.delivery.LetterWriter;
import org.daybook.api.delivery.Mailing;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.delivery.Post;
import org.daybook.api.delivery.PostOffice;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends letters that are no reports; the key of its jobs is the letter's id. */
@Component(service = {Post.class, PostOffice.class, JobHandler.class})
public final class PostService implements Post, PostOffice, JobHandler {
  private static final Actor PLATFORM = Actor.system("delivery");
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_SUBJECT = 250;

  /** A thread that is older shows its newest part. */
  private static final int MOST_REFERENCES = 20;

  private final Store store;
  private final JobQueue jobs;
  private final Clock clock;
  private final Outlet outlet;
  private final Settings settings;
  private final Ledger<OutgoingLetter> ledger;
  private final Retries<OutgoingLetter> retries;
  private final Placeholders placeholders;

  @Activate
  public PostService(
      @Reference Store store,
      @Reference JobQueue jobs,
      @Reference Clock clock,
      @Reference Outlet outlet) {
    this.store = store;
    this.jobs = jobs;
    this.clock = clock;
    this.outlet = outlet;
    this.settings = outlet.settings();
    this.ledger = outlet.ledger(outlet.letters());
    this.retries = outlet.retries(outlet.letters());
    this.placeholders = new Placeholders(store, outlet.linkKey());
  }

  @Override
  public void send(Mailing mailing) {
    check(mailing);
    store.inTransaction(
        PLATFORM,
        tx -> {
          if (find(tx, mailing.key()).isEmpty()) {
            insert(tx, mailing);
          }
          return null;
        });
  }

  @Override
  public String addressOf(String path) {
    if (!path.startsWith("/")) {
      throw new InvalidInputException("path", "must begin with a slash");
    }
    return settings.publicAddress() + path;
  }

  @Override
  public OutgoingLetter retry(Actor actor, String letterId) {
    return retries.retry(
        actor,
        letterId,
        (tx, letter) -> {
          if (letter.frozen().isEmpty()) {
            throw new RefusedException("What the letter said was thrown away because of its age.");
          }
          return letter;
        });
  }

  @Override
  public String type() {
    return OutgoingLetters.JOB;
  }

  @Override
  public JobOutcome run(Job job) {
    return ledger.run(job.key(), letter -> outlet.attempt(use -> send(letter, use)));
  }

  private Outcome send(OutgoingLetter letter, Channels.Choice.Use use) {
    Optional<LetterWriter> writer = outlet.writer();
    if (writer.isEmpty()) {
      return new Outcome.Waiting(
          use.id(), "There is no letter writer (daybook-renderer-mime); letters wait for it.");
    }
    Letter frozen = FrozenLetter.read(letter.frozen().orElseThrow());
    Letter filled;
    try {
      filled = placeholders.filled(frozen, letter.key());
    } catch (UnavailableException e) {
      return new Outcome.Waiting(use.id(), e.getMessage() + " Letters wait for it.");
    }
    byte[] message = writer.get().write(filled);
    return outlet.sender().send(letter.id(), letter.recipient(), use, message);
  }

  private static void check(Mailing mailing) {
    if (mailing.key().isBlank() || mailing.key().length() > LONGEST_KEY) {
      throw new InvalidInputException("key", "must have 1 to " + LONGEST_KEY + " characters");
    }
    if (!Recipients.isUsable(mailing.to().address())) {
      throw new InvalidInputException("to.address", "is not an e-mail address");
    }
    mailing
        .replyTo()
        .filter(mailbox -> !Recipients.isUsable(mailbox.address()))
        .ifPresent(
            mailbox -> {
              throw new InvalidInputException("replyTo.address", "is not an e-mail address");
            });
  }

  private void insert(Transaction tx, Mailing mailing) {
    String id = tx.newId();
    String messageId = id + "@" + settings.messageIdDomain();
    // Databases and headers keep less than a nanosecond; what is sent again must be the same.
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<String> references = references(tx, mailing);
    Letter letter =
        new Letter(
            messageId,
            now,
            new Mailbox(HeaderText.of(settings.fromName()), settings.fromAddress()),
            named(mailing.to()),
            mailing.replyTo().map(PostService::named),
            references,
            HeaderText.of(mailing.subject(), LONGEST_SUBJECT),
            mailing.text(),
            mailing.html().orElse(""),
            List.of(),
            mailing.attachments(),
            mailing.calendar(),
            mailing.language());
    tx.letters()
        .insert(
            OutgoingLetter.builder()
                .id(id)
                .key(mailing.key())
                .recipient(mailing.to().address())
                .subject(letter.subject())
                .overseerId(mailing.overseerId())
                .frozen(FrozenLetter.of(letter))
                .channel(outlet.sending().expected())
                .messageId(messageId)
                .references(
                    references.isEmpty()
                        ? Optional.empty()
                        : Optional.of(String.join(" ", references)))
                .queuedAt(clock.instant())
                .stateAt(clock.instant())
                .build());
    jobs.enqueue(new Job(OutgoingLetters.JOB, id));
  }

  /** The message ids of the letters before this one, oldest first. */
  private static List<String> references(Transaction tx, Mailing mailing) {
    Optional<OutgoingLetter> before = mailing.follows().flatMap(key -> find(tx, key));
    if (before.isEmpty()) {
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    before.get().references().ifPresent(known -> ids.addAll(Arrays.asList(known.split(" ", -1))));
    ids.add(before.get().messageId());
    return ids.subList(Math.max(0, ids.size() - MOST_REFERENCES), ids.size());
  }

  private static Optional<OutgoingLetter> find(Transaction tx, String key) {
    return tx.letters().first(LetterQuery.builder().key(key).build());
  }

  private static Mailbox named(Mailbox mailbox) {
    return new Mailbox(HeaderText.of(mailbox.name()), mailbox.address());
  }
}
