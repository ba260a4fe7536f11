package org.daybook.api.store;

import java.time.Instant;
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
import org.daybook.api.task.Comment;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitProgress;
import org.osgi.annotation.versioning.ProviderType;

/** The repositories, inside one transaction and on its thread only. */
@ProviderType
public interface Transaction {
  /** A new id; later ids sort after earlier ones (UUID version 7, RFC 9562). */
  String newId();

  Repository<Client, ClientQuery> clients();

  Repository<Site, SiteQuery> sites();

  Repository<Contact, ContactQuery> contacts();

  Repository<Asset, AssetQuery> assets();

  Repository<StaffMember, StaffQuery> staff();

  Repository<Account, AccountQuery> accounts();

  Repository<AccessToken, TokenQuery> tokens();

  Repository<Project, ProjectQuery> projects();

  Repository<Task, TaskQuery> tasks();

  Repository<Comment, TaskLogQuery> comments();

  Repository<TimeEntry, TaskLogQuery> timeEntries();

  Repository<Occurrence, OccurrenceQuery> occurrences();

  Repository<Visit, VisitQuery> visits();

  Repository<Check, CheckQuery> checks();

  /** How far visits are, by id; for as many as there are, the store is asked once. */
  Map<String, VisitProgress> progress(Set<String> visitIds);

  Repository<Problem, ProblemQuery> problems();

  Repository<Dispute, DisputeQuery> disputes();

  /** The newest revision of the frozen view of a closed visit. */
  Optional<FrozenVisit> frozenVisit(String visitId);

  /** Keeps a frozen view of a visit; there can be one of each revision. */
  void freeze(FrozenVisit visit);

  Repository<VisitReport, ReportQuery> reports();

  Repository<Delivery, DeliveryQuery> deliveries();

  Repository<ReportLink, ReportLinkQuery> reportLinks();

  Repository<Notice, NoticeQuery> notices();

  /** What a request with this key was answered before. */
  Optional<IdempotentAnswer> answerTo(String id);

  /** Keeps an answer; a key that is taken is refused at once or at the commit. */
  void remember(IdempotentAnswer answer);

  /**
   * Throws away the answers that were given before a moment.
   *
   * @return how many there were
   */
  int forgetAnswers(Instant before);

  /** The audit trail; the repositories write it. */
  Page<AuditEntry> audit(AuditQuery query, PageRequest page);

  Repository<OutgoingLetter, LetterQuery> letters();

  Repository<Invitation, InvitationQuery> invitations();

  /** The next number of a series, from 1, without gaps: {@code report-2026}. */
  long nextNumber(String series);

  /** The last number of a series that was taken; 0 if none was. Takes none. */
  long lastNumber(String series);

  Repository<VisitTerms, VisitTermsQuery> visitTerms();

  Repository<Absence, AbsenceQuery> absences();

  Repository<MonthPlan, MonthPlanQuery> monthPlans();

  Repository<Photo, PhotoQuery> photos();

  /** The bytes of a photo's image, a JPEG; empty if it was taken away. */
  Optional<byte[]> photoContent(String photoId, PhotoSize size);

  /** Keeps the bytes of a photo's image, once for each size. */
  void keepPhotoContent(String photoId, PhotoSize size, byte[] content);

  /** Throws away the bytes of a photo in all sizes. */
  void forgetPhotoContent(String photoId);

  Repository<Session, SessionQuery> sessions();

  /**
   * Notes that a session is in use, past its version and the audit trail: it happens all the time,
   * and changes nothing that anybody decides by. Nothing happens if it was revoked.
   *
   * @param expiresAt when it is over if it is not used any more
   */
  void seeSession(String id, Instant at, Instant expiresAt);

  /**
   * Throws away the sessions that were over before a moment.
   *
   * @return how many there were
   */
  int forgetSessions(Instant before);

  Repository<SignalMapping, SignalMappingQuery> signalMappings();

  Repository<SavedView, SavedViewQuery> savedViews();

  Repository<Regulation, RegulationQuery> regulations();

  Repository<RegulationRevision, RegulationRevisionQuery> regulationRevisions();
}
