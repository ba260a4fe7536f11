package org.daybook.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.NoticeQuery;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.junit.Before;
import org.junit.Test;

public class FaultsTest {
  private static final String SOURCE = "managers";

  private final Bench bench = new Bench();
  private final JoiningNotices notices = new JoiningNotices(bench.store);
  private final Faults faults = new Faults(bench.registry, notices, Words.in("en"));

  @Before
  public void deploySource() {
    bench.registry.addSource(Bench.Source.pushed(SOURCE));
  }

  @Test
  public void whatHappenedInATransactionThatIsRolledBackIsToldAllTheSame() {
    inALostTransaction(() -> faults.failed(SOURCE, "It threw."));
    assertThat(states()).containsExactly(Notice.State.RAISED);

    inALostTransaction(() -> faults.succeeded(SOURCE));
    assertThat(states()).containsExactly(Notice.State.WITHDRAWN);
  }

  @Test
  public void theEndIsToldAfterTheFault() {
    for (int i = 1; i <= 10; i++) {
      faults.failed(SOURCE, "It threw.");
      faults.succeeded(SOURCE);
      Bench.untilTold();
      assertThat(states()).hasSize(i).containsOnly(Notice.State.WITHDRAWN);
    }
  }

  @Test
  public void theHookAndThePollOfASourceTellInTheirOrder() {
    Faults polls = new Faults(bench.registry, notices, Words.in("en"));
    faults.failed(SOURCE, "It threw.");
    polls.succeeded(SOURCE);
    Bench.untilTold();
    assertThat(states()).containsExactly(Notice.State.WITHDRAWN);
  }

  @Test
  public void whatCannotBeToldKeepsNothingElseFromBeingTold() {
    notices.away = true;
    faults.failed(SOURCE, "It threw.");
    Bench.untilTold();
    notices.away = false;
    faults.failed(SOURCE, "It threw again.");
    Bench.untilTold();
    assertThat(states()).containsExactly(Notice.State.RAISED);
  }

  @Test
  public void itsThreadKeepsNoProcessFromEnding() {
    faults.failed(SOURCE, "It threw.");
    Bench.untilTold();
    assertThat(notices.lastThread.isDaemon()).isTrue();
    assertThat(notices.lastThread).isNotSameAs(Thread.currentThread());
  }

  private void inALostTransaction(Runnable work) {
    assertThatThrownBy(
            () ->
                bench.store.prepare(
                    tx -> {
                      work.run();
                      throw new UnavailableException("The source failed.");
                    }))
        .isInstanceOf(UnavailableException.class);
    Bench.untilTold();
  }

  /** Of all notices that there are, oldest first. */
  private List<Notice.State> states() {
    return bench.store.read(
        tx -> tx.notices().all(NoticeQuery.everything()).stream().map(Notice::state).toList());
  }

  /** Joins the transaction of whoever calls, as the notices of the platform do. */
  private static final class JoiningNotices implements Notices {
    private static final Actor ACTOR = Actor.system("control");

    private final InMemoryStore store;
    private volatile boolean away;
    private volatile Thread lastThread;

    JoiningNotices(InMemoryStore store) {
      this.store = store;
    }

    @Override
    public Notice raise(NoticeKind kind, String key, String subject, Optional<String> recipientId) {
      if (away) {
        throw new IllegalStateException("the notices are gone");
      }
      lastThread = Thread.currentThread();
      return store.inTransaction(
          ACTOR,
          tx ->
              tx.notices()
                  .insert(
                      Notice.builder()
                          .id(tx.newId())
                          .kind(kind)
                          .key(key)
                          .subject(subject)
                          .recipientId(recipientId)
                          .raisedAt(Examples.NOW)
                          .lastSeenAt(Examples.NOW)
                          .build()));
    }

    @Override
    public void withdraw(NoticeKind kind, String key) {
      store.prepare(
          tx ->
              tx.notices()
                  .all(NoticeQuery.builder().addKinds(kind).key(key).build())
                  .forEach(
                      notice ->
                          tx.notices()
                              .update(notice.toBuilder().state(Notice.State.WITHDRAWN).build())));
    }

    @Override
    public Notice acknowledge(Actor actor, String noticeId) {
      throw new UnsupportedOperationException();
    }
  }
}
