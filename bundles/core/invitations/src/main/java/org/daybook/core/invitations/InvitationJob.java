package org.daybook.core.invitations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.CalendarEvent;
import org.daybook.api.delivery.CalendarWriter;
import org.daybook.api.delivery.EventCalendar;
import org.daybook.api.delivery.Invitation;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.delivery.Mailing;
import org.daybook.api.delivery.Mailing.CalendarPart;
import org.daybook.api.delivery.Post;
import org.daybook.api.directory.Contact;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.store.InvitationQuery;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Tells whom it concerns what became of a visit, whose id is the key of the job. It looks at the
 * visit as it is now and at what each was told last: of several moves only the outcome is told, and
 * a repeat tells nothing.
 */
@Component(service = JobHandler.class, configurationPid = Settings.PID)
@Designate(ocd = Config.class)
public final class InvitationJob implements JobHandler {
  static final String TYPE = "invitation";

  private static final Actor INVITATIONS = Actor.system("invitations");

  private final Store store;
  private final Post post;
  private final CalendarWriter calendars;
  private final Clock clock;
  private final Settings settings;

  @Activate
  public InvitationJob(
      @Reference Store store,
      @Reference Post post,
      @Reference CalendarWriter calendars,
      @Reference Clock clock,
      Config config) {
    this(store, post, calendars, clock, Settings.of(config));
  }

  InvitationJob(Store store, Post post, CalendarWriter calendars, Clock clock, Settings settings) {
    this.store = store;
    this.post = post;
    this.calendars = calendars;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public JobOutcome run(Job job) {
    if (settings.invitations()) {
      store.inTransaction(
          INVITATIONS,
          tx -> {
            // Locked: whoever moves it meanwhile queues the job again.
            tx.visits()
                .findForUpdate(job.key())
                .filter(visit -> visit.kind() == VisitKind.PLANNED)
                .flatMap(visit -> Appointment.of(tx, visit, settings.organizerAddress()))
                .ifPresent(appointment -> tell(tx, appointment));
            return null;
          });
    }
    return JobOutcome.finished();
  }

  private void tell(Transaction tx, Appointment appointment) {
    Visit visit = appointment.visit();
    Map<String, Invitation> told =
        tx.invitations().all(InvitationQuery.builder().visitId(visit.id()).build()).stream()
            .collect(Collectors.toMap(Invitation::contactId, Function.identity()));
    boolean coming =
        visit.state() == VisitState.SCHEDULED
            && visit.plannedFor().isAfter(clock.instant())
            && appointment.client().active();
    if (coming) {
      List<Contact> readers = Readers.of(tx, appointment.client(), settings.exceptContacts());
      for (Contact reader : readers) {
        invite(tx, appointment, reader, Optional.ofNullable(told.remove(reader.id())));
      }
      // Who is not to be told any more must not wait in vain.
      callOff(tx, appointment, told);
    } else if (visit.state() == VisitState.CANCELLED || visit.state() == VisitState.MISSED) {
      // Even if the contract has ended since: who was invited waits.
      callOff(tx, appointment, told);
    }
  }

  private void invite(
      Transaction tx, Appointment appointment, Contact reader, Optional<Invitation> last) {
    CalendarEvent event = event(appointment, reader, last, false);
    boolean same =
        last.filter(told -> !told.cancelled() && told.said().equals(said(event))).isPresent();
    if (!same) {
      boolean first = last.filter(told -> !told.cancelled() && isTo(tx, told, reader)).isEmpty();
      send(tx, appointment, reader, last, event, first ? "new" : "changed");
    }
  }

  /** Whether the letter went to where a reader is now: at another address nobody knows of it. */
  private static boolean isTo(Transaction tx, Invitation told, Contact reader) {
    return tx.letters()
        .first(LetterQuery.builder().key(told.letterKey()).build())
        .filter(letter -> letter.recipient().equals(reader.email().orElseThrow()))
        .isPresent();
  }

  private void callOff(Transaction tx, Appointment appointment, Map<String, Invitation> told) {
    for (Invitation last : told.values()) {
      Optional<Contact> reader =
          tx.contacts()
              .find(last.contactId())
              .filter(contact -> contact.email().filter(Readers::isUsable).isPresent());
      if (!last.cancelled() && reader.isPresent()) {
        CalendarEvent event = event(appointment, reader.get(), Optional.of(last), true);
        send(tx, appointment, reader.get(), Optional.of(last), event, "cancelled");
      }
    }
  }

  private CalendarEvent event(
      Appointment appointment, Contact reader, Optional<Invitation> last, boolean cancelled) {
    // Not behind the feeds, which count the versions of the visit, and never the same twice.
    int version = Math.toIntExact(appointment.visit().version());
    int sequence = last.map(told -> Math.max(told.sequence() + 1, version)).orElse(version);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return appointment.event(reader, sequence, now, settings.visit(), cancelled);
  }

  private void send(
      Transaction tx,
      Appointment appointment,
      Contact reader,
      Optional<Invitation> last,
      CalendarEvent event,
      String kind) {
    String key =
        String.join(
            ":",
            "invitation",
            appointment.visit().id(),
            reader.id(),
            String.valueOf(event.sequence()));
    String method = kind.equals("cancelled") ? "CANCEL" : "REQUEST";
    String content =
        calendars.write(EventCalendar.builder().method(method).addEvents(event).build());
    List<String> lines = new ArrayList<>(appointment.lines(kind, reader));
    lines.add("");
    lines.add(appointment.words().get(kind.equals("cancelled") ? "answer.cancelled" : "answer"));
    post.send(
        Mailing.builder()
            .key(key)
            .to(new Mailbox(reader.name(), reader.email().orElseThrow()))
            .replyTo(appointment.organizer())
            .follows(last.map(Invitation::letterKey))
            .overseerId(appointment.client().managerId())
            .subject(appointment.subject(kind))
            .text(String.join("\n", lines) + "\n")
            .calendar(new CalendarPart(method, content))
            .language(appointment.client().language())
            .build());
    keep(tx, appointment.visit(), reader, last, event, key);
  }

  private void keep(
      Transaction tx,
      Visit visit,
      Contact reader,
      Optional<Invitation> last,
      CalendarEvent event,
      String key) {
    Invitation.Builder told =
        last.map(Invitation::toBuilder)
            .orElseGet(
                () ->
                    Invitation.builder().id(tx.newId()).visitId(visit.id()).contactId(reader.id()));
    Invitation invitation =
        told.sequence(event.sequence())
            .cancelled(event.status() == CalendarEvent.Status.CANCELLED)
            .said(said(event))
            .letterKey(key)
            .queuedAt(clock.instant())
            .build();
    if (last.isPresent()) {
      tx.invitations().update(invitation);
    } else {
      tx.invitations().insert(invitation);
    }
  }

  /** Two events that say the same, whenever it is said, have the same. */
  private static String said(CalendarEvent event) {
    String all = event.toBuilder().sequence(0).changedAt(Instant.EPOCH).build().toString();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
