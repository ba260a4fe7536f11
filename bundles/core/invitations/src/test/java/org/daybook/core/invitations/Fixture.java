package org.daybook.core.invitations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.LinkedVisit;
import org.daybook.api.delivery.WishLinks;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.visit.Visit;
import org.daybook.rendering.icalendar.IcalendarWriter;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;

/** A client with a visit that is to come, on a Thursday at 09:00 in Moscow. */
final class Fixture {
  static final Settings SETTINGS =
      new Settings(
          true,
          true,
          Set.of(),
          Duration.ofHours(8),
          1,
          LocalTime.NOON,
          Duration.ofHours(2),
          Duration.ofMinutes(5),
          "daybook@example.com");

  static final Instant PLANNED = Instant.parse("2026-03-19T06:00:00Z");

  final SettableClock clock = new SettableClock(Instant.parse("2026-03-12T06:00:00Z"));
  final InMemoryStore store = new InMemoryStore(clock);
  final InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);
  final FakePost post = new FakePost(store);
  final FakeLinks links = new FakeLinks();
  private Settings settings = SETTINGS;

  Fixture() {
    store.prepare(Examples::directory);
    store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit().toBuilder().plannedFor(PLANNED).build());
        });
  }

  Fixture with(Settings other) {
    settings = other;
    return this;
  }

  /** Looks at the visit as the queued job does. */
  void look() {
    new InvitationJob(store, post, new IcalendarWriter(), clock, settings)
        .run(new Job(InvitationJob.TYPE, Examples.VISIT_ID));
  }

  ReminderJob reminders() {
    return new ReminderJob(store, jobs, post, links, clock, settings);
  }

  void sweep() {
    reminders().run(ReminderJob.JOB);
  }

  void change(UnaryOperator<Visit.Builder> change) {
    store.prepare(
        tx -> {
          Visit visit = tx.visits().findForUpdate(Examples.VISIT_ID).orElseThrow();
          tx.visits().update(change.apply(visit.toBuilder()).build());
        });
  }

  /** Makes no link for one visit. */
  static final class FakeLinks implements WishLinks {
    String broken = "";

    @Override
    public String addressFor(String visitId, String contactId, String letterKey) {
      if (visitId.equals(broken)) {
        throw new UnavailableException("The key cannot be read.");
      }
      return "https://reports.service.test/w/{link:1}";
    }

    @Override
    public LinkedVisit open(String token) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void revoke(Actor actor, String letterId) {
      throw new UnsupportedOperationException();
    }
  }
}
