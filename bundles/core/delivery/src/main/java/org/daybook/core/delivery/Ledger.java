package org.daybook.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;

/** Keeps what is known of each delivery: every change of state is one transaction here. */
final class Ledger {
  static final String JOB = "delivery";

  private static final Actor PLATFORM = Actor.system("delivery");
  private static final Set<DeliveryState> PENDING =
      Set.of(DeliveryState.QUEUED, DeliveryState.DEFERRED);
  private static final int LONGEST_ANSWER = 1000;

  /** What a server says is not ours to refuse, and must not keep a delivery from being noted. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final Store store;
  private final JobQueue jobs;
  private final Notices notices;
  private final Clock clock;
  private final Settings settings;

  Ledger(Store store, JobQueue jobs, Notices notices, Clock clock, Settings settings) {
    this.store = store;
    this.jobs = jobs;
    this.notices = notices;
    this.clock = clock;
    this.settings = settings;
  }

  /** Queues a report for each who is to get it and has no delivery yet. */
  List<Delivery> queue(VisitReport report, String channel) {
    return store.inTransaction(
        PLATFORM,
        tx -> {
          List<Delivery> there = of(report, tx);
          recipients(report, tx).stream()
              .filter(
                  contact ->
                      there.stream().noneMatch(each -> each.contactId().equals(contact.id())))
              .forEach(contact -> insert(tx, report, contact, channel));
          return of(report, tx);
        });
  }

  /** The delivery if it is still to be sent. */
  Optional<Delivery> pending(String deliveryId) {
    return store
        .read(tx -> tx.deliveries().find(deliveryId))
        .filter(delivery -> PENDING.contains(delivery.state()));
  }

  Optional<Delivery> first(VisitReport report) {
    return store.read(tx -> of(report, tx)).stream().findFirst();
  }

  /** Writes down what came of an attempt. */
  JobOutcome record(String deliveryId, Outcome outcome) {
    return store.inTransaction(
        PLATFORM,
        tx -> {
          Delivery delivery =
              tx.deliveries()
                  .findForUpdate(deliveryId)
                  .orElseThrow(() -> new NotFoundException("delivery", deliveryId));
          return PENDING.contains(delivery.state())
              ? record(tx, delivery, outcome)
              : JobOutcome.finished();
        });
  }

  /** A person wants it tried again. */
  Delivery retry(Actor actor, String deliveryId) {
    return store.inTransaction(
        actor,
        tx -> {
          Delivery delivery =
              tx.deliveries()
                  .findForUpdate(deliveryId)
                  .orElseThrow(() -> new NotFoundException("delivery", deliveryId));
          Delivery queued = delivery;
          if (delivery.state() != DeliveryState.QUEUED) {
            queued = tx.deliveries().update(requeued(tx, delivery));
          }
          Job job = new Job(JOB, deliveryId);
          jobs.enqueue(job);
          jobs.hasten(job);
          return queued;
        });
  }

  private JobOutcome record(Transaction tx, Delivery delivery, Outcome outcome) {
    if (outcome instanceof Outcome.Waiting waiting) {
      return keepWaiting(tx, delivery, waiting);
    }
    DeliveryState queued =
        delivery.state() == DeliveryState.DEFERRED
            ? after(delivery.state(), DeliveryEvent.REQUEUE)
            : delivery.state();
    int attempts = delivery.attempts() + 1;
    Delivery tried =
        delivery.toBuilder()
            .state(queued)
            .channel(outcome.channel())
            .attempts(attempts)
            .nextAttemptAt(Optional.empty())
            .lastAnswer(shortened(outcome.answer()))
            .build();
    if (outcome instanceof Outcome.Sent) {
      return sent(tx, tried);
    }
    boolean tooLong =
        Duration.between(delivery.queuedAt(), now()).compareTo(settings.giveUpAfter()) >= 0;
    return outcome instanceof Outcome.Refused || tooLong
        ? failed(tx, tried)
        : deferred(tx, tried, settings.pauseAfter(attempts));
  }

  private JobOutcome sent(Transaction tx, Delivery tried) {
    tx.deliveries()
        .update(
            tried.toBuilder()
                .state(after(tried.state(), DeliveryEvent.SEND))
                .sentAt(now())
                .build());
    notices.withdraw(NoticeKind.DELIVERY_FAILED, key(tried));
    return JobOutcome.finished();
  }

  private JobOutcome deferred(Transaction tx, Delivery tried, Duration pause) {
    Instant next = now().plus(pause);
    tx.deliveries()
        .update(
            tried.toBuilder()
                .state(after(tried.state(), DeliveryEvent.DEFER))
                .nextAttemptAt(next)
                .build());
    return JobOutcome.again(next);
  }

  private JobOutcome failed(Transaction tx, Delivery tried) {
    tx.deliveries()
        .update(tried.toBuilder().state(after(tried.state(), DeliveryEvent.FAIL)).build());
    String number = tx.reports().find(tried.reportId()).map(VisitReport::number).orElse("");
    notices.raise(
        NoticeKind.DELIVERY_FAILED,
        key(tried),
        "The report "
            + number
            + " could not be delivered to "
            + tried.recipient()
            + ": "
            + tried.lastAnswer().orElse("")
            + " Mend the cause and retry the delivery "
            + tried.id()
            + ".",
        tx.clients().find(tried.clientId()).flatMap(Client::managerId));
    return JobOutcome.finished();
  }

  /** Written down once, not at every look, because the audit trail keeps every change. */
  private JobOutcome keepWaiting(Transaction tx, Delivery delivery, Outcome.Waiting waiting) {
    String answer = shortened(waiting.answer());
    boolean known =
        delivery.state() == DeliveryState.DEFERRED
            && delivery.lastAnswer().filter(answer::equals).isPresent();
    if (!known) {
      DeliveryState waits =
          delivery.state() == DeliveryState.DEFERRED
              ? delivery.state()
              : after(delivery.state(), DeliveryEvent.DEFER);
      tx.deliveries()
          .update(
              delivery.toBuilder()
                  .state(waits)
                  .channel(waiting.channel())
                  .nextAttemptAt(Optional.empty())
                  .lastAnswer(answer)
                  .build());
    }
    return JobOutcome.again(now().plus(settings.missingPartPause()));
  }

  /** After a failure it begins anew, with the address that the contact has now. */
  private Delivery requeued(Transaction tx, Delivery delivery) {
    DeliveryState state =
        delivery
            .state()
            .on(DeliveryEvent.REQUEUE)
            .orElseThrow(
                () -> new RefusedException("The delivery is " + delivery.state() + " already."));
    Delivery.Builder queued = delivery.toBuilder().state(state).nextAttemptAt(Optional.empty());
    if (delivery.state() != DeliveryState.DEFERRED) {
      queued.queuedAt(now());
      tx.contacts().find(delivery.contactId()).flatMap(Contact::email).ifPresent(queued::recipient);
    }
    return queued.build();
  }

  private void insert(Transaction tx, VisitReport report, Contact contact, String channel) {
    String id = tx.newId();
    tx.deliveries()
        .insert(
            Delivery.builder()
                .id(id)
                .reportId(report.id())
                .clientId(report.clientId())
                .contactId(contact.id())
                .recipient(contact.email().orElseThrow())
                .channel(channel)
                .messageId(id + "@" + settings.messageIdDomain())
                .queuedAt(now())
                .build());
    jobs.enqueue(new Job(JOB, id));
  }

  /** Contacts marked as recipients, after planned visits, of plans that include the report. */
  private List<Contact> recipients(VisitReport report, Transaction tx) {
    Client client =
        tx.clients()
            .find(report.clientId())
            .orElseThrow(() -> new NotFoundException("client", report.clientId()));
    Visit visit =
        tx.visits()
            .find(report.visitId())
            .orElseThrow(() -> new NotFoundException("visit", report.visitId()));
    if (visit.kind() != VisitKind.PLANNED || !client.plan().includesVisitReports()) {
      return List.of();
    }
    List<Contact> recipients =
        tx
            .contacts()
            .all(ContactQuery.builder().clientId(client.id()).reportRecipient(true).build())
            .stream()
            .filter(contact -> contact.email().isPresent())
            .toList();
    String key = "client:" + client.id();
    if (recipients.isEmpty()) {
      notices.raise(
          NoticeKind.NO_RECIPIENT,
          key,
          "Nobody at "
              + client.name()
              + " is marked to get reports; the report "
              + report.number()
              + " was sent to nobody.",
          client.managerId());
    } else {
      notices.withdraw(NoticeKind.NO_RECIPIENT, key);
    }
    return recipients;
  }

  private static List<Delivery> of(VisitReport report, Transaction tx) {
    return tx.deliveries().all(DeliveryQuery.builder().reportId(report.id()).build());
  }

  private static DeliveryState after(DeliveryState state, DeliveryEvent event) {
    return state
        .on(event)
        .orElseThrow(
            () -> new RefusedException("A delivery that is " + state + " cannot " + event));
  }

  private static String key(Delivery delivery) {
    return "delivery:" + delivery.id();
  }

  private static String shortened(String answer) {
    String storable = UNSTORABLE.matcher(answer).replaceAll("\uFFFD");
    if (storable.length() <= LONGEST_ANSWER) {
      return storable;
    }
    boolean splitsPair = Character.isHighSurrogate(storable.charAt(LONGEST_ANSWER - 1));
    return storable.substring(0, splitsPair ? LONGEST_ANSWER - 1 : LONGEST_ANSWER);
  }

  private Instant now() {
    return clock.instant();
  }
}
