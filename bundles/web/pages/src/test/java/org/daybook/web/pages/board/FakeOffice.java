package org.daybook.web.pages.board;

import java.time.Duration;
import java.util.stream.Stream;
import org.daybook.api.access.Account;
import org.daybook.api.access.Role;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.core.directory.DirectoryService;
import org.daybook.core.directory.RegulationService;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.daybook.web.pages.Parts;

/** A platform in memory with the example values in it and an account for each role. */
public final class FakeOffice implements Parts {
  public final SettableClock clock = new SettableClock();
  public final InMemoryStore store = new InMemoryStore(clock);
  final FakeFigures figures = new FakeFigures();
  final FakeCalendarParts calendar = new FakeCalendarParts(store);
  final FakeServices services = new FakeServices(store, clock);
  final FakeWork work = new FakeWork(store);
  private final FakeReleases reports = new FakeReleases(store);
  public final FakeStaff staff = new FakeStaff(store);
  public final FakeSessions sessions = new FakeSessions(staff);
  private final FakeNotices notices = new FakeNotices(store);
  final RegulationService regulations = new RegulationService(store, clock);
  private final DirectoryService directory =
      new DirectoryService(store, clock, new InMemoryJobQueue(store, clock));
  private boolean away;
  private boolean withoutFigures;
  private boolean withoutDirectory;
  private boolean withoutNotices;

  FakeOffice() {
    store.prepare(
        tx -> {
          tx.clients().insert(Examples.client());
          tx.sites().insert(Examples.site());
          tx.contacts().insert(Examples.contact());
          tx.assets().insert(Examples.asset());
          Stream.of(Role.values()).map(Examples::staff).forEach(tx.staff()::insert);
          Stream.of(Role.values()).map(FakeOffice::account).forEach(tx.accounts()::insert);
          tx.visits().insert(Examples.visit());
          tx.tasks()
              .insert(
                  Examples.task().toBuilder()
                      .visitId(Examples.VISIT_ID)
                      .specialistId(Examples.SPECIALIST_ID)
                      .description("Папка <b>у директора</b>")
                      .dueAt(Examples.NOW.minusSeconds(60))
                      .build());
          tx.comments().insert(Examples.comment());
          tx.checks().insert(Examples.check());
          tx.reports().insert(Examples.report());
          tx.deliveries().insert(Examples.delivery());
          tx.regulations().insert(Examples.regulation());
          tx.regulationRevisions().insert(Examples.regulationRevision());
          tx.disputes().insert(Examples.dispute());
          tx.occurrences().insert(FakeWork.signal("signal-1"));
          tx.signalMappings().insert(Examples.signalMapping());
          tx.letters().insert(Examples.outgoingLetter());
          tx.projects().insert(Examples.project());
          tx.tokens().insert(Examples.token());
          tx.absences().insert(Examples.absence());
        });
  }

  private static Account account(Role role) {
    return Examples.account().toBuilder()
        .id("account-" + role)
        .login(FakeStaff.login(role))
        .staffId(Examples.staff(role).id())
        .passwordHash("hash of " + role)
        .build();
  }

  /** A late start of the example visit, for the manager. */
  public static Notice lateStart(String id) {
    return Examples.notice().toBuilder()
        .id(id)
        .kind(NoticeKind.LATE_START)
        .key("visit:" + Examples.VISIT_ID + ":" + id)
        .subject("Выезд вовремя не начался: позвоните инженеру.")
        .about("/board/visits/" + Examples.VISIT_ID)
        .recipientId(Examples.MANAGER_ID)
        .build();
  }

  public void add(Notice notice) {
    store.prepare(tx -> tx.notices().insert(notice));
  }

  public Notice notice(String id) {
    return store.read(tx -> tx.notices().find(id).orElseThrow());
  }

  public void withoutStorage() {
    away = true;
  }

  void withoutDirectory() {
    withoutDirectory = true;
  }

  void withoutNotices() {
    withoutNotices = true;
  }

  void withoutFigures() {
    withoutFigures = true;
  }

  @Override
  public Present present() {
    return new Present(
        away ? null : store,
        work.links,
        reports,
        work.deliveries,
        work.disputes,
        work.wishes,
        work.intake,
        away ? null : staff,
        away || withoutNotices ? null : notices,
        withoutFigures ? null : figures,
        clock,
        away ? null : sessions,
        away || withoutDirectory ? null : directory,
        away ? null : calendar.planning(),
        away ? null : services.diary(),
        away ? null : services.history(),
        away ? null : services.post(),
        away ? null : regulations,
        calendar.visits(),
        calendar.workCalendar(),
        services.savedViews(),
        services.signals(),
        services.postOffice(),
        () -> Duration.ofMinutes(30));
  }
}
