package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;
import org.daybook.api.job.Job;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.VisitReport;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** A mail server that is away for long. */
public class OutageTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Fixture fixture = new Fixture();
  private final List<String> queued = new ArrayList<>();

  @Test
  public void afterADayWithoutAMailServerEverythingGoesOutInOrder() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    Instant start = fixture.clock.instant();
    for (int minute = 0; minute < 24 * 60; minute++) {
      if (minute % 37 == 0) {
        queueAnother();
      }
      fixture.advance(MINUTE);
    }
    assertThat(fixture.deliveries())
        .hasSize(39)
        .allSatisfy(
            each -> {
              assertThat(each.state()).isEqualTo(DeliveryState.DEFERRED);
              assertThat(each.nextAttemptAt().orElseThrow())
                  .isAfter(fixture.clock.instant().minus(MINUTE));
            });
    assertThat(fixture.deliveries().get(0).attempts()).as("growing pauses").isLessThan(24 + 7 + 39);
    assertThat(Duration.between(start, fixture.clock.instant())).isEqualTo(Duration.ofDays(1));

    int tried = fixture.mail.sent.size();
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    for (int minute = 0; minute < 61; minute++) {
      fixture.advance(MINUTE);
    }
    assertThat(fixture.deliveries()).allMatch(each -> each.state() == DeliveryState.SENT);
    List<String> sent =
        fixture.mail.sent.subList(tried, fixture.mail.sent.size()).stream()
            .map(Dispatch::deliveryId)
            .toList();
    assertThat(sent).isEqualTo(queued);
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void onceOneIsTakenTheOthersNeedNotWaitForTheEndOfTheirPauses() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    for (int i = 0; i < 10; i++) {
      queueAnother();
    }
    for (int minute = 0; minute < 6 * 60; minute++) {
      fixture.advance(MINUTE);
    }
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    Instant first =
        fixture.deliveries().stream()
            .map(each -> each.nextAttemptAt().orElseThrow())
            .min(Instant::compareTo)
            .orElseThrow();
    fixture.clock.set(first);
    fixture.run();
    assertThat(fixture.deliveries()).allMatch(each -> each.state() == DeliveryState.SENT);
  }

  @Test
  public void whatComesLaterDoesNotOvertakeAndBringsTheOthersForward() {
    for (boolean restarted : new boolean[] {false, true}) {
      queued.clear();
      Fixture day = new Fixture();
      day.mail.answer = () -> new Receipt.Deferred("no connection", true);
      for (int i = 0; i < 5; i++) {
        queueAnother(day);
      }
      for (int minute = 0; minute < 5 * 60 + 7; minute++) {
        day.advance(MINUTE);
      }
      int tried = day.mail.sent.size();
      day.mail.answer = () -> new Receipt.Sent("250 taken");
      if (restarted) {
        day.restart();
      }
      queueAnother(day);
      day.advance(Duration.ofSeconds(1));
      day.advance(Duration.ofSeconds(1));
      assertThat(day.mail.sent.subList(tried, day.mail.sent.size()))
          .as("restarted: " + restarted)
          .extracting(Dispatch::deliveryId)
          .isEqualTo(queued);
    }
  }

  @Test
  public void aRushWhileNobodyAnswersAsksTheServerOnceAMinute() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    queueAnother();
    fixture.run();
    fixture.advance(Duration.ofHours(3));
    int tried = fixture.mail.sent.size();
    for (int i = 0; i < 100; i++) {
      queueAnother();
      fixture.run();
    }
    assertThat(fixture.mail.sent).hasSizeLessThan(tried + 3);
  }

  @Test
  public void operatorsAreToldOfAServerThatIsAwayForHalfAnHour() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    queueAnother();
    for (int minute = 0; minute < 30; minute++) {
      fixture.advance(MINUTE);
    }
    assertThat(fixture.notices.standing()).isEmpty();
    fixture.advance(Duration.ofHours(1));
    assertThat(fixture.notices.standing(NoticeKind.CHANNEL_FAULT, "channel:mail"))
        .hasValueSatisfying(notice -> assertThat(notice.subject()).contains("no connection"));
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.advance(Duration.ofHours(1));
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void aRecipientWhoseServerPutsOffIsNotHurriedByTheOthers() {
    String slow = queueAnother();
    fixture.mail.answer = () -> new Receipt.Deferred("451 greylisted");
    fixture.run();
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    queueAnother();
    fixture.run();
    Delivery waiting = delivery(slow);
    assertThat(waiting.state()).isEqualTo(DeliveryState.DEFERRED);
    assertThat(waiting.nextAttemptAt()).contains(fixture.clock.instant().plus(MINUTE));

    fixture.mail.answer = () -> new Receipt.Deferred("452 mailbox full");
    fixture.advance(Duration.ofHours(5));
    Instant next = delivery(slow).nextAttemptAt().orElseThrow();
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    queueAnother();
    fixture.run();
    assertThat(delivery(slow).nextAttemptAt()).contains(next);
  }

  @Test
  public void whatIsPutOffOnItsOwnAfterAnOutageHoldsUpNobody() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    String full = queueAnother();
    fixture.run();
    fixture.mail.answer =
        () ->
            lastTried().equals(full)
                ? new Receipt.Deferred("452 mailbox full")
                : new Receipt.Sent("250 taken");
    fixture.advance(MINUTE);
    String next = queueAnother();
    fixture.run();
    assertThat(delivery(next).state()).isEqualTo(DeliveryState.SENT);
    assertThat(delivery(full).state()).isEqualTo(DeliveryState.DEFERRED);
    assertThat(delivery(full).lastAnswer()).contains("452 mailbox full");
  }

  @Test
  public void whatAnotherNodeSentIsNotWaitedFor() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    queueAnother();
    fixture.run();
    DeliveriesService node = fixture.service;
    fixture.restart();
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.advance(MINUTE);
    String next = queueAnother();
    fixture.jobs.runAll(node);
    assertThat(fixture.deliveries()).allMatch(each -> each.state() == DeliveryState.SENT);
    assertThat(lastTried()).isEqualTo(next);
  }

  @Test
  public void whatAnotherNodePutOffAgainIsWaitedForUntilItIsTried() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    String oldest = queueAnother();
    fixture.run();
    DeliveriesService node = fixture.service;
    fixture.restart();
    fixture.advance(MINUTE);
    Instant again = delivery(oldest).nextAttemptAt().orElseThrow();
    String next = queueAnother();
    fixture.jobs.runAll(node);
    assertThat(delivery(next).nextAttemptAt().orElseThrow()).isAfter(again);
    assertThat(delivery(next).attempts()).isZero();
  }

  @Test
  public void whatAnotherNodeFoundToBePutOffOnItsOwnIsNotHurried() {
    fixture.mail.answer = () -> new Receipt.Deferred("451 greylisted");
    String first = queueAnother();
    fixture.run();
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    String full = queueAnother();
    fixture.run();
    DeliveriesService node = fixture.service;
    fixture.restart();
    fixture.clock.advance(MINUTE);
    fixture.mail.answer = () -> new Receipt.Deferred("452 mailbox full");
    fixture.service.run(new Job("delivery", full));
    Delivery before = delivery(full);
    assertThat(before.lastAnswer()).contains("452 mailbox full");
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    node.run(new Job("delivery", first));
    assertThat(delivery(first).state()).isEqualTo(DeliveryState.SENT);
    assertThat(delivery(full)).isEqualTo(before);
  }

  @Test
  public void theServerIsAskedByTheOldestThatStillWaits() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    String gone = queueAnother();
    fixture.run();
    String oldest = queueAnother();
    fixture.run();
    DeliveriesService node = fixture.service;
    fixture.restart();
    fixture.mail.answer = () -> new Receipt.Refused("550 no such user");
    fixture.advance(MINUTE.multipliedBy(2));
    assertThat(delivery(gone).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(delivery(oldest).attempts()).isZero();
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    queueAnother();
    fixture.jobs.runAll(node);
    assertThat(lastTried()).isEqualTo(oldest);
  }

  @Test
  public void whatWaitsForTheOneThatIsJustTriedDoesNotAskEachMoment() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection", true);
    queueAnother();
    fixture.run();
    List<String> next = new ArrayList<>();
    fixture.mail.answer =
        () -> {
          if (next.isEmpty()) {
            next.add(queueAnother());
            fixture.service.run(new Job("delivery", next.get(0)));
            assertThat(delivery(next.get(0)).nextAttemptAt().orElseThrow())
                .isAfter(fixture.clock.instant().plusSeconds(1));
          }
          return new Receipt.Sent("250 taken");
        };
    fixture.advance(MINUTE);
    assertThat(fixture.deliveries())
        .hasSize(2)
        .as("nothing is waited for once the server is there")
        .allMatch(each -> each.state() == DeliveryState.SENT);
  }

  @Test
  public void whatWaitedForAPartOfOursIsNotGivenUpAtTheFirstAttempt() {
    fixture.outlet.channels = List.of();
    String id = queueAnother();
    fixture.advance(Duration.ofDays(5));
    fixture.outlet.channels = List.of(fixture.mail.registered(), fixture.folder.registered());
    fixture.mail.answer = () -> new Receipt.Deferred("451 greylisted");
    fixture.advance(MINUTE);
    assertThat(delivery(id).attempts()).isPositive();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DEFERRED);
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.advance(Duration.ofHours(1));
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  public void whatIsTriedForTooLongHasFailedWithTheLastAnswer() {
    fixture.mail.answer = () -> new Receipt.Deferred("451 4.3.0 come again");
    String id = queueAnother();
    for (int hour = 0; hour < 80; hour++) {
      fixture.advance(Duration.ofHours(1));
    }
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(delivery(id).lastAnswer()).contains("451 4.3.0 come again");
    int tried = fixture.mail.sent.size();
    fixture.advance(Duration.ofDays(10));
    assertThat(fixture.mail.sent).hasSize(tried);
  }

  private String lastTried() {
    return fixture.mail.sent.get(fixture.mail.sent.size() - 1).deliveryId();
  }

  private String queueAnother() {
    return queueAnother(fixture);
  }

  private String queueAnother(Fixture fixture) {
    int number = queued.size() + 1;
    VisitReport report =
        Examples.report().toBuilder()
            .id("report-of-" + number)
            .number("2026-9" + number)
            .visitId("visit-of-" + number)
            .build();
    fixture.store.prepare(
        tx -> {
          tx.visits()
              .insert(
                  Examples.visit().toBuilder()
                      .id(report.visitId())
                      .state(VisitState.CLOSED)
                      .build());
          tx.reports().insert(report);
        });
    String id = fixture.service.queue(report).get(0).id();
    queued.add(id);
    return id;
  }

  private Delivery delivery(String id) {
    return fixture.deliveries().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
