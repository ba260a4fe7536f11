package org.daybook.storage.jpa;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
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
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitProgress;
import org.daybook.storage.jpa.row.FrozenVisitRow;
import org.daybook.storage.jpa.row.IdempotentAnswerRow;
import org.daybook.storage.jpa.row.PhotoContentRow;
import org.daybook.storage.jpa.row.Row;

/** The repositories of one {@link OpenTransaction}. */
final class JpaTransaction implements Transaction {
  /** An index answers this. To sort rows, Derby would read each view to its end. */
  private static final String NEWEST_REVISION =
      "select max(e.revision) from FrozenVisitRow e where e.visitId = :visit";

  private static final String OLD_ANSWERS =
      "delete from IdempotentAnswerRow e where e.at < :before";

  private static final String PHOTO_CONTENT = "delete from PhotoContentRow e where e.id = :id";

  /** EclipseLink would raise the version by itself. */
  private static final String SESSION_IN_USE =
      "update SessionRow e set e.lastSeenAt = :at, e.expiresAt = :end, e.version = e.version"
          + " where e.id = :id and e.revokedAt is null";

  private static final String SESSIONS_THAT_ARE_OVER =
      "delete from SessionRow e where e.expiresAt < :before";

  private final OpenTransaction open;
  private final NumberSeries numbers;
  private final ListQueries queries;

  JpaTransaction(OpenTransaction open, NumberSeries numbers, ListQueries queries) {
    this.open = open;
    this.numbers = numbers;
    this.queries = queries;
  }

  @Override
  public String newId() {
    return open.newId();
  }

  @Override
  public Repository<Client, ClientQuery> clients() {
    return of(Kinds.CLIENT);
  }

  @Override
  public Repository<Site, SiteQuery> sites() {
    return of(Kinds.SITE);
  }

  @Override
  public Repository<Contact, ContactQuery> contacts() {
    return of(Kinds.CONTACT);
  }

  @Override
  public Repository<Asset, AssetQuery> assets() {
    return of(Kinds.ASSET);
  }

  @Override
  public Repository<StaffMember, StaffQuery> staff() {
    return of(Kinds.STAFF);
  }

  @Override
  public Repository<Account, AccountQuery> accounts() {
    return of(Kinds.ACCOUNT);
  }

  @Override
  public Repository<AccessToken, TokenQuery> tokens() {
    return of(Kinds.TOKEN);
  }

  @Override
  public Repository<Project, ProjectQuery> projects() {
    return of(Kinds.PROJECT);
  }

  @Override
  public Repository<Task, TaskQuery> tasks() {
    return new CountedRepository<>(of(Kinds.TASK), Task::id, open.progress()::task);
  }

  @Override
  public Repository<Comment, TaskLogQuery> comments() {
    return of(Kinds.COMMENT);
  }

  @Override
  public Repository<TimeEntry, TaskLogQuery> timeEntries() {
    return of(Kinds.TIME);
  }

  @Override
  public Repository<Occurrence, OccurrenceQuery> occurrences() {
    return of(Kinds.OCCURRENCE);
  }

  @Override
  public Repository<Visit, VisitQuery> visits() {
    return of(Kinds.VISIT);
  }

  @Override
  public Repository<Check, CheckQuery> checks() {
    return new CountedRepository<>(of(Kinds.CHECK), Check::id, open.progress()::check);
  }

  @Override
  public Map<String, VisitProgress> progress(Set<String> visitIds) {
    open.writeProgress();
    return open.ask(entities -> ProgressTally.read(entities, visitIds));
  }

  @Override
  public Repository<Problem, ProblemQuery> problems() {
    return of(Kinds.PROBLEM);
  }

  @Override
  public Repository<Dispute, DisputeQuery> disputes() {
    return of(Kinds.DISPUTE);
  }

  @Override
  public Optional<FrozenVisit> frozenVisit(String visitId) {
    return open.ask(
        entities -> {
          Integer newest =
              entities
                  .createQuery(NEWEST_REVISION, Integer.class)
                  .setParameter("visit", visitId)
                  .getSingleResult();
          return newest == null
              ? Optional.empty()
              : Optional.of(entities.find(FrozenVisitRow.class, rowId(visitId, newest)).value());
        });
  }

  @Override
  public void freeze(FrozenVisit visit) {
    FrozenVisitRow row = new FrozenVisitRow();
    row.create(rowId(visit.visitId(), visit.revision()), visit);
    persist(row);
    open.audit("frozen visit", row, Changes.of(row));
  }

  /** The first revision has its visit's id, as there was none but that one before. */
  private static String rowId(String visitId, int revision) {
    return revision == 1 ? visitId : visitId + '.' + revision;
  }

  @Override
  public Repository<VisitReport, ReportQuery> reports() {
    return of(Kinds.REPORT);
  }

  @Override
  public Repository<OutgoingLetter, LetterQuery> letters() {
    return of(Kinds.LETTER);
  }

  @Override
  public Repository<Invitation, InvitationQuery> invitations() {
    return of(Kinds.INVITATION);
  }

  @Override
  public Repository<Delivery, DeliveryQuery> deliveries() {
    return of(Kinds.DELIVERY);
  }

  @Override
  public Repository<ReportLink, ReportLinkQuery> reportLinks() {
    return of(Kinds.REPORT_LINK);
  }

  @Override
  public Repository<Notice, NoticeQuery> notices() {
    return of(Kinds.NOTICE);
  }

  @Override
  public Optional<IdempotentAnswer> answerTo(String id) {
    return find(IdempotentAnswerRow.class, id);
  }

  /** Not in the audit trail: what the request changed is there already. */
  @Override
  public void remember(IdempotentAnswer answer) {
    IdempotentAnswerRow row = new IdempotentAnswerRow();
    row.create(answer.id(), answer);
    persist(row);
  }

  @Override
  public int forgetAnswers(Instant before) {
    open.requireWriting();
    return open.ask(
        entities ->
            entities.createQuery(OLD_ANSWERS).setParameter("before", before).executeUpdate());
  }

  @Override
  public Page<AuditEntry> audit(AuditQuery query, PageRequest page) {
    open.writeTrail();
    return of(Kinds.AUDIT).list(query, page);
  }

  @Override
  public long nextNumber(String series) {
    open.requireWriting();
    return numbers.next(open, series);
  }

  @Override
  public long lastNumber(String series) {
    return numbers.last(open, series);
  }

  @Override
  public Repository<VisitTerms, VisitTermsQuery> visitTerms() {
    return of(Kinds.VISIT_TERMS);
  }

  @Override
  public Repository<Absence, AbsenceQuery> absences() {
    return of(Kinds.ABSENCE);
  }

  @Override
  public Repository<MonthPlan, MonthPlanQuery> monthPlans() {
    return of(Kinds.MONTH_PLAN);
  }

  @Override
  public Repository<SignalMapping, SignalMappingQuery> signalMappings() {
    return of(Kinds.SIGNAL_MAPPING);
  }

  @Override
  public Repository<SavedView, SavedViewQuery> savedViews() {
    return of(Kinds.SAVED_VIEW);
  }

  @Override
  public Repository<Photo, PhotoQuery> photos() {
    return of(Kinds.PHOTO);
  }

  @Override
  public Optional<byte[]> photoContent(String photoId, PhotoSize size) {
    return find(PhotoContentRow.class, rowId(photoId, size));
  }

  /** Not in the audit trail: the photo is, and has the hash of these bytes. */
  @Override
  public void keepPhotoContent(String photoId, PhotoSize size, byte[] content) {
    PhotoContentRow row = new PhotoContentRow();
    row.create(rowId(photoId, size), content);
    persist(row);
  }

  @Override
  public void forgetPhotoContent(String photoId) {
    open.requireWriting();
    for (PhotoSize size : PhotoSize.values()) {
      open.ask(
          entities ->
              entities
                  .createQuery(PHOTO_CONTENT)
                  .setParameter("id", rowId(photoId, size))
                  .executeUpdate());
    }
  }

  private static String rowId(String photoId, PhotoSize size) {
    return photoId + '.' + size.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Repository<Session, SessionQuery> sessions() {
    return of(Kinds.SESSION);
  }

  @Override
  public void seeSession(String id, Instant at, Instant expiresAt) {
    open.requireWriting();
    open.ask(
        entities ->
            entities
                .createQuery(SESSION_IN_USE)
                .setParameter("at", at)
                .setParameter("end", expiresAt)
                .setParameter("id", id)
                .executeUpdate());
  }

  @Override
  public int forgetSessions(Instant before) {
    open.requireWriting();
    return open.ask(
        entities ->
            entities
                .createQuery(SESSIONS_THAT_ARE_OVER)
                .setParameter("before", before)
                .executeUpdate());
  }

  @Override
  public Repository<Regulation, RegulationQuery> regulations() {
    return of(Kinds.REGULATION);
  }

  @Override
  public Repository<RegulationRevision, RegulationRevisionQuery> regulationRevisions() {
    return of(Kinds.REGULATION_REVISION);
  }

  private <R extends Row<T>, T, Q> Repository<T, Q> of(Kind<R, T, Q> kind) {
    return new JpaRepository<>(kind, open, queries);
  }

  private <R extends Row<T>, T> Optional<T> find(Class<R> rowType, String id) {
    return open.ask(entities -> Optional.ofNullable(entities.find(rowType, id)).map(Row::value));
  }

  private void persist(Row<?> row) {
    open.requireWriting();
    open.ask(
        entities -> {
          entities.persist(row);
          return null;
        });
  }
}
