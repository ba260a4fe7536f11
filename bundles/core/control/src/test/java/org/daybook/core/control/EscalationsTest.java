package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** To whom a notice goes when nobody acts. */
public class EscalationsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofHours(24);

  private final ControlFixture world = new ControlFixture();

  @Test
  public void itGoesUpStepByStepAndThenToTheOperators() {
    Notice notice = raise(NoticeKind.REVIEW_WAITING, "fact:1");
    world.look();
    world.pass(DAY);
    assertThat(now(notice).escalatedTo()).contains(ControlFixture.BOSS_ID);
    world.clock.set(Examples.NOW.plus(Duration.ofDays(4)));
    world.look();
    assertThat(now(notice).escalatedTo()).isEmpty();
    assertThat(now(notice).escalatedAt()).contains(world.clock.instant());
    assertThat(now(notice).addresseeId()).isEmpty();
    assertThat(world.channel.told(Examples.ADMIN_ID)).hasSize(1);
    world.pass(Duration.ofDays(3));
    world.pass(Duration.ofDays(3));
    assertThat(world.channel.told).hasSize(3);
    assertThat(now(notice).recipientId()).contains(Examples.MANAGER_ID);
  }

  @Test
  public void acknowledgingStopsIt() {
    Notice notice = raise(NoticeKind.REVIEW_WAITING, "fact:1");
    world.look();
    world.pass(DAY.minus(MINUTE));
    Notice acknowledged = world.board.acknowledge(Examples.MANAGER, notice.id());
    assertThat(acknowledged.acknowledgedBy()).contains(Examples.MANAGER_ID);
    assertThat(acknowledged.acknowledgedAt()).contains(world.clock.instant());
    world.pass(DAY);
    assertThat(now(notice).escalatedAt()).isEmpty();
  }

  @Test
  public void whatIsUrgentGoesUpSoonerAndAtNight() {
    world.clock.set(ControlFixture.EVENING);
    Notice urgent = raise(NoticeKind.RENDERER_FAULT, "format:1");
    Notice other = raise(NoticeKind.REVIEW_WAITING, "fact:1");
    world.look();
    world.pass(Duration.ofMinutes(30));
    assertThat(now(urgent).escalatedTo()).contains(ControlFixture.BOSS_ID);
    assertThat(now(other).escalatedAt()).isEmpty();
  }

  @Test
  public void nothingThatCanWaitGoesUpDuringTheQuietTime() {
    world.clock.set(ControlFixture.EVENING.minus(Duration.ofHours(2)));
    world.set("escalateHours", 2);
    Notice notice = raise(NoticeKind.REVIEW_WAITING, "fact:1");
    world.look();
    world.pass(Duration.ofHours(2));
    assertThat(now(notice).escalatedAt()).isEmpty();
    world.pass(Duration.ofHours(11));
    assertThat(now(notice).escalatedTo()).contains(ControlFixture.BOSS_ID);
  }

  @Test
  public void whoIsGoneIsPassedOver() {
    world.change(ControlFixture.BOSS_ID, boss -> boss.toBuilder().active(false).build());
    Notice notice = raise(NoticeKind.REVIEW_WAITING, "fact:1");
    world.look();
    world.pass(DAY);
    assertThat(now(notice).escalatedAt()).isPresent();
    assertThat(now(notice).addresseeId()).isEmpty();
  }

  @Test
  public void aNoticeForSomebodyWhoLeftGoesUpAtOnce() {
    world.change(Examples.MANAGER_ID, member -> member.toBuilder().active(false).build());
    Notice notice = raise(NoticeKind.REVIEW_WAITING, "fact:1");
    world.look();
    world.pass(MINUTE);
    assertThat(now(notice).escalatedTo()).contains(ControlFixture.BOSS_ID);
    assertThat(world.channel.told(ControlFixture.BOSS_ID)).hasSize(1);
  }

  @Test
  public void aCircleOfManagersEndsAtTheOperators() {
    world.change(
        ControlFixture.BOSS_ID, boss -> boss.toBuilder().managerId(Examples.MANAGER_ID).build());
    Notice notice = raise(NoticeKind.RENDERER_FAULT, "format:1");
    for (int i = 0; i < 5; i++) {
      world.look();
      world.clock.advance(Duration.ofMinutes(30));
    }
    assertThat(now(notice).addresseeId()).isEmpty();
    assertThat(world.channel.told).hasSize(3);
  }

  @Test
  public void whoeverItWasPassedOnToMayAcknowledge() {
    Notice notice = raise(NoticeKind.RENDERER_FAULT, "format:1");
    world.look();
    world.pass(Duration.ofMinutes(30));
    assertThat(
            world
                .board
                .acknowledge(new Actor(ControlFixture.BOSS_ID, "Вера", Role.ENGINEER), notice.id())
                .state())
        .isEqualTo(Notice.State.ACKNOWLEDGED);
  }

  @Test
  public void noughtMeansNever() {
    world.set("escalateHours", 0);
    Notice notice = raise(NoticeKind.REVIEW_WAITING, "fact:1");
    world.look();
    world.pass(Duration.ofDays(30));
    assertThat(now(notice).escalatedAt()).isEmpty();
  }

  @Test
  public void whatTheEngineerHearsBesideTheirManagerIsNotPassedOn() {
    Notice notice = raise(NoticeKind.RENDERER_FAULT, "format:1:engineer");
    world.look();
    world.pass(DAY);
    assertThat(now(notice).escalatedAt()).isEmpty();
  }

  private Notice raise(NoticeKind kind, String key) {
    return world.board.raise(kind, key, "Что-то: посмотрите.", Optional.of(Examples.MANAGER_ID));
  }

  private Notice now(Notice notice) {
    return world.notice(notice.id());
  }
}
