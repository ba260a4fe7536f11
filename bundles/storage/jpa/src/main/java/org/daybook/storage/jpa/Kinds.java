package org.daybook.storage.jpa;

import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.daybook.api.store.InvitationQuery;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.MonthPlanQuery;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.PhotoQuery;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.RegulationQuery;
import org.daybook.api.store.RegulationRevisionQuery;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.SavedViewQuery;
import org.daybook.api.store.SessionQuery;
import org.daybook.api.store.SignalMappingQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.TokenQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.store.VisitTermsQuery;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Visit;
import org.daybook.storage.jpa.row.AbsenceRow;
import org.daybook.storage.jpa.row.AccountRow;
import org.daybook.storage.jpa.row.AssetRow;
import org.daybook.storage.jpa.row.AuditRow;
import org.daybook.storage.jpa.row.CheckRow;
import org.daybook.storage.jpa.row.ClientRow;
import org.daybook.storage.jpa.row.CommentRow;
import org.daybook.storage.jpa.row.ContactRow;
import org.daybook.storage.jpa.row.DeliveryRow;
import org.daybook.storage.jpa.row.DisputeRow;
import org.daybook.storage.jpa.row.InvitationRow;
import org.daybook.storage.jpa.row.LetterRow;
import org.daybook.storage.jpa.row.MonthPlanRow;
import org.daybook.storage.jpa.row.NoticeRow;
import org.daybook.storage.jpa.row.OccurrenceRow;
import org.daybook.storage.jpa.row.PhotoRow;
import org.daybook.storage.jpa.row.ProblemRow;
import org.daybook.storage.jpa.row.ProjectRow;
import org.daybook.storage.jpa.row.RegulationRevisionRow;
import org.daybook.storage.jpa.row.RegulationRow;
import org.daybook.storage.jpa.row.ReportLinkRow;
import org.daybook.storage.jpa.row.ReportRow;
import org.daybook.storage.jpa.row.SavedViewRow;
import org.daybook.storage.jpa.row.SessionRow;
import org.daybook.storage.jpa.row.Shadows;
import org.daybook.storage.jpa.row.SignalMappingRow;
import org.daybook.storage.jpa.row.SiteRow;
import org.daybook.storage.jpa.row.StaffRow;
import org.daybook.storage.jpa.row.TaskRow;
import org.daybook.storage.jpa.row.TimeEntryRow;
import org.daybook.storage.jpa.row.TokenRow;
import org.daybook.storage.jpa.row.VisitRow;
import org.daybook.storage.jpa.row.VisitTermsRow;

/** Every kind of value and what its queries ask of its rows. */
final class Kinds {
  static final Kind<ClientRow, Client, ClientQuery> CLIENT =
      Kind.of(
          "client",
          ClientRow.class,
          ClientRow::new,
          Client::id,
          Client::version,
          (query, where) ->
              where
                  .is("code", query.code())
                  .either("codeLower", "nameLower", query.codeOrName().map(Shadows::lowerCase))
                  .is("active", query.active()));

  static final Kind<SiteRow, Site, SiteQuery> SITE =
      Kind.of(
          "site",
          SiteRow.class,
          SiteRow::new,
          Site::id,
          Site::version,
          (query, where) -> where.is("clientId", query.clientId()));

  static final Kind<ContactRow, Contact, ContactQuery> CONTACT =
      Kind.of(
          "contact",
          ContactRow.class,
          ContactRow::new,
          Contact::id,
          Contact::version,
          (query, where) ->
              where
                  .is("clientId", query.clientId())
                  .is("reportRecipient", query.reportRecipient()));

  static final Kind<AssetRow, Asset, AssetQuery> ASSET =
      Kind.of(
          "asset",
          AssetRow.class,
          AssetRow::new,
          Asset::id,
          Asset::version,
          (query, where) ->
              where
                  .is("clientId", query.clientId())
                  .is("siteId", query.siteId())
                  .either(
                      "hostnameLower", "inventoryLower", query.reference().map(Shadows::lowerCase))
                  .is("retired", query.retired()));

  static final Kind<StaffRow, StaffMember, StaffQuery> STAFF =
      Kind.of(
          "staff",
          StaffRow.class,
          StaffRow::new,
          StaffMember::id,
          StaffMember::version,
          (query, where) -> where.in("role", query.roles()).is("active", query.active()));

  static final Kind<AccountRow, Account, AccountQuery> ACCOUNT =
      Kind.of(
          "account",
          AccountRow.class,
          AccountRow::new,
          Account::id,
          Account::version,
          (query, where) -> where.is("login", query.login()).is("staffId", query.staffId()));

  static final Kind<TokenRow, AccessToken, TokenQuery> TOKEN =
      Kind.of(
          "token",
          TokenRow.class,
          TokenRow::new,
          AccessToken::id,
          AccessToken::version,
          (query, where) -> where.is("hash", query.hash()));

  static final Kind<ProjectRow, Project, ProjectQuery> PROJECT =
      Kind.of(
          "project",
          ProjectRow.class,
          ProjectRow::new,
          Project::id,
          Project::version,
          (query, where) -> where.is("clientId", query.clientId()).in("state", query.states()));

  static final Kind<TaskRow, Task, TaskQuery> TASK =
      Kind.<TaskRow, Task, TaskQuery>of(
              "task",
              TaskRow.class,
              TaskRow::new,
              Task::id,
              Task::version,
              (query, where) -> {
                SightOfRows.ofTasks(query.visibleTo(), where);
                where
                    .is("clientId", query.clientId())
                    .is("visitId", query.visitId())
                    .is("engineerId", query.engineerId())
                    .present("engineerId", query.assigned())
                    .is("specialistId", query.specialistId())
                    .is("source", query.source())
                    .is("externalId", query.externalId())
                    .is("assetId", query.assetId())
                    .is("projectId", query.projectId())
                    .in("state", query.states())
                    .from("finishedAt", query.finishedFrom())
                    .from("createdAt", query.createdFrom())
                    .before("dueAt", query.dueUntil())
                    .before("promisedSince", query.promisedUntil())
                    .atLeast("carriedOver", query.carriedOverFrom())
                    .before("finishedAt", query.finishedUntil())
                    .before("createdAt", query.createdUntil())
                    .from("dueAt", query.dueFrom())
                    .in("priority", query.priorities())
                    .present("visitId", query.planned())
                    .words(query.words(), "searchText", "CommentRow", "taskId", "textLower");
              })
          .orderedBy(query -> orderOf(query.order()));

  static final Kind<CommentRow, Comment, TaskLogQuery> COMMENT =
      Kind.of(
          "comment",
          CommentRow.class,
          CommentRow::new,
          Comment::id,
          comment -> 1,
          (query, where) -> where.in("taskId", query.taskIds()));

  static final Kind<TimeEntryRow, TimeEntry, TaskLogQuery> TIME =
      Kind.of(
          "time",
          TimeEntryRow.class,
          TimeEntryRow::new,
          TimeEntry::id,
          entry -> 1,
          (query, where) -> where.in("taskId", query.taskIds()));

  static final Kind<OccurrenceRow, Occurrence, OccurrenceQuery> OCCURRENCE =
      Kind.of(
          "occurrence",
          OccurrenceRow.class,
          OccurrenceRow::new,
          Occurrence::id,
          Occurrence::version,
          (query, where) ->
              where
                  .is("source", query.source())
                  .is("externalId", query.externalId())
                  .is("occurrence", query.occurrence())
                  .is("taskId", query.taskId())
                  .in("taskId", query.taskIds())
                  .is("clientId", query.clientId())
                  .in("assetId", query.assetIds())
                  .is("fault", query.fault())
                  .present("clearedAt", query.cleared())
                  .present("clientId", query.unassigned().map(unassigned -> !unassigned))
                  .present("dismissal", query.dismissed()));

  static final Kind<VisitRow, Visit, VisitQuery> VISIT =
      Kind.<VisitRow, Visit, VisitQuery>of(
              "visit",
              VisitRow.class,
              VisitRow::new,
              Visit::id,
              Visit::version,
              (query, where) -> {
                SightOfRows.ofVisits(query.visibleTo(), where);
                where
                    .is("clientId", query.clientId())
                    .is("siteId", query.siteId())
                    .is("engineerId", query.engineerId())
                    .is("kind", query.kind())
                    .is("planId", query.planId())
                    .in("state", query.states())
                    .from("plannedFor", query.from())
                    .before("plannedFor", query.until());
              })
          .orderedBy(Order.byPlan());

  static final Kind<CheckRow, Check, CheckQuery> CHECK =
      Kind.of(
          "check",
          CheckRow.class,
          CheckRow::new,
          Check::id,
          Check::version,
          (query, where) ->
              where
                  .is("visitId", query.visitId())
                  .in("assetId", query.assetIds())
                  .is("itemId", query.itemId())
                  .in("state", query.states())
                  .from("answeredAt", query.answeredFrom()));

  static final Kind<ProblemRow, Problem, ProblemQuery> PROBLEM =
      Kind.of(
          "problem",
          ProblemRow.class,
          ProblemRow::new,
          Problem::id,
          Problem::version,
          (query, where) ->
              where
                  .is("clientId", query.clientId())
                  .in("assetId", query.assetIds())
                  .is("itemId", query.itemId())
                  .present("endedAt", query.ended()));

  static final Kind<ReportRow, VisitReport, ReportQuery> REPORT =
      Kind.of(
          "report",
          ReportRow.class,
          ReportRow::new,
          VisitReport::id,
          VisitReport::version,
          (query, where) ->
              where
                  .is("visitId", query.visitId())
                  .is("clientId", query.clientId())
                  .is("number", query.number())
                  .is("sequence", query.sequence())
                  .in("state", query.states()));

  static final Kind<DeliveryRow, Delivery, DeliveryQuery> DELIVERY =
      Kind.of(
          "delivery",
          DeliveryRow.class,
          DeliveryRow::new,
          Delivery::id,
          Delivery::version,
          (query, where) ->
              where
                  .is("reportId", query.reportId())
                  .in("reportId", query.reportIds())
                  .is("clientId", query.clientId())
                  .is("contactId", query.contactId())
                  .in("state", query.states())
                  .from("stateAt", query.changedFrom()));

  static final Kind<ReportLinkRow, ReportLink, ReportLinkQuery> REPORT_LINK =
      Kind.of(
          "report link",
          ReportLinkRow.class,
          ReportLinkRow::new,
          ReportLink::id,
          ReportLink::version,
          (query, where) ->
              where
                  .is("hash", query.hash())
                  .is("deliveryId", query.deliveryId())
                  .is("visitId", query.visitId()));

  static final Kind<DisputeRow, Dispute, DisputeQuery> DISPUTE =
      Kind.of(
          "dispute",
          DisputeRow.class,
          DisputeRow::new,
          Dispute::id,
          Dispute::version,
          (query, where) ->
              where
                  .is("clientId", query.clientId())
                  .is("visitId", query.visitId())
                  .is("engineerId", query.engineerId())
                  .is("taskId", query.taskId())
                  .is("externalId", query.externalId())
                  .in("state", query.states())
                  .in("penaltyState", query.penaltyStates())
                  .from("stateAt", query.changedFrom())
                  .from("decidedAt", query.decidedFrom())
                  .before("decidedAt", query.decidedUntil()));

  static final Kind<NoticeRow, Notice, NoticeQuery> NOTICE =
      Kind.of(
          "notice",
          NoticeRow.class,
          NoticeRow::new,
          Notice::id,
          Notice::version,
          (query, where) ->
              where
                  .in("kind", query.kinds())
                  .is("key", query.key())
                  .in("state", query.states())
                  .is("recipientId", query.recipientId())
                  .either("recipientId", "escalatedTo", query.concernsId())
                  .in("urgency", query.urgencies())
                  .is("about", query.about())
                  .before("tellAt", query.tellUntil())
                  .before("escalateAt", query.escalateUntil())
                  .present("sentAt", query.sent()));

  static final Kind<LetterRow, OutgoingLetter, LetterQuery> LETTER =
      Kind.of(
          "letter",
          LetterRow.class,
          LetterRow::new,
          OutgoingLetter::id,
          OutgoingLetter::version,
          (query, where) ->
              where
                  .is("key", query.key())
                  .is("recipient", query.recipient())
                  .in("state", query.states())
                  .from("stateAt", query.changedFrom())
                  .before("queuedAt", query.queuedBefore())
                  .present("frozen", query.withContent()));

  static final Kind<InvitationRow, Invitation, InvitationQuery> INVITATION =
      Kind.of(
          "invitation",
          InvitationRow.class,
          InvitationRow::new,
          Invitation::id,
          Invitation::version,
          (query, where) ->
              where.is("visitId", query.visitId()).is("contactId", query.contactId()));

  static final Kind<AuditRow, AuditEntry, AuditQuery> AUDIT =
      Kind.of(
          "audit entry",
          AuditRow.class,
          AuditRow::new,
          AuditEntry::id,
          entry -> 1,
          (query, where) ->
              where
                  .is("kind", query.kind())
                  .is("valueId", query.valueId())
                  .is("actorId", query.actorId()));

  static final Kind<VisitTermsRow, VisitTerms, VisitTermsQuery> VISIT_TERMS =
      Kind.of(
          "visit terms",
          VisitTermsRow.class,
          VisitTermsRow::new,
          VisitTerms::id,
          VisitTerms::version,
          (query, where) -> {});

  static final Kind<AbsenceRow, Absence, AbsenceQuery> ABSENCE =
      Kind.of(
          "absence",
          AbsenceRow.class,
          AbsenceRow::new,
          Absence::id,
          Absence::version,
          (query, where) ->
              where
                  .is("staffId", query.staffId())
                  .is("removed", query.removed())
                  .notBefore("lastDay", query.from())
                  .notAfter("firstDay", query.until()));

  static final Kind<MonthPlanRow, MonthPlan, MonthPlanQuery> MONTH_PLAN =
      Kind.of(
          "plan",
          MonthPlanRow.class,
          MonthPlanRow::new,
          MonthPlan::id,
          MonthPlan::version,
          (query, where) ->
              where
                  .is("month", query.month().map(YearMonth::toString))
                  .in("state", query.states()));

  static final Kind<PhotoRow, Photo, PhotoQuery> PHOTO =
      Kind.of(
          "photo",
          PhotoRow.class,
          PhotoRow::new,
          Photo::id,
          Photo::version,
          (query, where) ->
              where
                  .in("taskId", query.taskIds())
                  .is("removed", query.removed())
                  .present("fixedVisitId", query.fixed()));

  static final Kind<SessionRow, Session, SessionQuery> SESSION =
      Kind.of(
          "session",
          SessionRow.class,
          SessionRow::new,
          Session::id,
          Session::version,
          (query, where) ->
              where
                  .is("hash", query.hash())
                  .is("staffId", query.staffId())
                  .present("revokedAt", query.revoked()));

  static final Kind<SignalMappingRow, SignalMapping, SignalMappingQuery> SIGNAL_MAPPING =
      Kind.of(
          "signal mapping",
          SignalMappingRow.class,
          SignalMappingRow::new,
          SignalMapping::id,
          SignalMapping::version,
          (query, where) ->
              where
                  .is("source", query.source())
                  .is("clientKey", query.clientKey())
                  .is("assetKey", query.assetKey())
                  .is("clientId", query.clientId())
                  .is("removed", query.removed()));

  static final Kind<SavedViewRow, SavedView, SavedViewQuery> SAVED_VIEW =
      Kind.of(
          "saved view",
          SavedViewRow.class,
          SavedViewRow::new,
          SavedView::id,
          SavedView::version,
          (query, where) -> where.is("staffId", query.staffId()).is("removed", query.removed()));

  static final Kind<RegulationRow, Regulation, RegulationQuery> REGULATION =
      Kind.of(
          "regulation",
          RegulationRow.class,
          RegulationRow::new,
          Regulation::id,
          Regulation::version,
          (query, where) -> where.is("kind", query.kind()));

  static final Kind<RegulationRevisionRow, RegulationRevision, RegulationRevisionQuery>
      REGULATION_REVISION =
          Kind.of(
              "regulation revision",
              RegulationRevisionRow.class,
              RegulationRevisionRow::new,
              RegulationRevision::id,
              revision -> 1,
              (query, where) ->
                  where.is("regulationId", query.regulationId()).is("number", query.number()));

  private static final Map<Class<?>, String> NAMES =
      Stream.of(
              CLIENT,
              SITE,
              CONTACT,
              ASSET,
              STAFF,
              ACCOUNT,
              TOKEN,
              PROJECT,
              TASK,
              COMMENT,
              TIME,
              OCCURRENCE,
              VISIT,
              CHECK,
              PROBLEM,
              REPORT,
              DELIVERY,
              REPORT_LINK,
              DISPUTE,
              NOTICE,
              LETTER,
              INVITATION,
              VISIT_TERMS,
              ABSENCE,
              MONTH_PLAN,
              PHOTO,
              SESSION,
              SIGNAL_MAPPING,
              SAVED_VIEW,
              REGULATION,
              REGULATION_REVISION)
          .collect(Collectors.toMap(Kind::rowType, Kind::name));

  private Kinds() {}

  private static Order<Task> orderOf(TaskQuery.Order order) {
    return switch (order) {
      case AGE -> Order.byId();
      case DUE -> Order.byNumber("dueOrder", Shadows::dueOrder);
      case PRIORITY -> Order.byNumber("priorityOrder", Shadows::priorityOrder);
    };
  }

  /** What people call the kind of a row. */
  static String nameOf(Class<?> rowType) {
    return NAMES.getOrDefault(rowType, "value");
  }
}
