package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.daybook.api.delivery.NoticeMessage;
import org.daybook.api.directory.NoticeMail;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plugin.PluginResult;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** How notices get to people. */
public class PostmanTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private ControlFixture world = new ControlFixture();

  @Test
  public void aNoticeIsToldOnceAndSaysWhen() {
    Notice notice = raise("section:devices", Examples.MANAGER_ID);
    world.look();
    world.pass(MINUTE);
    assertThat(world.channel.told).hasSize(1);
    NoticeMessage message = world.channel.told.get(0);
    assertThat(message.to().id()).isEqualTo(Examples.MANAGER_ID);
    assertThat(message.notices()).extracting(Notice::id).containsExactly(notice.id());
    assertThat(message.language()).isEqualTo(Examples.RUSSIAN);
    assertThat(world.notice(notice.id()).sentAt()).contains(Examples.NOW);
    assertThat(world.notice(notice.id()).tellAt()).isEmpty();
  }

  @Test
  public void operatorsAreTheActiveAdministrators() {
    board("section:devices", NoticeKind.SECTION_FAULT, Optional.empty());
    world.look();
    assertThat(world.channel.told)
        .extracting(message -> message.to().id())
        .containsExactly(Examples.ADMIN_ID);
  }

  @Test
  public void moreThanAFewBecomeOneLetterPerPerson() {
    raise(1, 3);
    world.look();
    assertThat(world.channel.told).hasSize(3);
    raise(4, 7);
    world.look();
    assertThat(world.channel.told).hasSize(4);
    assertThat(world.channel.told.get(3).notices()).hasSize(4);
  }

  @Test
  public void aMonthOfDowntimeIsNoFlood() {
    IntStream.range(0, 100)
        .forEach(
            i ->
                world.put(
                    RuleCase.task(world).id("task-" + i).dueAt(RuleCase.in(world, i)).build()));
    world.clock.advance(Duration.ofDays(32));
    world.restart();
    world.look();
    assertThat(world.standing(NoticeKind.TASK_OVERDUE)).hasSize(100);
    assertThat(world.channel.told).hasSize(1);
    assertThat(world.channel.told.get(0).notices()).hasSize(100);
  }

  @Test
  public void theUrgentOnesComeFirst() {
    raise(1, 4);
    board("format:1", NoticeKind.RENDERER_FAULT, Optional.of(Examples.MANAGER_ID));
    world.look();
    assertThat(world.channel.told.get(0).notices().get(0).kind())
        .isEqualTo(NoticeKind.RENDERER_FAULT);
  }

  @Test
  public void aDigestIsOneLetterADayAndTheUrgentIsNotInIt() {
    mail(Examples.MANAGER_ID, NoticeMail.DAILY_DIGEST);
    raise(1, 1);
    world.pass(Duration.ofHours(3));
    raise(2, 2);
    board("format:1", NoticeKind.RENDERER_FAULT, Optional.of(Examples.MANAGER_ID));
    world.pass(MINUTE);
    assertThat(world.channel.told(Examples.MANAGER_ID))
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.RENDERER_FAULT);
    world.board.acknowledge(
        Examples.MANAGER, world.standing(NoticeKind.RENDERER_FAULT).get(0).id());
    world.clock.set(Examples.NOW.plus(Duration.ofDays(1)).minusSeconds(1));
    world.look();
    assertThat(world.channel.told).hasSize(1);
    world.pass(Duration.ofSeconds(1));
    assertThat(world.channel.told).hasSize(2);
    assertThat(world.channel.told.get(1).notices()).hasSize(2);
    assertThat(world.notice(world.channel.told.get(1).notices().get(0).id()).escalateAt())
        .contains(world.clock.instant().plus(Duration.ofHours(24)));
  }

  @Test
  public void whatIsTakenBackDuringTheQuietTimeIsNeverTold() {
    world = new ControlFixture(ControlFixture.EVENING);
    raise(1, 1);
    world.look();
    world.board.withdraw(NoticeKind.REVIEW_WAITING, "fact:1");
    world.pass(Duration.ofHours(12));
    assertThat(world.channel.told).isEmpty();
  }

  @Test
  public void aFactThatComesAndGoesIsToldOnceAnHour() {
    for (int minute = 0; minute < 50; minute++) {
      raise(1, 1);
      world.pass(MINUTE);
      world.board.withdraw(NoticeKind.REVIEW_WAITING, "fact:1");
      world.pass(Duration.ZERO);
    }
    assertThat(world.channel.told).hasSize(1);
    raise(1, 1);
    world.pass(Duration.ofMinutes(20));
    assertThat(world.channel.told).hasSize(2);
  }

  @Test
  public void howeverOftenAFactComesWithinTheHour() {
    Duration moment = Duration.ofSeconds(1);
    for (int time = 0; time < 300; time++) {
      raise(1, 1);
      world.pass(moment);
      world.board.withdraw(NoticeKind.REVIEW_WAITING, "fact:1");
      world.pass(moment);
    }
    assertThat(world.channel.told).hasSize(1);
  }

  @Test
  public void whatIsAcknowledgedDuringTheQuietTimeIsNeverTold() {
    world = new ControlFixture(ControlFixture.EVENING);
    Notice notice = raise("fact:1", Examples.MANAGER_ID);
    world.look();
    world.board.acknowledge(Examples.MANAGER, notice.id());
    world.pass(Duration.ofHours(12));
    assertThat(world.channel.told).isEmpty();
  }

  @Test
  public void whatNobodyTakesBecauseNobodyCanBeWrittenToIsOnTheBoardOnly() {
    world.channel.takes = message -> false;
    Notice notice = raise("fact:1", Examples.MANAGER_ID);
    world.look();
    world.pass(MINUTE);
    assertThat(world.channel.calls).isEqualTo(1);
    assertThat(world.notice(notice.id()).sentAt()).isEmpty();
    assertThat(world.notice(notice.id()).escalateAt()).isPresent();
    assertThat(world.standing(NoticeKind.CHANNEL_FAULT)).isEmpty();
  }

  @Test
  public void aChannelThatFailsIsToldLeftAloneAndLosesNothing() {
    for (Exception failure :
        List.of(
            new IOException("no route"),
            new UnavailableException("The server is down."),
            new IllegalStateException("bug"))) {
      world = new ControlFixture();
      world.channel.failure = Optional.of(failure);
      failsAndRecovers(() -> world.channel.failure = Optional.empty());
    }
  }

  @Test
  public void aChannelThatHangsIsToldLeftAloneAndLosesNothing() {
    for (PluginResult.Kind how : PluginResult.Kind.values()) {
      world = new ControlFixture();
      world.runner.breakDown(world.channel, how);
      failsAndRecovers(() -> world.runner.mend(world.channel));
    }
  }

  private void failsAndRecovers(Runnable mend) {
    Notice notice = raise("fact:1", Examples.MANAGER_ID);
    world.look();
    world.pass(MINUTE);
    assertThat(world.channel.calls).isLessThanOrEqualTo(1);
    assertThat(world.standing(NoticeKind.CHANNEL_FAULT))
        .singleElement()
        .satisfies(fault -> assertThat(fault.recipientId()).isEmpty())
        .satisfies(fault -> assertThat(fault.seen()).isEqualTo(1));
    assertThat(world.notice(notice.id()).sentAt()).isEmpty();
    mend.run();
    world.pass(MINUTE);
    assertThat(world.channel.told).isEmpty();
    world.pass(Duration.ofMinutes(5));
    assertThat(world.channel.told(Examples.MANAGER_ID))
        .extracting(Notice::id)
        .containsExactly(notice.id());
    assertThat(world.notice(notice.id()).sentAt()).contains(world.clock.instant());
    assertThat(world.standing(NoticeKind.CHANNEL_FAULT)).isEmpty();
  }

  @Test
  public void oneChannelThatWorksIsEnough() {
    FakeChannel broken = new FakeChannel("broken");
    broken.failure = Optional.of(new IOException("no route"));
    world.use(broken, world.channel);
    Notice notice = raise("fact:1", Examples.MANAGER_ID);
    world.look();
    assertThat(world.notice(notice.id()).sentAt()).isPresent();
    assertThat(world.standing(NoticeKind.CHANNEL_FAULT)).hasSize(1);
    world.use(world.channel);
    world.pass(MINUTE);
    assertThat(world.standing(NoticeKind.CHANNEL_FAULT)).isEmpty();
  }

  @Test
  public void withoutAChannelNoticesWaitForOneAndGoUpAllTheSame() {
    world.use();
    Notice notice = raise("fact:1", Examples.MANAGER_ID);
    world.look();
    long version = world.notice(notice.id()).version();
    world.pass(MINUTE);
    assertThat(world.notice(notice.id()).version()).isEqualTo(version);
    assertThat(world.notice(notice.id()).tellAt()).isPresent();
    world.pass(Duration.ofHours(24));
    assertThat(world.notice(notice.id()).escalatedTo()).contains(ControlFixture.BOSS_ID);
    world.use(world.channel);
    world.pass(MINUTE);
    assertThat(world.channel.told(ControlFixture.BOSS_ID)).hasSize(1);
  }

  @Test
  public void aMessageHasTheSameKeyAgainAndAnotherAfterItWasPassedOn() {
    Set<String> keys = new HashSet<>();
    Notice notice = raise("fact:1", Examples.MANAGER_ID);
    world.look();
    keys.add(world.channel.told.get(0).key());
    // As after a crash between telling and writing it down.
    world.store.prepare(
        tx -> tx.notices().update(world.notice(notice.id()).toBuilder().tellAt(now()).build()));
    world.look();
    keys.add(world.channel.told.get(1).key());
    assertThat(keys).hasSize(1);
    world.pass(Duration.ofHours(25));
    keys.add(world.channel.told.get(2).key());
    assertThat(keys).hasSize(2).allMatch(key -> key.length() <= 200);
  }

  private void raise(int from, int to) {
    IntStream.rangeClosed(from, to).forEach(i -> raise("fact:" + i, Examples.MANAGER_ID));
  }

  private Notice raise(String key, String recipient) {
    return board(key, NoticeKind.REVIEW_WAITING, Optional.of(recipient));
  }

  private Notice board(String key, NoticeKind kind, Optional<String> recipient) {
    return world.board.raise(kind, key, "Что-то случилось: посмотрите.", recipient);
  }

  private Instant now() {
    return world.clock.instant();
  }

  private void mail(String staffId, NoticeMail how) {
    world.change(staffId, member -> member.toBuilder().noticeMail(how).build());
  }
}
