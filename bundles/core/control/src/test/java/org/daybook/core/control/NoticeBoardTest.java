package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.NoticeQuery;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Before;
import org.junit.Test;

public class NoticeBoardTest {
  private static final String KEY = "section:devices";

  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final NoticeBoard board = new NoticeBoard(store, clock);

  @Before
  public void fillStore() {
    store.prepare(Examples::directory);
  }

  @Test
  public void aFactIsToldToItsRecipient() {
    Notice notice =
        board.raise(NoticeKind.VIOLATION, KEY, "It failed.", Optional.of(Examples.MANAGER_ID));
    assertThat(notice.state()).isEqualTo(Notice.State.RAISED);
    assertThat(notice.recipientId()).contains(Examples.MANAGER_ID);
    assertThat(notice.raisedAt()).isEqualTo(Examples.NOW);
    assertThat(notice.seen()).isEqualTo(1);
    assertThat(all()).containsExactly(notice);
  }

  @Test
  public void aFactThatStandsIsCountedAndNotToldAgain() {
    Notice first = raise("It failed.");
    clock.advance(Duration.ofHours(1));
    Notice second = raise("It failed otherwise.");
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.seen()).isEqualTo(2);
    assertThat(second.subject()).isEqualTo("It failed otherwise.");
    assertThat(second.raisedAt()).isEqualTo(Examples.NOW);
    assertThat(second.lastSeenAt()).isEqualTo(Examples.NOW.plus(Duration.ofHours(1)));
    assertThat(all()).containsExactly(second);
  }

  @Test
  public void aFactThatSomebodyAcknowledgedStands() {
    Notice first = raise("It failed.");
    board.acknowledge(Examples.ADMIN, first.id());
    Notice second = raise("It failed.");
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.state()).isEqualTo(Notice.State.ACKNOWLEDGED);
    assertThat(second.seen()).isEqualTo(2);
    assertThat(all()).hasSize(1);
    board.withdraw(NoticeKind.SECTION_FAULT, KEY);
    Notice third = raise("It failed.");
    assertThat(third.id()).isNotEqualTo(first.id());
    assertThat(third.state()).isEqualTo(Notice.State.RAISED);
  }

  @Test
  public void whoIsToldAndWhoLeadsAcknowledge() {
    for (Actor actor : List.of(Examples.ENGINEER, Examples.MANAGER, Examples.ADMIN)) {
      Notice notice =
          board.raise(
              NoticeKind.DISPUTE_OPENED, actor.id(), "It.", Optional.of(Examples.ENGINEER_ID));
      Notice acknowledged = board.acknowledge(actor, notice.id());
      assertThat(acknowledged.state()).isEqualTo(Notice.State.ACKNOWLEDGED);
      assertThat(board.acknowledge(actor, notice.id())).isEqualTo(acknowledged);
    }
  }

  @Test
  public void whomItDoesNotConcernAcknowledgesNothing() {
    Notice theirs =
        board.raise(NoticeKind.VIOLATION, KEY, "It.", Optional.of(Examples.SPECIALIST_ID));
    Notice operators = raise("It failed.");
    for (Actor actor : List.of(Examples.ENGINEER, Examples.SUPPORT)) {
      for (Notice notice : List.of(theirs, operators)) {
        assertThatThrownBy(() -> board.acknowledge(actor, notice.id()))
            .isInstanceOf(ForbiddenException.class);
      }
    }
    assertThat(all()).containsExactlyInAnyOrder(theirs, operators);
  }

  @Test
  public void whatWentAwayIsNotAcknowledged() {
    Notice notice = raise("It failed.");
    board.withdraw(NoticeKind.SECTION_FAULT, KEY);
    assertThatThrownBy(() -> board.acknowledge(Examples.MANAGER, notice.id()))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> board.acknowledge(Examples.MANAGER, "no-such"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void otherFactsAreToldApart() {
    raise("It failed.");
    board.raise(NoticeKind.SECTION_FAULT, "section:wishes", "It failed.", Optional.empty());
    board.raise(NoticeKind.SOURCE_FAULT, KEY, "It failed.", Optional.empty());
    assertThat(all()).hasSize(3);
  }

  @Test
  public void aFactThatReturnsIsToldAnew() {
    Notice first = raise("It failed.");
    board.withdraw(NoticeKind.SECTION_FAULT, KEY);
    Notice second = raise("It failed.");
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(all())
        .extracting(Notice::state)
        .containsExactly(Notice.State.WITHDRAWN, Notice.State.RAISED);
  }

  @Test
  public void withdrawingWhatWasNotToldDoesNothing() {
    raise("It failed.");
    board.withdraw(NoticeKind.SECTION_FAULT, "section:wishes");
    board.withdraw(NoticeKind.SOURCE_FAULT, KEY);
    assertThat(all()).extracting(Notice::state).containsExactly(Notice.State.RAISED);
    board.withdraw(NoticeKind.SECTION_FAULT, KEY);
    board.withdraw(NoticeKind.SECTION_FAULT, KEY);
    assertThat(all()).extracting(Notice::version).containsExactly(2L);
  }

  @Test
  public void aNoticeIsGoneWithTheTransactionThatToldIt() {
    assertThatThrownBy(
            () ->
                store.prepare(
                    tx -> {
                      raise("It failed.");
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(all()).isEmpty();
  }

  @Test
  public void twinsThatWereToldAtTheSameMomentBecomeOne() {
    Notice first = raise("It failed.");
    store.prepare(tx -> tx.notices().insert(first.toBuilder().id(tx.newId()).version(0).build()));
    raise("It failed again.");
    assertThat(all().stream().filter(notice -> notice.state() == Notice.State.RAISED))
        .singleElement()
        .satisfies(notice -> assertThat(notice.subject()).isEqualTo("It failed again."));
  }

  @Test
  public void aSubjectThatIsAWholePageIsShortened() {
    assertThat(raise("x".repeat(100_000)).subject()).hasSize(2000).endsWith("x…");
    assertThat(raise("x" + "😀".repeat(5000)).subject()).hasSizeLessThanOrEqualTo(2000);
    assertThat(raise("😀".repeat(5000)).subject()).endsWith("😀…");
  }

  @Test
  public void whatCannotBeStoredOrShownIsReplaced() {
    assertThat(raise("a\0b\ud800c😀").subject()).isEqualTo("a\ufffdb\ufffdc😀");
  }

  private Notice raise(String subject) {
    return board.raise(NoticeKind.SECTION_FAULT, KEY, subject, Optional.empty());
  }

  private List<Notice> all() {
    return store.read(tx -> tx.notices().all(NoticeQuery.everything()));
  }
}
