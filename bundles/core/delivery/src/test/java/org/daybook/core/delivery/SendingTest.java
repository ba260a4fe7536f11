package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.ChannelStatus;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plugin.PluginResult;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class SendingTest {
  private final Fixture fixture = new Fixture();

  @Test
  public void aQueuedReportIsSentOverTheFirstReadyChannel() {
    Delivery delivery = fixture.deliver();
    assertThat(delivery.state()).isEqualTo(DeliveryState.SENT);
    assertThat(delivery.channel()).isEqualTo("mail");
    assertThat(delivery.attempts()).isEqualTo(1);
    assertThat(delivery.lastAnswer()).contains("250 taken");
    assertThat(delivery.sentAt()).contains(fixture.clock.instant());
    assertThat(fixture.isQueued()).isFalse();
    assertThat(fixture.mail.sent)
        .singleElement()
        .satisfies(
            dispatch -> {
              assertThat(dispatch.recipient()).isEqualTo("anna@romashka.test");
              assertThat(dispatch.envelopeSender())
                  .isEqualTo("bounces+" + delivery.id() + "@service.test");
            });
    assertThat(fixture.folder.sent).isEmpty();
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void aChannelThatIsNotReadyIsPassedOver() {
    fixture.mail.ready = false;
    assertThat(fixture.deliver().channel()).isEqualTo("folder");
    assertThat(fixture.service.channels())
        .extracting(ChannelStatus::id, ChannelStatus::ready, ChannelStatus::inUse)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("mail", false, false),
            org.assertj.core.groups.Tuple.tuple("folder", true, true));
  }

  @Test
  public void aChannelThatIsNotInstalledIsWaitedFor() {
    fixture.outlet.channels = List.of(fixture.folder.registered());
    Delivery waiting = fixture.deliver();
    assertThat(waiting.state()).isEqualTo(DeliveryState.DEFERRED);
    assertThat(waiting.attempts()).isZero();
    assertThat(waiting.lastAnswer().orElseThrow()).contains("mail").contains("not installed");
    assertThat(fixture.notices.standing(NoticeKind.CHANNEL_FAULT, "channel:mail:absent"))
        .isPresent();
    long version = waiting.version();
    for (int i = 0; i < 10; i++) {
      fixture.advance(Duration.ofSeconds(15));
    }
    assertThat(fixture.delivery().version()).isEqualTo(version);
    fixture.outlet.channels = List.of(fixture.folder.registered(), fixture.mail.registered());
    fixture.advance(Duration.ofSeconds(15));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.delivery().channel()).isEqualTo("mail");
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void whileAReportWaitsTheSameFaultIsToldOnce() {
    fixture.outlet.channels = List.of();
    fixture.deliver();
    for (int i = 0; i < 10; i++) {
      fixture.advance(Duration.ofSeconds(15));
    }
    Notice fault = fixture.notices.standing().get(0);
    assertThat(fault.seen()).isEqualTo(1);
    fixture.outlet.channels = List.of(fixture.mail.registered());
    fixture.advance(Duration.ofSeconds(15));
    assertThat(fixture.notices.standing()).isEmpty();
    fixture.outlet.channels = List.of();
    fixture.service.channels();
    assertThat(fixture.notices.standing()).hasSize(1);
  }

  @Test
  public void whateverTheServerSaysCanBeKept() {
    fixture.mail.answer = () -> new Receipt.Sent("250 \ud800\0" + "😀".repeat(1000));
    String answer = fixture.deliver().lastAnswer().orElseThrow();
    assertThat(answer).startsWith("250 \ufffd\ufffd😀").endsWith("😀");
    assertThat(answer.length()).isLessThanOrEqualTo(1000);
  }

  @Test
  public void aChannelThatIsBackIsNoFaultEvenIfNothingIsToBeSent() {
    fixture.outlet.channels = List.of(fixture.folder.registered());
    fixture.service.channels();
    assertThat(fixture.notices.standing(NoticeKind.CHANNEL_FAULT, "channel:mail:absent"))
        .isPresent();
    fixture.outlet.channels = List.of(fixture.folder.registered(), fixture.mail.registered());
    assertThat(fixture.service.channels())
        .extracting(ChannelStatus::lastFault)
        .containsOnly(Optional.empty());
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void anotherConfigurationBeginsWithoutTheAbsencesOfTheOneBefore() {
    fixture.outlet.channels = List.of(fixture.folder.registered());
    fixture.service.channels();
    fixture.outlet.stop();
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void withoutAnyReadyChannelTheReportWaitsForAsLongAsItTakes() {
    fixture.mail.ready = false;
    fixture.folder.ready = false;
    fixture.deliver();
    fixture.advance(Duration.ofDays(10));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.DEFERRED);
    assertThat(fixture.notices.standing()).hasSize(1);
    fixture.folder.ready = true;
    fixture.advance(Duration.ofSeconds(15));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void operatorsSeeAtTheChannelWhatTheServerSaidWhenItPutAMessageOff() {
    fixture.mail.answer = () -> new Receipt.Deferred("no connection to smtp.example.com", true);
    fixture.deliver();
    assertThat(fixture.service.channels())
        .filteredOn(channel -> channel.id().equals("mail"))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.lastFault().orElseThrow())
                    .contains("no connection to smtp.example.com"));
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void whoeverRetriesWritesToTheAddressOfNowAndIsToldOfAnotherFailure() {
    fixture.mail.answer = () -> new Receipt.Refused("550 5.1.1 no such user");
    Delivery failed = fixture.deliver();
    String key = "delivery:" + failed.id();
    Notice told =
        fixture.notices.raise(
            NoticeKind.DELIVERY_FAILED, key, "It.", Optional.of(Examples.MANAGER_ID));
    fixture.notices.acknowledge(Examples.MANAGER, told.id());
    fixture.service.retry(Examples.MANAGER, failed.id());
    assertThat(fixture.notices.standing()).isEmpty();
    fixture.run();
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.FAILED);
    fixture.mail.answer = () -> new Receipt.Deferred("450 4.1.2 no such domain");
    fixture.service.retry(Examples.MANAGER, failed.id());
    fixture.run();
    for (int hour = 0; hour < 5; hour++) {
      fixture.advance(Duration.ofHours(1));
    }
    fixture.store.prepare(
        tx ->
            tx.contacts()
                .update(
                    tx.contacts().find(Examples.CONTACT_ID).orElseThrow().toBuilder()
                        .email("anna@romashka.example.com")
                        .build()));
    Delivery retried = fixture.service.retry(Examples.MANAGER, failed.id());
    assertThat(retried.recipient()).isEqualTo("anna@romashka.example.com");
    fixture.run();
    assertThat(fixture.delivery().attempts()).isEqualTo(1);
    assertThat(fixture.delivery().nextAttemptAt())
        .contains(fixture.clock.instant().plus(Duration.ofMinutes(1)));
  }

  @Test
  public void whatTheServerPutsOffIsTriedAgainAfterGrowingPauses() {
    fixture.mail.answer = () -> new Receipt.Deferred("451 later");
    fixture.deliver();
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Delivery delivery = fixture.delivery();
      assertThat(delivery.state()).isEqualTo(DeliveryState.DEFERRED);
      assertThat(delivery.lastAnswer()).contains("451 later");
      Duration pause =
          Duration.between(fixture.clock.instant(), delivery.nextAttemptAt().orElseThrow());
      pauses.add(pause.toMinutes());
      fixture.advance(pause);
    }
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    fixture.mail.answer = () -> new Receipt.Sent("250 at last");
    fixture.advance(Duration.ofHours(1));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.delivery().attempts()).isEqualTo(11);
    assertThat(fixture.mail.sent).allMatch(each -> same(each, fixture.mail.sent.get(0)));
  }

  @Test
  public void afterThreeDaysItHasFailed() {
    fixture.mail.answer = () -> new Receipt.Deferred("451 later");
    fixture.deliver();
    for (int i = 0; i < 80; i++) {
      fixture.advance(Duration.ofHours(1));
    }
    Delivery delivery = fixture.delivery();
    assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
    assertThat(fixture.isQueued()).isFalse();
    assertThat(delivery.lastAnswer()).contains("451 later");
  }

  @Test
  public void whatTheServerRefusesHasFailedAtOnce() {
    fixture.mail.answer = () -> new Receipt.Refused("550 no such user");
    Delivery delivery = fixture.deliver();
    assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
    assertThat(delivery.lastAnswer()).contains("550 no such user");
  }

  @Test
  public void aPersonCanHaveAFailedOneTriedAgainToTheMendedAddress() {
    fixture.mail.answer = () -> new Receipt.Refused("550 no such user");
    String id = fixture.deliver().id();
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.store.prepare(
        tx ->
            tx.contacts()
                .update(
                    tx.contacts().find(Examples.CONTACT_ID).orElseThrow().toBuilder()
                        .email("anna.new@romashka.test")
                        .build()));
    assertThatThrownBy(() -> fixture.service.retry(Examples.ENGINEER, id))
        .isInstanceOf(ForbiddenException.class);
    Delivery queued = fixture.service.retry(Examples.MANAGER, id);
    assertThat(queued.state()).isEqualTo(DeliveryState.QUEUED);
    fixture.run();
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.delivery().recipient()).isEqualTo("anna.new@romashka.test");
    assertThat(fixture.delivery().messageId()).isEqualTo(queued.messageId());
    assertThat(fixture.notices.standing()).isEmpty();
    assertThatThrownBy(() -> fixture.service.retry(Examples.MANAGER, id))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> fixture.service.retry(Examples.MANAGER, "unknown"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void whatTheOldAddressAnswersIsNotTakenForTheMendedOne() {
    for (Receipt old :
        List.of(
            new Receipt.Refused("550 no such user"),
            new Receipt.Sent("250 taken"),
            new Receipt.Deferred("451 later"),
            new Receipt.Deferred("no connection", true))) {
      for (boolean triedBefore : new boolean[] {false, true}) {
        Fixture each = new Fixture();
        if (triedBefore) {
          each.mail.answer = () -> new Receipt.Deferred("451 greylisted");
          each.deliver();
        } else {
          each.service.queue(Examples.report());
        }
        List<String> said = new ArrayList<>();
        each.mail.answer = () -> answerWhileTheAddressIsMended(each, old, said);
        each.advance(Duration.ofMinutes(1));
        String what = old + ", tried before: " + triedBefore;
        assertThat(said).as(what).hasSize(1);
        assertThat(said.get(0)).as(what).endsWith("To anna@romashka.test: " + old.answer());
        assertThat(each.delivery().state()).as(what).isEqualTo(DeliveryState.SENT);
        assertThat(each.delivery().recipient()).as(what).isEqualTo("anna.new@romashka.test");
        assertThat(each.delivery().lastAnswer()).as(what).contains("250 at the new address");
        assertThat(each.delivery().attempts()).as(what).isEqualTo(1);
      }
    }
  }

  /** The first attempt goes to the old address, the second to the new one. */
  private static Receipt answerWhileTheAddressIsMended(
      Fixture fixture, Receipt old, List<String> said) {
    Delivery delivery = fixture.delivery();
    Dispatch last = fixture.mail.sent.get(fixture.mail.sent.size() - 1);
    if (last.recipient().equals("anna.new@romashka.test")) {
      said.add(delivery.lastAnswer().orElseThrow());
      return new Receipt.Sent("250 at the new address");
    }
    fixture.store.prepare(
        tx ->
            tx.contacts()
                .update(
                    tx.contacts().find(Examples.CONTACT_ID).orElseThrow().toBuilder()
                        .email("anna.new@romashka.test")
                        .build()));
    fixture.service.retry(Examples.MANAGER, delivery.id());
    return old;
  }

  @Test
  public void whoIsNoRecipientOfReportsAnyMoreGetsNoneOfThoseThatWait() {
    String sentence = "Not sent: this contact is no recipient of reports any more.";
    fixture.service.queue(Examples.report());
    mark(false);
    fixture.run();
    Delivery delivery = fixture.delivery();
    assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
    assertThat(delivery.lastAnswer()).contains(sentence);
    assertThat(fixture.mail.sent).isEmpty();
    assertThatThrownBy(() -> fixture.service.retry(Examples.MANAGER, delivery.id()))
        .isInstanceOf(RefusedException.class)
        .hasMessage(sentence);
    mark(true);
    fixture.service.retry(Examples.MANAGER, delivery.id());
    fixture.run();
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  public void whoIsUnmarkedWhileTheServerPutsOffGetsNothing() {
    fixture.mail.answer = () -> new Receipt.Deferred("451 later");
    fixture.deliver();
    mark(false);
    fixture.advance(Duration.ofMinutes(1));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.FAILED);
    assertThat(fixture.mail.sent).hasSize(1);
  }

  @Test
  public void aContactWhoIsGoneGetsNothing() {
    fixture.service.queue(Examples.report());
    fixture.store.prepare(
        tx ->
            tx.deliveries()
                .update(
                    tx.deliveries().find(fixture.delivery().id()).orElseThrow().toBuilder()
                        .contactId("gone")
                        .build()));
    fixture.run();
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.FAILED);
    assertThat(fixture.delivery().lastAnswer().orElseThrow()).startsWith("Not sent: this contact");
    assertThat(fixture.mail.sent).isEmpty();
  }

  private void mark(boolean recipient) {
    fixture.store.prepare(
        tx ->
            tx.contacts()
                .update(
                    tx.contacts().find(Examples.CONTACT_ID).orElseThrow().toBuilder()
                        .reportRecipient(recipient)
                        .build()));
  }

  @Test
  public void aPersonCanHaveADeferredOneTriedNow() {
    fixture.mail.answer = () -> new Receipt.Deferred("451 later");
    Delivery delivery = fixture.deliver();
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.service.retry(Examples.ADMIN, delivery.id());
    fixture.run();
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  public void aChannelThatFailsInAnyWayIsTriedAgainAndTheOperatorIsTold() {
    List<Runnable> misdeeds =
        List.of(
            () ->
                fixture.mail.answer =
                    () -> {
                      throw new IllegalStateException("boom");
                    },
            () ->
                fixture.mail.answer =
                    () -> {
                      throw new UnavailableException("not now");
                    },
            () -> fixture.mail.answer = () -> null);
    fixture.service.queue(Examples.report());
    for (Runnable misdeed : misdeeds) {
      misdeed.run();
      fixture.advance(Duration.ofHours(1));
      assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.DEFERRED);
      assertThat(fixture.notices.standing(NoticeKind.CHANNEL_FAULT, "channel:mail")).isPresent();
    }
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.advance(Duration.ofHours(1));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.notices.standing()).isEmpty();
    assertThat(fixture.service.channels().get(0).lastFault()).isPresent();
  }

  @Test
  public void aChannelThatHangsOrVanishesIsTriedAgain() {
    for (PluginResult.Kind kind : PluginResult.Kind.values()) {
      Fixture each = new Fixture();
      each.runner.breakDown(each.mail, kind);
      Delivery waiting = each.deliver();
      assertThat(waiting.state()).as(kind.name()).isEqualTo(DeliveryState.DEFERRED);
      each.runner.mend(each.mail);
      each.advance(Duration.ofMinutes(1));
      assertThat(each.delivery().state()).as(kind.name()).isEqualTo(DeliveryState.SENT);
    }
  }

  @Test
  public void aCrashAfterTheServersAnswerSendsTheSameMessageAgain() {
    fixture.service.queue(Examples.report());
    fixture.mail.answer =
        () -> {
          fixture.store.failNextCommit();
          return new Receipt.Sent("250 taken");
        };
    fixture.run();
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.QUEUED);
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.advance(Duration.ofMinutes(2));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.SENT);
    assertThat(fixture.mail.sent).hasSize(2);
    assertThat(same(fixture.mail.sent.get(0), fixture.mail.sent.get(1))).isTrue();
  }

  @Test
  public void whoCannotBeWrittenToIsAFailureAndNotAnEndlessTry() {
    fixture.service.queue(Examples.report());
    fixture.store.prepare(
        tx ->
            tx.deliveries()
                .update(
                    tx.deliveries().find(fixture.delivery().id()).orElseThrow().toBuilder()
                        .recipient("no address")
                        .build()));
    fixture.run();
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.FAILED);
    assertThat(fixture.delivery().lastAnswer().orElseThrow()).contains("to.address");
  }

  @Test
  public void aJobForNothingIsFinished() {
    Delivery sent = fixture.deliver();
    assertThat(fixture.service.run(new org.daybook.api.job.Job("delivery", sent.id())))
        .isEqualTo(org.daybook.api.job.JobOutcome.finished());
    assertThat(fixture.service.run(new org.daybook.api.job.Job("delivery", "unknown")))
        .isEqualTo(org.daybook.api.job.JobOutcome.finished());
    assertThat(fixture.mail.sent).hasSize(1);
  }

  private static boolean same(Dispatch one, Dispatch other) {
    return Arrays.equals(one.message(), other.message())
        && one.recipient().equals(other.recipient())
        && one.envelopeSender().equals(other.envelopeSender());
  }
}
