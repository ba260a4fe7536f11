package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.daybook.api.notice.Notice;
import org.daybook.testkit.Examples;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** What holds for every rule. */
@RunWith(Parameterized.class)
public class RulesTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Parameter public Enum<?> parameter;

  private ControlFixture world = new ControlFixture();

  @Parameters(name = "{0}")
  public static List<RuleCase> cases() {
    return List.of(RuleCase.values());
  }

  @Test
  public void nothingIsToldBefore() {
    rule().nearly(world);
    world.look();
    assertThat(world.all(rule().kind())).isEmpty();
  }

  @Test
  public void aFactIsToldOnce() {
    rule().nearly(world);
    world.look();
    rule().happen(world);
    world.look();
    List<Notice> first = world.standing(rule().kind());
    assertThat(first).hasSize(rule().notices());
    assertThat(first.get(0).recipientId()).isEqualTo(rule().recipient());
    assertThat(first.get(0).state()).isEqualTo(Notice.State.RAISED);
    world.pass(MINUTE);
    world.pass(MINUTE);
    assertThat(world.all(rule().kind())).isEqualTo(first);
  }

  @Test
  public void itsSentenceNamesPeopleAndSaysWhatToDo() {
    happened();
    // What others said is theirs: addresses and codes have full stops.
    Pattern quoting = Pattern.compile("«[^«»]*»");
    for (Notice notice : world.standing(rule().kind())) {
      assertThat(quoting.matcher(notice.subject()).replaceAll("«»")).matches("(?s)[^.]+: [^.]+\\.");
      assertThat(notice.subject())
          .doesNotContain("{", "}", "null", "не назначен", "PLANNED", "visit-");
      if (rule().isOfClient()) {
        assertThat(notice.subject()).contains("ООО «Ромашка»");
        assertThat(notice.about().orElseThrow()).startsWith("/board/");
      }
    }
  }

  @Test
  public void itIsTakenBackWhenTheFactGoesAway() {
    happened();
    boolean gone = rule().end(world);
    world.pass(MINUTE);
    assertThat(world.standing(rule().kind())).hasSize(gone ? 0 : rule().notices());
    assertThat(world.all(rule().kind())).hasSize(rule().notices());
  }

  @Test
  public void aFactThatSomebodyAcknowledgedIsNotToldAgain() {
    happened();
    for (Notice notice : world.standing(rule().kind())) {
      world.board.acknowledge(Examples.ADMIN, notice.id());
    }
    world.pass(MINUTE);
    assertThat(world.standing(rule().kind()))
        .hasSize(rule().notices())
        .allMatch(notice -> notice.state() == Notice.State.ACKNOWLEDGED);
    assertThat(world.all(rule().kind())).hasSize(rule().notices());
  }

  @Test
  public void itIsPassedOnWhenNobodyActs() {
    world.set("escalateHours", 1);
    happened();
    Notice told = tell();
    world.pass(told.urgency() == Notice.Urgency.URGENT ? Duration.ofMinutes(30) : HOUR);
    Notice passed = world.notice(told.id());
    if (rule().recipient().isEmpty()) {
      // There is nobody above the operators.
      assertThat(passed.escalatedAt()).isEmpty();
      return;
    }
    assertThat(passed.escalatedTo()).contains(ControlFixture.BOSS_ID);
    assertThat(passed.escalatedAt()).contains(world.clock.instant());
    assertThat(world.channel.told(ControlFixture.BOSS_ID))
        .extracting(Notice::id)
        .containsOnlyOnce(told.id());
  }

  @Test
  public void whatCanWaitWaitsForTheEndOfTheQuietTime() {
    world = new ControlFixture(ControlFixture.EVENING);
    happened();
    boolean urgent = world.standing(rule().kind()).get(0).urgency() == Notice.Urgency.URGENT;
    String reader = rule().recipient().orElse(Examples.ADMIN_ID);
    assertThat(ofKind(world.channel.told(reader))).hasSize(urgent ? 1 : 0);
    Instant day = world.clock.instant().plus(Duration.ofHours(9));
    world.clock.set(
        day.atZone(Examples.ZONE).toLocalDate().atTime(8, 0).atZone(Examples.ZONE).toInstant());
    world.look();
    world.pass(MINUTE);
    assertThat(ofKind(world.channel.told(reader))).hasSize(1);
  }

  @Test
  public void aRestartTellsNothingAgain() {
    happened();
    List<Notice> before = world.all(rule().kind());
    int told = world.channel.told.size();
    world.restart();
    world.pass(MINUTE);
    assertThat(world.all(rule().kind())).isEqualTo(before);
    assertThat(world.channel.told).hasSize(told);
  }

  @Test
  public void aFactOfBeforeAMonthOfDowntimeIsToldOnce() {
    rule().nearly(world);
    rule().happen(world);
    world.clock.advance(Duration.ofDays(32));
    world.restart();
    world.look();
    world.pass(MINUTE);
    assertThat(world.standing(rule().kind())).hasSize(rule().afterAMonth());
    assertThat(world.all(rule().kind())).hasSize(rule().afterAMonth());
  }

  @Test
  public void aClockThatJumpsForthAndBackNeitherLosesNorDoubles() {
    rule().nearly(world);
    world.look();
    world.clock.advance(HOUR);
    world.look();
    world.clock.advance(HOUR.negated());
    world.look();
    rule().happen(world);
    world.look();
    assertThat(world.standing(rule().kind())).hasSize(rule().notices());
    assertThat(world.all(rule().kind())).hasSize(rule().notices());
    world.pass(HOUR);
    assertThat(world.all(rule().kind())).hasSize(rule().notices());
    assertThat(ofKind(world.channel.told(rule().recipient().orElse(Examples.ADMIN_ID))))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  public void aClockThatJumpsBackTakesNothingBack() {
    happened();
    List<Notice> before = world.all(rule().kind());
    world.clock.advance(HOUR.negated());
    world.look();
    world.restart();
    world.look();
    assertThat(world.all(rule().kind())).isEqualTo(before);
    world.pass(HOUR);
    assertThat(world.standing(rule().kind())).hasSize(rule().notices());
    assertThat(world.all(rule().kind())).hasSize(rule().notices());
  }

  private RuleCase rule() {
    return (RuleCase) parameter;
  }

  private void happened() {
    rule().nearly(world);
    rule().happen(world);
    world.look();
    assertThat(world.standing(rule().kind())).hasSize(rule().notices());
  }

  /** Looks until a channel has the notice of who answers for it. */
  private Notice tell() {
    String id =
        world.standing(rule().kind()).stream()
            .filter(notice -> notice.recipientId().equals(rule().recipient()))
            .findFirst()
            .orElseThrow()
            .id();
    for (int i = 0; i < 48 && world.notice(id).sentAt().isEmpty(); i++) {
      world.pass(Duration.ofMinutes(30));
    }
    assertThat(world.notice(id).sentAt()).isPresent();
    return world.notice(id);
  }

  private List<Notice> ofKind(List<Notice> told) {
    return told.stream().filter(notice -> notice.kind() == rule().kind()).toList();
  }
}
