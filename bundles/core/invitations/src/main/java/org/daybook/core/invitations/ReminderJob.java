package org.daybook.core.invitations;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Invitation;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.delivery.Mailing;
import org.daybook.api.delivery.Post;
import org.daybook.api.delivery.WishLinks;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.DaybookException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.job.JobQueue;
import org.daybook.api.plan.WorkCalendar;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.InvitationQuery;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then which visits are to be reminded of. After a pause, however long, it reminds of
 * what is still to come: nobody is told of what is over.
 */
@Component(service = JobHandler.class, immediate = true, configurationPid = Settings.PID)
public final class ReminderJob implements JobHandler {
  static final Job JOB = new Job("reminders", "sweep");

  private static final Logger LOG = LoggerFactory.getLogger(ReminderJob.class);
  private static final Actor INVITATIONS = Actor.system("invitations");
  private static final int MOST_TITLES = 20;

  /** As many calendar days as the working days of a reminder may stretch over, and a few more. */
  private static final int SPREAD = 2;

  /** The longest holidays, with room. */
  private static final Duration HOLIDAYS = Duration.ofDays(21);

  /** Free where no production calendar is deployed. */
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private static final Set<TaskState> OPEN =
      Stream.of(TaskState.values())
          .filter(state -> !state.isFinal() && state != TaskState.NOT_DONE)
          .collect(Collectors.toUnmodifiableSet());

  private final Store store;
  private final Post post;
  private final WishLinks links;
  private final Clock clock;
  private final Settings settings;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile WorkCalendar calendar;

  @Activate
  public ReminderJob(
      @Reference Store store,
      @Reference JobQueue jobs,
      @Reference Post post,
      @Reference WishLinks links,
      @Reference Clock clock,
      Config config) {
    this(store, jobs, post, links, clock, Settings.of(config));
  }

  ReminderJob(
      Store store, JobQueue jobs, Post post, WishLinks links, Clock clock, Settings settings) {
    this.store = store;
    this.post = post;
    this.links = links;
    this.clock = clock;
    this.settings = settings;
    try {
      jobs.enqueue(JOB);
      // With other settings it is looked at once, however long the pause was before.
      jobs.hasten(JOB);
    } catch (DaybookException e) {
      LOG.warn("Nobody is reminded of visits until this starts anew: {}", e.getMessage());
    }
  }

  /** For tests, which have no service registry. */
  void setCalendar(WorkCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public String type() {
    return JOB.type();
  }

  @Override
  public JobOutcome run(Job job) {
    if (settings.reminders()) {
      due().forEach(this::tryToRemind);
    }
    return JobOutcome.again(clock.instant().plus(settings.sweepEvery()));
  }

  private List<String> due() {
    Instant now = clock.instant();
    VisitQuery soon =
        VisitQuery.builder()
            .kind(VisitKind.PLANNED)
            .addStates(VisitState.SCHEDULED)
            .from(now.plus(settings.reminderLeast()))
            .until(
                now.plus(HOLIDAYS).plus(Duration.ofDays((long) SPREAD * settings.reminderDays())))
            .build();
    return store.read(
        tx ->
            tx.visits().all(soon).stream()
                .filter(visit -> isDue(tx, visit, now))
                .map(Visit::id)
                .toList());
  }

  private boolean isDue(Transaction tx, Visit visit, Instant now) {
    return tx.clients()
        .find(visit.clientId())
        .filter(client -> !moment(visit.plannedFor(), client.zone()).isAfter(now))
        .isPresent();
  }

  /** When a visit is to be reminded of, in the client's zone. */
  private Instant moment(Instant plannedFor, ZoneId zone) {
    LocalDate day = plannedFor.atZone(zone).toLocalDate();
    for (int left = settings.reminderDays(); left > 0; left--) {
      do {
        day = day.minusDays(1);
      } while (!isWorking(day));
    }
    return day.atTime(settings.reminderTime()).atZone(zone).toInstant();
  }

  private boolean isWorking(LocalDate day) {
    WorkCalendar present = calendar;
    return present == null ? !WEEKEND.contains(day.getDayOfWeek()) : present.isWorking(day);
  }

  /** One that cannot be written now keeps nobody else waiting; the next look tries again. */
  private void tryToRemind(String visitId) {
    try {
      remind(visitId);
    } catch (DaybookException e) {
      LOG.warn("Nobody is reminded of the visit {} yet: {}", visitId, e.getMessage());
    }
  }

  private void remind(String visitId) {
    store.inTransaction(
        INVITATIONS,
        tx -> {
          tx.visits()
              .findForUpdate(visitId)
              .filter(visit -> visit.state() == VisitState.SCHEDULED)
              .flatMap(visit -> Appointment.of(tx, visit, settings.organizerAddress()))
              .filter(appointment -> appointment.client().active())
              .ifPresent(appointment -> remind(tx, appointment));
          return null;
        });
  }

  private void remind(Transaction tx, Appointment appointment) {
    for (Contact reader : Readers.of(tx, appointment.client(), settings.exceptContacts())) {
      String key = key(appointment, reader);
      if (tx.letters().count(LetterQuery.builder().key(key).build()) == 0) {
        send(tx, appointment, reader, key);
      }
    }
  }

  /** Once for each day that the visit was on. */
  private static String key(Appointment appointment, Contact reader) {
    Visit visit = appointment.visit();
    LocalDate day = visit.plannedFor().atZone(appointment.client().zone()).toLocalDate();
    return String.join(":", "reminder", visit.id(), reader.id(), day.toString());
  }

  private void send(Transaction tx, Appointment appointment, Contact reader, String key) {
    Visit visit = appointment.visit();
    List<String> lines = new ArrayList<>(appointment.lines("reminder", reader));
    lines.add("");
    lines.addAll(plan(tx, appointment));
    lines.add("");
    String address = links.addressFor(visit.id(), reader.id(), key);
    lines.add(appointment.words().get("wishes", Map.of("address", address)));
    lines.add("");
    lines.add(appointment.words().get("answer"));
    InvitationQuery invitation =
        InvitationQuery.builder().visitId(visit.id()).contactId(reader.id()).build();
    post.send(
        Mailing.builder()
            .key(key)
            .to(new Mailbox(reader.name(), reader.email().orElseThrow()))
            .replyTo(appointment.organizer())
            .follows(tx.invitations().first(invitation).map(Invitation::letterKey))
            .overseerId(appointment.client().managerId())
            .subject(appointment.subject("reminder"))
            .text(String.join("\n", lines) + "\n")
            .language(appointment.client().language())
            .build());
  }

  /** What the engineer comes for. */
  private static List<String> plan(Transaction tx, Appointment appointment) {
    Visit visit = appointment.visit();
    Words words = appointment.words();
    List<String> lines = new ArrayList<>();
    long devices =
        tx.assets()
            .count(
                AssetQuery.builder()
                    .clientId(visit.clientId())
                    .siteId(visit.siteId())
                    .retired(false)
                    .build());
    if (devices > 0) {
      lines.add(words.get("devices", Map.of("count", devices)));
    }
    TaskQuery open = TaskQuery.builder().clientId(visit.clientId()).states(OPEN).build();
    long count = tx.tasks().count(open);
    lines.add(words.get("tasks", Map.of("count", count)));
    tx.tasks().list(open, new PageRequest(MOST_TITLES, Optional.empty(), false)).items().stream()
        .map(Task::title)
        .map(title -> "— " + title.replaceAll("\\s+", " "))
        .forEach(lines::add);
    if (count > MOST_TITLES) {
      lines.add(words.get("more", Map.of("count", count - MOST_TITLES)));
    }
    return lines;
  }
}
