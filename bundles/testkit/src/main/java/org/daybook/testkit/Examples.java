package org.daybook.testkit;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.access.Session;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Invitation;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.NoticeMessage;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.diary.Project;
import org.daybook.api.diary.SavedView;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.photo.Photo;
import org.daybook.api.plan.Absence;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.regulation.Frequency;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.api.regulation.RegulationRevision;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.IdempotentAnswer;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TimeEntry;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * Valid values to begin a test with; {@code toBuilder()} of each makes another. They fit together:
 * the client {@code romashka} with its site, equipment, people, one visit and what belongs to it.
 * {@link ExampleVisit} and {@link ExampleReport} have whole visits and reports.
 */
public final class Examples {
  /** 12 March 2026, 9:00 in Moscow. */
  public static final Instant NOW = Instant.parse("2026-03-12T06:00:00Z");

  public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  public static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  public static final Locale ENGLISH = Locale.ENGLISH;

  public static final String CLIENT_ID = "client-romashka";
  public static final String SITE_ID = "site-office";
  public static final String ASSET_ID = "asset-buh-1";
  public static final String CONTACT_ID = "contact-lyutikova";
  public static final String PROJECT_ID = "project-server";
  public static final String VISIT_ID = "visit-1";
  public static final String TASK_ID = "task-1";
  public static final String REPORT_ID = "report-1";

  public static final String ADMIN_ID = "staff-admin";
  public static final String MANAGER_ID = "staff-manager";
  public static final String ENGINEER_ID = "staff-engineer";
  public static final String SUPPORT_ID = "staff-support";
  public static final String SPECIALIST_ID = "staff-specialist";

  /** Who runs the installation. */
  public static final Actor ADMIN = actor(staff(Role.ADMIN));

  /** The manager of {@link #ENGINEER}. */
  public static final Actor MANAGER = actor(staff(Role.MANAGER));

  /** The engineer of the client {@code romashka}. */
  public static final Actor ENGINEER = actor(staff(Role.ENGINEER));

  public static final Actor SUPPORT = actor(staff(Role.SUPPORT));
  public static final Actor SPECIALIST = actor(staff(Role.SPECIALIST));

  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private Examples() {}

  /** A member of staff as an actor. */
  public static Actor actor(StaffMember member) {
    return new Actor(member.id(), member.name(), member.role());
  }

  /** A premium client who reads Russian. */
  public static Client client() {
    return Client.builder()
        .id(CLIENT_ID)
        .code("romashka")
        .name("ООО «Ромашка»")
        .plan(ServicePlan.PREMIUM)
        .language(RUSSIAN)
        .zone(ZONE)
        .engineerId(ENGINEER_ID)
        .managerId(MANAGER_ID)
        .build();
  }

  public static Site site() {
    return Site.builder()
        .id(SITE_ID)
        .clientId(CLIENT_ID)
        .name("Главный офис")
        .address("Луговая улица, 5")
        .build();
  }

  /** The person who gets the reports. */
  public static Contact contact() {
    return Contact.builder()
        .id(CONTACT_ID)
        .clientId(CLIENT_ID)
        .name("Анна Лютикова")
        .position("офис-менеджер")
        .email("anna@romashka.test")
        .phone("+7 000 000-00-01")
        .reportRecipient(true)
        .responsible(true)
        .build();
  }

  /** A workstation. */
  public static Asset asset() {
    return Asset.builder()
        .id(ASSET_ID)
        .clientId(CLIENT_ID)
        .siteId(SITE_ID)
        .kind(AssetKind.WORKSTATION)
        .name("Бухгалтерия-1")
        .hostname("buh-1")
        .inventoryNumber("INV-0001")
        .build();
  }

  /** The example member of staff who has a role. */
  public static StaffMember staff(Role role) {
    StaffMember.Builder member = StaffMember.builder().role(role);
    return switch (role) {
      case ADMIN -> member.id(ADMIN_ID).name("Админ Настройкин").build();
      case MANAGER ->
          member
              .id(MANAGER_ID)
              .name("Ольга Берёзкина")
              .email("olga@service.test")
              .phone("+7 000 000-00-02")
              .build();
      case ENGINEER ->
          member
              .id(ENGINEER_ID)
              .name("Пётр Одуванчиков")
              .email("petr@service.test")
              .managerId(MANAGER_ID)
              .build();
      case SUPPORT -> member.id(SUPPORT_ID).name("Инна Трубкина").managerId(MANAGER_ID).build();
      case SPECIALIST ->
          member
              .id(SPECIALIST_ID)
              .name("Глеб Кабельный")
              .email("gleb@service.test")
              .department("сети")
              .managerId(MANAGER_ID)
              .build();
    };
  }

  /** The engineer's account; its hash fits no password. */
  public static Account account() {
    return Account.builder()
        .id("account-engineer")
        .login("engineer")
        .passwordHash("none")
        .staffId(ENGINEER_ID)
        .build();
  }

  public static AccessToken token() {
    return AccessToken.builder()
        .id("token-1")
        .name("monitoring")
        .hash(HASH)
        .scopes(Set.of("hook:alertmanager"))
        .createdAt(NOW)
        .build();
  }

  /** The engineer's phone, just logged in. */
  public static Session session() {
    return Session.builder()
        .id("session-1")
        .accountId("account-engineer")
        .accountVersion(1)
        .staffId(ENGINEER_ID)
        .hash(HASH)
        .device("Chrome, Android")
        .kept(true)
        .createdAt(NOW)
        .lastSeenAt(NOW)
        .expiresAt(NOW.plus(Duration.ofDays(30)))
        .build();
  }

  public static Project project() {
    return Project.builder()
        .id(PROJECT_ID)
        .clientId(CLIENT_ID)
        .title("Замена сервера")
        .description("Новый сервер для 1С")
        .createdAt(NOW.minus(Duration.ofDays(30)))
        .build();
  }

  /** A visit in the calendar, for {@link #NOW}. */
  public static Visit visit() {
    return Visit.builder()
        .id(VISIT_ID)
        .kind(VisitKind.PLANNED)
        .state(VisitState.SCHEDULED)
        .clientId(CLIENT_ID)
        .siteId(SITE_ID)
        .engineerId(ENGINEER_ID)
        .plannedFor(NOW)
        .build();
  }

  public static VisitDraft visitDraft() {
    return VisitDraft.builder()
        .kind(VisitKind.PLANNED)
        .client("romashka")
        .site(SITE_ID)
        .engineer(ENGINEER_ID)
        .plannedFor(NOW)
        .build();
  }

  /** A new task that a manager set. */
  public static Task task() {
    return Task.builder()
        .id(TASK_ID)
        .clientId(CLIENT_ID)
        .source("managers")
        .title("Перенести папку «Договоры» на сервер")
        .createdAt(NOW.minus(Duration.ofDays(3)))
        .build();
  }

  public static Comment comment() {
    return new Comment(
        "comment-1", TASK_ID, ENGINEER_ID, "Пётр Одуванчиков", NOW, "Нужен доступ к папке.");
  }

  public static TimeEntry timeEntry() {
    return new TimeEntry("time-1", TASK_ID, ENGINEER_ID, 25, NOW);
  }

  /** A standing fault that monitoring reported, without a task. */
  public static Occurrence occurrence() {
    return Occurrence.builder()
        .id("occurrence-1")
        .source("monitoring")
        .externalId("DiskAlmostFull/buh-1")
        .occurrence("2026-03-11T22:00:00Z")
        .clientId(CLIENT_ID)
        .clientHint("romashka")
        .assetId(ASSET_ID)
        .assetHint("buh-1")
        .title("Диск C: заполнен на 95 %")
        .fault(true)
        .raisedAt(NOW.minus(Duration.ofHours(8)))
        .build();
  }

  /** An open check of {@link #visit()} on {@link #asset()}. */
  public static Check check() {
    return Check.builder()
        .id("check-1")
        .visitId(VISIT_ID)
        .assetId(ASSET_ID)
        .itemId("antivirus-scan")
        .title("Проверка антивирусом")
        .build();
  }

  /** A standing problem on {@link #asset()}. */
  public static Problem problem() {
    return Problem.builder()
        .id("problem-1")
        .clientId(CLIENT_ID)
        .assetId(ASSET_ID)
        .itemId("antivirus-scan")
        .description("Антивирусные базы не обновляются")
        .action("Заказана новая лицензия")
        .ownerId(ENGINEER_ID)
        .since(NOW)
        .foundVisitId(VISIT_ID)
        .build();
  }

  /** A released report of {@link #visit()}, with a snapshot that is no real one. */
  public static VisitReport report() {
    return VisitReport.builder()
        .id(REPORT_ID)
        .number("2026-0001")
        .revision(1)
        .visitId(VISIT_ID)
        .clientId(CLIENT_ID)
        .state(ReportState.RELEASED)
        .snapshot("{}")
        .sha256("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
        .createdAt(NOW)
        .releasedAt(NOW)
        .build();
  }

  /** A queued delivery of {@link #report()} to {@link #contact()}. */
  public static Delivery delivery() {
    return Delivery.builder()
        .id("delivery-1")
        .reportId(REPORT_ID)
        .clientId(CLIENT_ID)
        .contactId(CONTACT_ID)
        .recipient("anna@romashka.test")
        .channel("folder")
        .messageId("report-1.delivery-1@daybook.test")
        .queuedAt(NOW)
        .build();
  }

  public static Notice notice() {
    return Notice.builder()
        .id("notice-1")
        .kind(NoticeKind.SECTION_FAULT)
        .key("section:devices")
        .subject("The section devices failed.")
        .raisedAt(NOW)
        .lastSeenAt(NOW)
        .build();
  }

  /** The manager is told that {@link #visit()} has not begun. */
  public static NoticeMessage noticeMessage() {
    Notice notice =
        Notice.builder()
            .id("notice-7")
            .kind(NoticeKind.LATE_START)
            .key("visit:" + VISIT_ID)
            .subject(
                "Выезд, назначенный на 12 марта в 8:00, вовремя не начался: позвоните инженеру.")
            .recipientId(MANAGER_ID)
            .about("/board/visits/" + VISIT_ID)
            .urgency(Notice.Urgency.URGENT)
            .raisedAt(NOW)
            .lastSeenAt(NOW)
            .tellAt(NOW)
            .version(1)
            .build();
    return NoticeMessage.builder()
        .key("notices:" + MANAGER_ID + ":1")
        .to(staff(Role.MANAGER))
        .addNotices(notice)
        .language(RUSSIAN)
        .build();
  }

  /** {@link #contact()} has a page of the report of {@link #delivery()}. */
  public static ReportLink reportLink() {
    return ReportLink.builder()
        .id("link-1")
        .hash(HASH)
        .deliveryId("delivery-1")
        .visitId(VISIT_ID)
        .clientId(CLIENT_ID)
        .contactId(CONTACT_ID)
        .createdAt(NOW)
        .expiresAt(NOW.plus(java.time.Duration.ofDays(90)))
        .build();
  }

  /** A queued letter to {@link #contact()}. */
  public static OutgoingLetter outgoingLetter() {
    return OutgoingLetter.builder()
        .id("letter-1")
        .key("invitation:visit-1:contact-1:1")
        .recipient("anna@romashka.test")
        .subject("Выезд инженера 12.03 в 09:00")
        .overseerId(MANAGER_ID)
        .frozen("{}")
        .channel("folder")
        .messageId("letter-1@daybook.test")
        .queuedAt(NOW)
        .stateAt(NOW)
        .build();
  }

  /** {@link #contact()} was told of {@link #visit()} by {@link #outgoingLetter()}. */
  public static Invitation invitation() {
    return Invitation.builder()
        .id("invitation-1")
        .visitId(VISIT_ID)
        .contactId(CONTACT_ID)
        .sequence(1)
        .cancelled(false)
        .said("0".repeat(64))
        .letterKey("invitation:visit-1:contact-1:1")
        .queuedAt(NOW)
        .build();
  }

  /** {@link #contact()} misses a task in the report. */
  public static Dispute dispute() {
    return Dispute.builder()
        .id("dispute-1")
        .externalId("form-1")
        .visitId(VISIT_ID)
        .revision(1)
        .clientId(CLIENT_ID)
        .contactId(CONTACT_ID)
        .engineerId(ENGINEER_ID)
        .taskId(TASK_ID)
        .title("Не настроен принтер в приёмной")
        .text("Просили ещё в прошлый раз.")
        .openedAt(NOW)
        .stateAt(NOW)
        .build();
  }

  /** {@link #client()} likes visits on Tuesdays and Thursdays, from ten on. */
  public static VisitTerms visitTerms() {
    return VisitTerms.builder()
        .id(CLIENT_ID)
        .addWeekdays(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)
        .earliest(LocalTime.of(10, 0))
        .build();
  }

  /** The engineer is on leave in the first week of April 2026. */
  public static Absence absence() {
    return Absence.builder()
        .id("absence-1")
        .staffId(ENGINEER_ID)
        .firstDay(LocalDate.of(2026, 4, 1))
        .lastDay(LocalDate.of(2026, 4, 7))
        .reason("отпуск")
        .build();
  }

  /** What monitoring calls "Romashka HQ" is {@link #client()}, as the manager says. */
  public static SignalMapping signalMapping() {
    return SignalMapping.builder()
        .id("mapping-1")
        .source("monitoring")
        .clientKey("romashka hq")
        .clientId(CLIENT_ID)
        .mappedBy(MANAGER_ID)
        .mappedAt(NOW)
        .build();
  }

  /** What the manager looks at in the morning. */
  public static SavedView savedView() {
    return SavedView.builder()
        .id("view-1")
        .staffId(MANAGER_ID)
        .name("Просроченные")
        .query("overdue=on")
        .build();
  }

  /** A draft for April 2026. */
  public static MonthPlan monthPlan() {
    return MonthPlan.builder().id("plan-1").month(YearMonth.of(2026, 4)).createdAt(NOW).build();
  }

  /** What is done on a workstation: {@link #check()} is its first item. */
  public static Regulation regulation() {
    return Regulation.builder()
        .id("regulation-1")
        .kind(AssetKind.WORKSTATION)
        .addItems(
            regulationItem(),
            RegulationItem.builder()
                .id("accounts")
                .titleRu("Проверка учётных записей")
                .titleEn("Check the accounts")
                .frequency(Frequency.MONTHLY)
                .mandatory(false)
                .build())
        .revision(1)
        .changedAt(NOW)
        .changedBy("source:routine")
        .build();
  }

  public static RegulationItem regulationItem() {
    return RegulationItem.builder()
        .id("antivirus-scan")
        .titleRu("Проверка антивирусом")
        .titleEn("Scan for malware")
        .frequency(Frequency.EVERY_VISIT)
        .build();
  }

  /** The first revision of {@link #regulation()}. */
  public static RegulationRevision regulationRevision() {
    return RegulationRevision.builder()
        .id("revision-1")
        .regulationId("regulation-1")
        .number(1)
        .items(regulation().items())
        .changedAt(NOW)
        .changedBy("source:routine")
        .build();
  }

  public static FrozenVisit frozenVisit() {
    return new FrozenVisit(VISIT_ID, 1, Optional.empty(), "{\"visitId\":\"visit-1\"}", NOW);
  }

  public static IdempotentAnswer answer() {
    return new IdempotentAnswer(
        "staff-manager POST /api/v1/tasks key-1", HASH, 201, "{}", "{\"id\":\"task-1\"}", NOW);
  }

  /** Monitoring says that something is wrong with {@link #asset()}. */
  public static TaskSignal signal() {
    return TaskSignal.builder()
        .kind(SignalKind.RAISED)
        .externalId("DiskAlmostFull/buh-1")
        .occurrence("2026-03-11T22:00:00Z")
        .client("romashka")
        .asset("buh-1")
        .title("Диск C: заполнен на 95 %")
        .priority(Priority.HIGH)
        .occurredAt(NOW.minus(Duration.ofHours(8)))
        .fault(true)
        .build();
  }

  /** A person asks for something at the client {@code romashka}. */
  public static TaskRequest request() {
    return TaskRequest.builder()
        .client("romashka")
        .title("Настроить принтер в приёмной")
        .description("Печатает бледно.")
        .priority(Priority.NORMAL)
        .build();
  }

  /** An e-mail in Russian with one small attachment. */
  public static Letter letter() {
    return new Letter(
        "report-1.delivery-1@daybook.test",
        NOW,
        new Letter.Mailbox("Сервисная компания", "reports@service.test"),
        new Letter.Mailbox("Анна Лютикова", "anna@romashka.test"),
        Optional.of(new Letter.Mailbox("Ольга Берёзкина", "olga@service.test")),
        List.of(),
        "Отчёт о выезде 12.03 — ООО «Ромашка»: 23 из 25 устройств в порядке",
        "Выполнено 3 из 6 задач.",
        "<p>Выполнено 3 из 6 задач.</p>",
        List.of(),
        List.of(
            new Letter.Attachment(
                "Отчёт 2026-0001.pdf",
                "report-2026-0001.pdf",
                "application/pdf",
                "%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
        Optional.empty(),
        RUSSIAN);
  }

  /** A small message to {@link #contact()} for a channel. */
  public static Dispatch dispatch() {
    String message =
        """
        From: reports@service.test
        To: anna@romashka.test
        Subject: A report
        Message-ID: <report-1.delivery-1@daybook.test>
        Date: Thu, 12 Mar 2026 09:00:00 +0300
        MIME-Version: 1.0
        Content-Type: text/plain; charset=us-ascii

        All is well.
        .A line that begins with a dot.
        """
            .replace("\n", "\r\n");
    return new Dispatch(
        "delivery-1",
        "bounces+delivery-1@service.test",
        "anna@romashka.test",
        message.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  /** A photo of {@link #task()} that the report shows. */
  public static Photo photo() {
    return Photo.builder()
        .id("photo-1")
        .taskId(task().id())
        .caption("Новый вентилятор")
        .inReport(true)
        .width(1600)
        .height(1200)
        .bytes(200_000)
        .sha256("a".repeat(64))
        .takenBy(ENGINEER_ID)
        .takenAt(NOW)
        .build();
  }

  /** Stores staff, client, site, contact and equipment: what most tests begin with. */
  public static void directory(Transaction tx) {
    for (Role role : Role.values()) {
      tx.staff().insert(staff(role));
    }
    tx.clients().insert(client());
    tx.sites().insert(site());
    tx.contacts().insert(contact());
    tx.assets().insert(asset());
  }
}
