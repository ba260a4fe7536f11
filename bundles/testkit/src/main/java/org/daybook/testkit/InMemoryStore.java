package org.daybook.testkit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Session;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.Invitation;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.diary.Project;
import org.daybook.api.diary.SavedView;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.Notice;
import org.daybook.api.photo.Photo;
import org.daybook.api.photo.PhotoSize;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationRevision;
import org.daybook.api.report.VisitReport;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.IdempotentAnswer;
import org.daybook.api.store.InvitationQuery;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.PhotoQuery;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.RegulationQuery;
import org.daybook.api.store.RegulationRevisionQuery;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Repository;
import org.daybook.api.store.SavedViewQuery;
import org.daybook.api.store.SessionQuery;
import org.daybook.api.store.SignalMappingQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.TokenQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.store.VisitTermsQuery;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Sight;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitProgress;

/**
 * A {@link Store} in memory that behaves as a database does: one transaction at a time, all or
 * nothing, with versions, unique values and the audit trail. It passes {@link StoreContract}.
 */
public final class InMemoryStore implements Store {
  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final Ids ids;
  private final InMemoryTransaction transaction;

  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final Deque<Actor> actors = new ArrayDeque<>();
  private RuntimeException doom;
  private volatile boolean failing;
  private volatile boolean failingCommit;

  public InMemoryStore(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.ids = new Ids(clock);
    this.transaction = new InMemoryTransaction();
  }

  /** A store with a clock that stands at {@link Examples#NOW}. */
  public InMemoryStore() {
    this(new SettableClock());
  }

  /** While true, every call throws {@link UnavailableException}, as without a database. */
  public void failing(boolean now) {
    failing = now;
  }

  /** Lets the next commit of a change fail: its transaction is rolled back. */
  public void failNextCommit() {
    failingCommit = true;
  }

  /** Does something without a result, as a part of the platform called {@code test}. */
  public void prepare(Consumer<Transaction> work) {
    inTransaction(
        Actor.system("test"),
        tx -> {
          work.accept(tx);
          return null;
        });
  }

  @Override
  public <T> T inTransaction(Actor actor, Function<Transaction, T> work) {
    Objects.requireNonNull(actor, "actor");
    requireAvailable();
    lock.lock();
    try {
      if (isReading()) {
        throw new IllegalStateException("a change inside of Store.read");
      }
      actors.push(actor);
      try {
        T result = work.apply(transaction);
        if (isOutermost()) {
          commit();
        }
        return result;
      } catch (RuntimeException | Error e) {
        doom = e instanceof RuntimeException exception ? exception : new IllegalStateException(e);
        throw e;
      } finally {
        if (isOutermost()) {
          rollBackIfDoomed();
        }
        actors.pop();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public <T> T read(Function<Transaction, T> work) {
    requireAvailable();
    lock.lock();
    try {
      return work.apply(transaction);
    } finally {
      lock.unlock();
    }
  }

  /** Makes the transaction roll back, even if somebody catches this on the way. */
  <E extends RuntimeException> E doomed(E exception) {
    doom = exception;
    return exception;
  }

  /** Does something if the transaction of this thread rolls back. */
  void undo(Runnable action) {
    undo.push(action);
  }

  void requireTransaction() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("outside of a transaction, or on another thread");
    }
  }

  void requireWriting() {
    requireTransaction();
    if (actors.isEmpty()) {
      throw new IllegalStateException("a change inside of Store.read");
    }
  }

  void audit(String kind, String id, long version, String change) {
    transaction.write(kind, id, version, change);
  }

  /** Runs on its own or inside of the transaction of this thread, and is undone with it. */
  void joined(Runnable change, Runnable undoing) {
    lock.lock();
    try {
      change.run();
      if (!actors.isEmpty()) {
        undo(undoing);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isReading() {
    return lock.getHoldCount() > 1 && actors.isEmpty();
  }

  private boolean isOutermost() {
    return actors.size() == 1;
  }

  private void requireAvailable() {
    if (failing) {
      throw new UnavailableException("The storage does not answer.");
    }
  }

  private void commit() {
    requireAvailable();
    if (doom != null) {
      throw doom;
    }
    if (failingCommit && !undo.isEmpty()) {
      failingCommit = false;
      throw new UnavailableException("The storage does not answer.");
    }
  }

  private void rollBackIfDoomed() {
    if (doom != null) {
      undo.forEach(Runnable::run);
    }
    undo.clear();
    doom = null;
  }

  /** All repositories; there is one, as there is one transaction at a time. */
  private final class InMemoryTransaction implements Transaction {
    private final Repository<Client, ClientQuery> clients = repository(Kinds.CLIENT);
    private final Repository<Site, SiteQuery> sites = repository(Kinds.SITE);
    private final Repository<Contact, ContactQuery> contacts = repository(Kinds.CONTACT);
    private final Repository<Asset, AssetQuery> assets = repository(Kinds.ASSET);
    private final Repository<StaffMember, StaffQuery> staff = repository(Kinds.STAFF);
    private final Repository<Account, AccountQuery> accounts = repository(Kinds.ACCOUNT);
    private final Repository<AccessToken, TokenQuery> tokens = repository(Kinds.TOKEN);
    private final Repository<Project, ProjectQuery> projects = repository(Kinds.PROJECT);
    private final Repository<Task, TaskQuery> tasks =
        repository(Kinds.TASK.also(this::hasWords).also(this::isVisible));
    private final Repository<Comment, TaskLogQuery> comments = repository(Kinds.COMMENT);
    private final Repository<TimeEntry, TaskLogQuery> timeEntries = repository(Kinds.TIME);
    private final Repository<Occurrence, OccurrenceQuery> occurrences =
        repository(Kinds.OCCURRENCE);
    private final Repository<Visit, VisitQuery> visits =
        repository(Kinds.VISIT.also(this::isVisible));
    private final Repository<Check, CheckQuery> checks = repository(Kinds.CHECK);
    private final Repository<Problem, ProblemQuery> problems = repository(Kinds.PROBLEM);
    private final Repository<VisitReport, ReportQuery> reports = repository(Kinds.REPORT);
    private final Repository<Delivery, DeliveryQuery> deliveries = repository(Kinds.DELIVERY);
    private final Repository<OutgoingLetter, LetterQuery> letters = repository(Kinds.LETTER);
    private final Repository<Invitation, InvitationQuery> invitations =
        repository(Kinds.INVITATION);
    private final Repository<ReportLink, ReportLinkQuery> reportLinks =
        repository(Kinds.REPORT_LINK);
    private final Repository<Dispute, DisputeQuery> disputes = repository(Kinds.DISPUTE);
    private final Repository<Notice, NoticeQuery> notices = repository(Kinds.NOTICE);
    private final Repository<VisitTerms, VisitTermsQuery> visitTerms =
        repository(Kinds.VISIT_TERMS);
    private final Repository<Absence, AbsenceQuery> absences = repository(Kinds.ABSENCE);
    private final Repository<MonthPlan, MonthPlanQuery> monthPlans = repository(Kinds.MONTH_PLAN);
    private final Repository<Photo, PhotoQuery> photos = repository(Kinds.PHOTO);
    private final Map<String, byte[]> photoContents = new HashMap<>();
    private final InMemoryRepository<Session, SessionQuery> sessions =
        new InMemoryRepository<>(Kinds.SESSION, InMemoryStore.this);
    private final Repository<SignalMapping, SignalMappingQuery> signalMappings =
        repository(Kinds.SIGNAL_MAPPING);
    private final Repository<SavedView, SavedViewQuery> savedViews = repository(Kinds.SAVED_VIEW);
    private final Repository<Regulation, RegulationQuery> regulations =
        repository(Kinds.REGULATION);
    private final Repository<RegulationRevision, RegulationRevisionQuery> regulationRevisions =
        repository(Kinds.REGULATION_REVISION);
    private final Map<String, FrozenVisit> frozen = new TreeMap<>();
    private final Map<String, IdempotentAnswer> answers = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final TreeMap<String, AuditEntry> audit = new TreeMap<>();

    /** Whether every word is in a task or its comments. */
    private boolean hasWords(TaskQuery query, Task task) {
      List<String> words = query.words();
      if (words.isEmpty()) {
        return true;
      }
      TaskLogQuery log = TaskLogQuery.builder().addTaskIds(task.id()).build();
      List<String> texts =
          Stream.concat(
                  Stream.of(task.title(), task.description()),
                  comments.all(log).stream().map(Comment::text))
              .map(text -> text.toLowerCase(Locale.ROOT))
              .toList();
      return words.stream().allMatch(word -> texts.stream().anyMatch(text -> text.contains(word)));
    }

    private boolean isVisible(TaskQuery query, Task task) {
      return query
          .visibleTo()
          .map(actor -> Sight.maySee(actor, task, task.visitId().flatMap(visits::find)))
          .orElse(true);
    }

    private boolean isVisible(VisitQuery query, Visit visit) {
      TaskQuery onVisit = TaskQuery.builder().visitId(visit.id()).build();
      return query
          .visibleTo()
          .map(actor -> Sight.maySee(actor, visit, () -> tasks.all(onVisit)))
          .orElse(true);
    }

    private <T, Q> Repository<T, Q> repository(Kind<T, Q> kind) {
      return new InMemoryRepository<>(kind, InMemoryStore.this);
    }

    private void write(String kind, String valueId, long version, String change) {
      Actor actor = actors.element();
      String id = newId();
      audit.put(
          id,
          new AuditEntry(
              id, clock.instant(), actor.id(), actor.name(), kind, valueId, version, change));
      undo(() -> audit.remove(id));
    }

    @Override
    public String newId() {
      return ids.next();
    }

    @Override
    public Repository<Client, ClientQuery> clients() {
      return clients;
    }

    @Override
    public Repository<Site, SiteQuery> sites() {
      return sites;
    }

    @Override
    public Repository<Contact, ContactQuery> contacts() {
      return contacts;
    }

    @Override
    public Repository<Asset, AssetQuery> assets() {
      return assets;
    }

    @Override
    public Repository<StaffMember, StaffQuery> staff() {
      return staff;
    }

    @Override
    public Repository<Account, AccountQuery> accounts() {
      return accounts;
    }

    @Override
    public Repository<AccessToken, TokenQuery> tokens() {
      return tokens;
    }

    @Override
    public Repository<Project, ProjectQuery> projects() {
      return projects;
    }

    @Override
    public Repository<Task, TaskQuery> tasks() {
      return tasks;
    }

    @Override
    public Repository<Comment, TaskLogQuery> comments() {
      return comments;
    }

    @Override
    public Repository<TimeEntry, TaskLogQuery> timeEntries() {
      return timeEntries;
    }

    @Override
    public Repository<Occurrence, OccurrenceQuery> occurrences() {
      return occurrences;
    }

    @Override
    public Repository<Visit, VisitQuery> visits() {
      return visits;
    }

    @Override
    public Repository<Check, CheckQuery> checks() {
      return checks;
    }

    @Override
    public Map<String, VisitProgress> progress(Set<String> visitIds) {
      requireTransaction();
      Map<String, VisitProgress> progress = new HashMap<>();
      for (String id : visitIds) {
        VisitProgress found = VisitProgress.NONE;
        for (Task task : tasks.all(TaskQuery.builder().visitId(id).build())) {
          found = found.withTasks(task.state().isAnswered(), 1);
        }
        for (Check check : checks.all(CheckQuery.builder().visitId(id).build())) {
          found = found.withChecks(check.state() != CheckState.OPEN, 1);
        }
        progress.put(id, found);
      }
      return progress;
    }

    @Override
    public Repository<Problem, ProblemQuery> problems() {
      return problems;
    }

    @Override
    public Repository<VisitReport, ReportQuery> reports() {
      return reports;
    }

    @Override
    public Repository<Delivery, DeliveryQuery> deliveries() {
      return deliveries;
    }

    @Override
    public Repository<OutgoingLetter, LetterQuery> letters() {
      return letters;
    }

    @Override
    public Repository<Invitation, InvitationQuery> invitations() {
      return invitations;
    }

    @Override
    public Repository<ReportLink, ReportLinkQuery> reportLinks() {
      return reportLinks;
    }

    @Override
    public Repository<Dispute, DisputeQuery> disputes() {
      return disputes;
    }

    @Override
    public Repository<Notice, NoticeQuery> notices() {
      return notices;
    }

    @Override
    public Repository<VisitTerms, VisitTermsQuery> visitTerms() {
      return visitTerms;
    }

    @Override
    public Repository<Absence, AbsenceQuery> absences() {
      return absences;
    }

    @Override
    public Repository<MonthPlan, MonthPlanQuery> monthPlans() {
      return monthPlans;
    }

    @Override
    public Repository<SignalMapping, SignalMappingQuery> signalMappings() {
      return signalMappings;
    }

    @Override
    public Repository<SavedView, SavedViewQuery> savedViews() {
      return savedViews;
    }

    @Override
    public Repository<Photo, PhotoQuery> photos() {
      return photos;
    }

    @Override
    public Optional<byte[]> photoContent(String photoId, PhotoSize size) {
      requireTransaction();
      return Optional.ofNullable(photoContents.get(photoId + size)).map(byte[]::clone);
    }

    @Override
    public void keepPhotoContent(String photoId, PhotoSize size, byte[] content) {
      keep(photoContents, photoId + size, content.clone(), "The photo has its bytes already.");
    }

    @Override
    public void forgetPhotoContent(String photoId) {
      requireWriting();
      for (PhotoSize size : PhotoSize.values()) {
        byte[] content = photoContents.remove(photoId + size);
        if (content != null) {
          undo(() -> photoContents.put(photoId + size, content));
        }
      }
    }

    @Override
    public Repository<Session, SessionQuery> sessions() {
      return sessions;
    }

    @Override
    public void seeSession(String id, Instant at, Instant expiresAt) {
      sessions.amend(
          id,
          session ->
              session.revokedAt().isPresent()
                  ? session
                  : session.toBuilder().lastSeenAt(at).expiresAt(expiresAt).build());
    }

    @Override
    public int forgetSessions(Instant before) {
      return sessions.forget(session -> session.expiresAt().isBefore(before));
    }

    @Override
    public Repository<Regulation, RegulationQuery> regulations() {
      return regulations;
    }

    @Override
    public Repository<RegulationRevision, RegulationRevisionQuery> regulationRevisions() {
      return regulationRevisions;
    }

    @Override
    public Optional<FrozenVisit> frozenVisit(String visitId) {
      requireTransaction();
      return frozen.values().stream()
          .filter(each -> each.visitId().equals(visitId))
          .max(Comparator.comparingInt(FrozenVisit::revision));
    }

    @Override
    public void freeze(FrozenVisit visit) {
      keep(
          frozen, visit.visitId() + '\0' + visit.revision(), visit, "The visit is frozen already.");
    }

    @Override
    public Optional<IdempotentAnswer> answerTo(String id) {
      requireTransaction();
      return Optional.ofNullable(answers.get(id));
    }

    @Override
    public void remember(IdempotentAnswer answer) {
      keep(answers, answer.id(), answer, "A request with this key was answered already.");
    }

    @Override
    public int forgetAnswers(Instant before) {
      requireWriting();
      List<IdempotentAnswer> old =
          answers.values().stream().filter(answer -> answer.at().isBefore(before)).toList();
      old.forEach(answer -> answers.remove(answer.id()));
      undo(() -> old.forEach(answer -> answers.put(answer.id(), answer)));
      return old.size();
    }

    private <V> void keep(Map<String, V> values, String id, V value, String taken) {
      requireWriting();
      if (values.containsKey(id)) {
        throw doomed(new RefusedException(taken));
      }
      values.put(id, value);
      undo(() -> values.remove(id));
    }

    @Override
    public Page<AuditEntry> audit(AuditQuery query, PageRequest page) {
      requireTransaction();
      return InMemoryRepository.page(
          audit,
          page,
          entry ->
              query.kind().filter(kind -> !kind.equals(entry.kind())).isEmpty()
                  && query.valueId().filter(id -> !id.equals(entry.valueId())).isEmpty()
                  && query.actorId().filter(id -> !id.equals(entry.actorId())).isEmpty());
    }

    @Override
    public long nextNumber(String series) {
      requireWriting();
      long before = numbers.getOrDefault(series, 0L);
      numbers.put(series, before + 1);
      undo(() -> numbers.put(series, before));
      return before + 1;
    }

    @Override
    public long lastNumber(String series) {
      requireTransaction();
      return numbers.getOrDefault(series, 0L);
    }
  }
}
