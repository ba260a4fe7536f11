package org.daybook.web.rest.fake;

import org.daybook.api.diary.TaskHistory;
import org.daybook.api.source.RemoteFixes;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.Store;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.daybook.web.rest.Parts;

/** The platform in memory; parts can be taken away one by one. */
public final class FakeParts implements Parts {
  public final InMemoryStore store = new InMemoryStore();
  public final FakeAccounts accounts = new FakeAccounts(store);
  public final FakeIntake intake = new FakeIntake(store);
  public final FakeDiary diary = new FakeDiary(store);
  public final FakeVisits visits = new FakeVisits(store);
  public final FakeReports reports = new FakeReports(store);
  public final FakeDeliveries deliveries = new FakeDeliveries(store);
  public final FakeLinks links = new FakeLinks(store);
  public final FakeDisputes disputes = new FakeDisputes(store);
  public final FakeNotices notices = new FakeNotices(store);
  public final FakeDirectory directory = new FakeDirectory(store);
  public final FakeLetters letters = new FakeLetters(store);
  public final SettableClock clock = new SettableClock();
  public final FakeFigures figures = new FakeFigures();
  public final FakePlanning planning = new FakePlanning(store);
  public final FakeSessions sessions = new FakeSessions(accounts);

  public final FakeSiteEquipment equipment = new FakeSiteEquipment(store);
  public final FakePhotos photos = new FakePhotos(store);

  public final RemoteFixes remoteFixes =
      (actor, fix) ->
          intake.submit(
              "remote",
              TaskRequest.builder().client(fix.client()).title(fix.title()).build(),
              actor);
  public final TaskHistory history = new FakeHistory(store);
  public final FakeSignals signals = new FakeSignals(store);
  public final FakeRegulations regulations = new FakeRegulations(store);

  private volatile Present present = whole();

  @Override
  public Present present() {
    return present;
  }

  /** As when the storage bundle is stopped: everything that needs it goes with it. */
  public void withoutStorage() {
    present =
        new Present(
            null, null, null, null, null, null, null, null, null, null, null, clock, null, null,
            null, null, null, null, null, null, null, null, null);
  }

  public void withoutIntake() {
    present =
        new Present(
            store,
            null,
            diary,
            visits,
            reports,
            deliveries,
            links,
            disputes,
            notices,
            directory,
            accounts,
            clock,
            figures,
            letters,
            letters,
            planning,
            equipment,
            photos,
            remoteFixes,
            history,
            sessions,
            signals,
            regulations);
  }

  public void withStorage(Store other) {
    present =
        new Present(
            other,
            intake,
            diary,
            visits,
            reports,
            deliveries,
            links,
            disputes,
            notices,
            directory,
            accounts,
            clock,
            figures,
            letters,
            letters,
            planning,
            equipment,
            photos,
            remoteFixes,
            history,
            sessions,
            signals,
            regulations);
  }

  public void complete() {
    present = whole();
  }

  private Present whole() {
    return new Present(
        store,
        intake,
        diary,
        visits,
        reports,
        deliveries,
        links,
        disputes,
        notices,
        directory,
        accounts,
        clock,
        figures,
        letters,
        letters,
        planning,
        equipment,
        photos,
        remoteFixes,
        history,
        sessions,
        signals,
        regulations);
  }
}
