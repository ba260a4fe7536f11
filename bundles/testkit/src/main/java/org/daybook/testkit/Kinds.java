package org.daybook.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
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
import org.daybook.api.dispute.Penalty;
import org.daybook.api.notice.Notice;
import org.daybook.api.photo.Photo;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationRevision;
import org.daybook.api.report.VisitReport;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.AssetQuery;
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
import org.daybook.testkit.Kind.Unique;

/** Every kind of value there is: its version, its queries, and what is unique about it. */
final class Kinds {
  static final Kind<Client, ClientQuery> CLIENT =
      Kind.<Client, ClientQuery>of(
              "client",
              Client::id,
              Client::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.code(), value.code())
                      && (sameIgnoringCase(query.codeOrName(), value.code())
                          || sameIgnoringCase(query.codeOrName(), value.name()))
                      && same(query.active(), value.active()))
          .unique(new Unique<>("code", value -> Optional.of(value.code())));

  static final Kind<Site, SiteQuery> SITE =
      Kind.of(
          "site",
          Site::id,
          Site::version,
          (value, version) -> value.toBuilder().version(version).build(),
          (query, value) -> same(query.clientId(), value.clientId()));

  static final Kind<Contact, ContactQuery> CONTACT =
      Kind.of(
          "contact",
          Contact::id,
          Contact::version,
          (value, version) -> value.toBuilder().version(version).build(),
          (query, value) ->
              same(query.clientId(), value.clientId())
                  && same(query.reportRecipient(), value.reportRecipient()));

  static final Kind<Asset, AssetQuery> ASSET =
      Kind.<Asset, AssetQuery>of(
              "asset",
              Asset::id,
              Asset::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.clientId(), value.clientId())
                      && same(query.siteId(), value.siteId())
                      && same(query.retired(), value.retired())
                      && (query.reference().isEmpty()
                          || value
                              .hostname()
                              .filter(query.reference().get()::equalsIgnoreCase)
                              .isPresent()
                          || value
                              .inventoryNumber()
                              .filter(query.reference().get()::equalsIgnoreCase)
                              .isPresent()))
          .unique(
              new Unique<>(
                  "hostname", value -> value.hostname().map(name -> key(value.clientId(), name))),
              new Unique<>(
                  "inventory number",
                  value -> value.inventoryNumber().map(number -> key(value.clientId(), number))));

  static final Kind<StaffMember, StaffQuery> STAFF =
      Kind.of(
          "staff",
          StaffMember::id,
          StaffMember::version,
          (value, version) -> value.toBuilder().version(version).build(),
          (query, value) ->
              among(query.roles(), value.role()) && same(query.active(), value.active()));

  static final Kind<Account, AccountQuery> ACCOUNT =
      Kind.<Account, AccountQuery>of(
              "account",
              Account::id,
              Account::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.login(), value.login()) && same(query.staffId(), value.staffId()))
          .unique(new Unique<>("login", value -> Optional.of(value.login())));

  static final Kind<AccessToken, TokenQuery> TOKEN =
      Kind.<AccessToken, TokenQuery>of(
              "token",
              AccessToken::id,
              AccessToken::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) -> same(query.hash(), value.hash()))
          .unique(new Unique<>("secret", value -> Optional.of(value.hash())));

  static final Kind<Project, ProjectQuery> PROJECT =
      Kind.of(
          "project",
          Project::id,
          Project::version,
          (value, version) -> value.toBuilder().version(version).build(),
          (query, value) ->
              same(query.clientId(), value.clientId()) && among(query.states(), value.state()));

  static final Kind<Task, TaskQuery> TASK =
      Kind.<Task, TaskQuery>of(
              "task",
              Task::id,
              Task::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.clientId(), value.clientId())
                      && sameOptional(query.visitId(), value.visitId())
                      && sameOptional(query.engineerId(), value.engineerId())
                      && same(query.assigned(), value.engineerId().isPresent())
                      && sameOptional(query.specialistId(), value.specialistId())
                      && same(query.source(), value.source())
                      && sameOptional(query.externalId(), value.externalId())
                      && sameOptional(query.assetId(), value.assetId())
                      && sameOptional(query.projectId(), value.projectId())
                      && among(query.states(), value.state())
                      && from(query.finishedFrom(), value.finishedAt())
                      && from(query.createdFrom(), Optional.of(value.createdAt()))
                      && before(query.dueUntil(), value.dueAt())
                      && before(query.promisedUntil(), value.promisedSince())
                      && query.carriedOverFrom().filter(n -> value.carriedOver() < n).isEmpty()
                      && before(query.finishedUntil(), value.finishedAt())
                      && before(query.createdUntil(), Optional.of(value.createdAt()))
                      && from(query.dueFrom(), value.dueAt())
                      && among(query.priorities(), value.priority())
                      && same(query.planned(), value.visitId().isPresent()))
          .listedBy(Kinds::order);

  static final Kind<Comment, TaskLogQuery> COMMENT =
      Kind.of(
          "comment",
          Comment::id,
          value -> 1,
          (value, version) -> value,
          (query, value) -> among(query.taskIds(), value.taskId()));

  static final Kind<TimeEntry, TaskLogQuery> TIME =
      Kind.of(
          "time",
          TimeEntry::id,
          value -> 1,
          (value, version) -> value,
          (query, value) -> among(query.taskIds(), value.taskId()));

  static final Kind<Occurrence, OccurrenceQuery> OCCURRENCE =
      Kind.<Occurrence, OccurrenceQuery>of(
              "occurrence",
              Occurrence::id,
              Occurrence::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.source(), value.source())
                      && same(query.externalId(), value.externalId())
                      && same(query.occurrence(), value.occurrence())
                      && sameOptional(query.taskId(), value.taskId())
                      && amongOptional(query.taskIds(), value.taskId())
                      && sameOptional(query.clientId(), value.clientId())
                      && amongOptional(query.assetIds(), value.assetId())
                      && same(query.fault(), value.fault())
                      && same(query.cleared(), value.clearedAt().isPresent())
                      && same(query.unassigned(), value.clientId().isEmpty())
                      && same(query.dismissed(), value.dismissal().isPresent()))
          .unique(
              new Unique<>(
                  "source, external id and occurrence",
                  value ->
                      Optional.of(
                          value.source() + '\0' + value.externalId() + '\0' + value.occurrence())));

  static final Kind<Visit, VisitQuery> VISIT =
      Kind.<Visit, VisitQuery>of(
              "visit",
              Visit::id,
              Visit::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.clientId(), value.clientId())
                      && same(query.siteId(), value.siteId())
                      && same(query.engineerId(), value.engineerId())
                      && same(query.kind(), value.kind())
                      && sameOptional(query.planId(), value.planId())
                      && among(query.states(), value.state())
                      && from(query.from(), Optional.of(value.plannedFor()))
                      && query
                          .until()
                          .filter(until -> !value.plannedFor().isBefore(until))
                          .isEmpty())
          .orderedBy(value -> sortable(value.plannedFor()) + value.id());

  static final Kind<Check, CheckQuery> CHECK =
      Kind.of(
          "check",
          Check::id,
          Check::version,
          (value, version) -> value.toBuilder().version(version).build(),
          (query, value) ->
              same(query.visitId(), value.visitId())
                  && among(query.assetIds(), value.assetId())
                  && same(query.itemId(), value.itemId())
                  && among(query.states(), value.state())
                  && from(query.answeredFrom(), value.answeredAt()));

  static final Kind<Problem, ProblemQuery> PROBLEM =
      Kind.of(
          "problem",
          Problem::id,
          Problem::version,
          (value, version) -> value.toBuilder().version(version).build(),
          (query, value) ->
              same(query.clientId(), value.clientId())
                  && among(query.assetIds(), value.assetId())
                  && same(query.itemId(), value.itemId())
                  && same(query.ended(), value.endedAt().isPresent()));

  static final Kind<VisitReport, ReportQuery> REPORT =
      Kind.<VisitReport, ReportQuery>of(
              "report",
              VisitReport::id,
              VisitReport::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.visitId(), value.visitId())
                      && same(query.clientId(), value.clientId())
                      && same(query.number(), value.number())
                      && same(query.sequence(), value.sequence())
                      && among(query.states(), value.state()))
          .unique(
              new Unique<>(
                  "visit and revision",
                  value -> Optional.of(value.visitId() + '\0' + value.revision())));

  static final Kind<Delivery, DeliveryQuery> DELIVERY =
      Kind.<Delivery, DeliveryQuery>of(
              "delivery",
              Delivery::id,
              Delivery::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.reportId(), value.reportId())
                      && among(query.reportIds(), value.reportId())
                      && same(query.clientId(), value.clientId())
                      && same(query.contactId(), value.contactId())
                      && among(query.states(), value.state())
                      && from(query.changedFrom(), value.stateAt()))
          .unique(
              new Unique<>(
                  "report and contact",
                  value -> Optional.of(value.reportId() + '\0' + value.contactId())));

  static final Kind<ReportLink, ReportLinkQuery> REPORT_LINK =
      Kind.<ReportLink, ReportLinkQuery>of(
              "report link",
              ReportLink::id,
              ReportLink::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.hash(), value.hash())
                      && same(query.deliveryId(), value.deliveryId())
                      && same(query.visitId(), value.visitId()))
          .unique(new Unique<>("token", value -> Optional.of(value.hash())));

  static final Kind<Dispute, DisputeQuery> DISPUTE =
      Kind.<Dispute, DisputeQuery>of(
              "dispute",
              Dispute::id,
              Dispute::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.clientId(), value.clientId())
                      && same(query.visitId(), value.visitId())
                      && same(query.engineerId(), value.engineerId())
                      && same(query.taskId(), value.taskId())
                      && same(query.externalId(), value.externalId())
                      && among(query.states(), value.state())
                      && amongOptional(query.penaltyStates(), value.penalty().map(Penalty::state))
                      && from(query.changedFrom(), Optional.of(value.stateAt()))
                      && from(query.decidedFrom(), value.decidedAt())
                      && before(query.decidedUntil(), value.decidedAt()))
          .unique(
              new Unique<>(
                  "visit and external id",
                  value -> Optional.of(value.visitId() + '\0' + value.externalId())));

  static final Kind<Notice, NoticeQuery> NOTICE =
      Kind.of(
          "notice",
          Notice::id,
          Notice::version,
          (value, version) -> value.toBuilder().version(version).build(),
          (query, value) ->
              among(query.kinds(), value.kind())
                  && same(query.key(), value.key())
                  && among(query.states(), value.state())
                  && sameOptional(query.recipientId(), value.recipientId())
                  && (query.concernsId().isEmpty()
                      || query.concernsId().equals(value.recipientId())
                      || query.concernsId().equals(value.escalatedTo()))
                  && among(query.urgencies(), value.urgency())
                  && sameOptional(query.about(), value.about())
                  && before(query.tellUntil(), value.tellAt())
                  && before(query.escalateUntil(), value.escalateAt())
                  && same(query.sent(), value.sentAt().isPresent()));

  static final Kind<OutgoingLetter, LetterQuery> LETTER =
      Kind.<OutgoingLetter, LetterQuery>of(
              "letter",
              OutgoingLetter::id,
              OutgoingLetter::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.key(), value.key())
                      && same(query.recipient(), value.recipient())
                      && among(query.states(), value.state())
                      && from(query.changedFrom(), Optional.of(value.stateAt()))
                      && query
                          .queuedBefore()
                          .filter(end -> !value.queuedAt().isBefore(end))
                          .isEmpty()
                      && same(query.withContent(), value.frozen().isPresent()))
          .unique(new Unique<>("key", value -> Optional.of(value.key())));

  static final Kind<Invitation, InvitationQuery> INVITATION =
      Kind.<Invitation, InvitationQuery>of(
              "invitation",
              Invitation::id,
              Invitation::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.visitId(), value.visitId())
                      && same(query.contactId(), value.contactId()))
          .unique(
              new Unique<>(
                  "visit and contact",
                  value -> Optional.of(value.visitId() + '\0' + value.contactId())));

  static final Kind<VisitTerms, VisitTermsQuery> VISIT_TERMS =
      Kind.of(
          "visit terms",
          VisitTerms::id,
          VisitTerms::version,
          (value, version) -> value.toBuilder().version(version).build(),
          (query, value) -> true);

  static final Kind<Absence, AbsenceQuery> ABSENCE =
      Kind.of(
          "absence",
          Absence::id,
          Absence::version,
          (value, version) -> value.toBuilder().version(version).build(),
          (query, value) ->
              same(query.staffId(), value.staffId())
                  && same(query.removed(), value.removed())
                  && query.from().filter(value.lastDay()::isBefore).isEmpty()
                  && query.until().filter(value.firstDay()::isAfter).isEmpty());

  static final Kind<MonthPlan, MonthPlanQuery> MONTH_PLAN =
      Kind.<MonthPlan, MonthPlanQuery>of(
              "plan",
              MonthPlan::id,
              MonthPlan::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.month(), value.month()) && among(query.states(), value.state()))
          .unique(
              new Unique<>(
                  "month",
                  value ->
                      Optional.of(value)
                          .filter(plan -> plan.state() != PlanState.SUPERSEDED)
                          .map(plan -> plan.month().toString())));

  static final Kind<Photo, PhotoQuery> PHOTO =
      Kind.of(
          "photo",
          Photo::id,
          Photo::version,
          (value, version) -> value.toBuilder().version(version).build(),
          (query, value) ->
              among(query.taskIds(), value.taskId())
                  && same(query.removed(), value.removed())
                  && same(query.fixed(), value.fixedVisitId().isPresent()));

  static final Kind<Session, SessionQuery> SESSION =
      Kind.<Session, SessionQuery>of(
              "session",
              Session::id,
              Session::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.hash(), value.hash())
                      && same(query.staffId(), value.staffId())
                      && same(query.revoked(), value.revokedAt().isPresent()))
          .unique(new Unique<>("secret", value -> Optional.of(value.hash())));

  static final Kind<SignalMapping, SignalMappingQuery> SIGNAL_MAPPING =
      Kind.<SignalMapping, SignalMappingQuery>of(
              "signal mapping",
              SignalMapping::id,
              SignalMapping::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.source(), value.source())
                      && same(query.clientKey(), value.clientKey())
                      && same(query.assetKey(), value.assetKey())
                      && same(query.clientId(), value.clientId())
                      && same(query.removed(), value.removed()))
          .unique(
              new Unique<>(
                  "source and names",
                  value ->
                      Optional.of(
                          value.source() + '\0' + value.clientKey() + '\0' + value.assetKey())));

  static final Kind<SavedView, SavedViewQuery> SAVED_VIEW =
      Kind.<SavedView, SavedViewQuery>of(
              "saved view",
              SavedView::id,
              SavedView::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) ->
                  same(query.staffId(), value.staffId()) && same(query.removed(), value.removed()))
          .unique(new Unique<>("name", value -> Optional.of(key(value.staffId(), value.name()))));

  static final Kind<Regulation, RegulationQuery> REGULATION =
      Kind.<Regulation, RegulationQuery>of(
              "regulation",
              Regulation::id,
              Regulation::version,
              (value, version) -> value.toBuilder().version(version).build(),
              (query, value) -> same(query.kind(), value.kind()))
          .unique(new Unique<>("kind", value -> Optional.of(value.kind().name())));

  static final Kind<RegulationRevision, RegulationRevisionQuery> REGULATION_REVISION =
      Kind.<RegulationRevision, RegulationRevisionQuery>of(
              "regulation revision",
              RegulationRevision::id,
              value -> 1,
              (value, version) -> value,
              (query, value) ->
                  same(query.regulationId(), value.regulationId())
                      && same(query.number(), value.number()))
          .unique(
              new Unique<>(
                  "regulation and number",
                  value -> Optional.of(value.regulationId() + '\0' + value.number())));

  private Kinds() {}

  private static String order(TaskQuery query, Task task) {
    return switch (query.order()) {
      case AGE -> task.id();
      case DUE -> task.dueAt().map(Kinds::sortable).orElse("~") + ' ' + task.id();
      case PRIORITY -> task.priority().ordinal() + " " + task.id();
    };
  }

  private static <V> boolean same(Optional<V> wanted, V value) {
    return wanted.isEmpty() || wanted.get().equals(value);
  }

  private static <V> boolean sameOptional(Optional<V> wanted, Optional<V> value) {
    return wanted.isEmpty() || wanted.equals(value);
  }

  private static boolean sameIgnoringCase(Optional<String> wanted, String value) {
    return wanted.isEmpty() || wanted.get().equalsIgnoreCase(value);
  }

  private static <V> boolean among(Collection<V> wanted, V value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private static <V> boolean amongOptional(Collection<V> wanted, Optional<V> value) {
    return wanted.isEmpty() || value.filter(wanted::contains).isPresent();
  }

  private static boolean from(Optional<Instant> wanted, Optional<Instant> value) {
    return wanted.isEmpty() || value.filter(at -> !at.isBefore(wanted.get())).isPresent();
  }

  private static boolean before(Optional<Instant> end, Optional<Instant> value) {
    return end.isEmpty() || value.filter(at -> at.isBefore(end.get())).isPresent();
  }

  private static String key(String clientId, String name) {
    return clientId + '\0' + name.toLowerCase(Locale.ROOT);
  }

  private static String sortable(Instant instant) {
    return "%020d%09d".formatted(instant.getEpochSecond() + (1L << 40), instant.getNano());
  }
}
