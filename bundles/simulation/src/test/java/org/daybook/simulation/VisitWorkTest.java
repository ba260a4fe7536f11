package org.daybook.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.error.RefusedException;
import org.daybook.api.task.TaskEvent;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

/** A task that was handed over may come to its end while a specialist has it. */
public class VisitWorkTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final Agenda agenda = new Agenda();
  private final Tally tally = new Tally();
  private final VisitWork work =
      new VisitWork(
          new Services(store, clock, null, null, null, null, diary(), null, null, null, null),
          null,
          new Chance(1),
          agenda,
          tally);

  @Test
  public void aSpecialistAcceptsAndFinishes() {
    task(TaskState.HANDED_OVER);
    accept();
    assertThat(state()).isEqualTo(TaskState.ACCEPTED);
    agenda.happen();
    assertThat(state()).isEqualTo(TaskState.DONE);
    assertThat(tally.ended).containsEntry(Examples.TASK_ID, TaskState.DONE);
  }

  @Test
  public void whatWentAwayByItselfIsNotAccepted() {
    task(TaskState.SELF_RECOVERED);
    accept();
    assertThat(state()).isEqualTo(TaskState.SELF_RECOVERED);
    assertThat(agenda.next()).isEmpty();
    assertThat(tally.ended).isEmpty();
  }

  @Test
  public void whatWentAwayAfterItWasAcceptedIsNotFinished() {
    task(TaskState.HANDED_OVER);
    accept();
    change(TaskState.SELF_RECOVERED);
    agenda.happen();
    assertThat(state()).isEqualTo(TaskState.SELF_RECOVERED);
    assertThat(tally.ended).isEmpty();
  }

  private void accept() {
    work.accept(Examples.TASK_ID, Examples.SPECIALIST);
  }

  private void task(TaskState state) {
    store.prepare(tx -> tx.tasks().insert(Examples.task().toBuilder().state(state).build()));
  }

  private TaskState state() {
    return store.read(tx -> tx.tasks().find(Examples.TASK_ID).orElseThrow()).state();
  }

  private void change(TaskState state) {
    store.prepare(
        tx ->
            tx.tasks()
                .update(
                    tx.tasks().find(Examples.TASK_ID).orElseThrow().toBuilder()
                        .state(state)
                        .build()));
  }

  /** Refuses what the table of states refuses; does nothing else. */
  private Diary diary() {
    return (Diary)
        Proxy.newProxyInstance(
            VisitWorkTest.class.getClassLoader(),
            new Class<?>[] {Diary.class},
            (proxy, method, arguments) -> {
              TaskEvent event =
                  arguments[3] instanceof TaskAction.Accept ? TaskEvent.ACCEPT : TaskEvent.FINISH;
              change(
                  state()
                      .on(event)
                      .orElseThrow(() -> new RefusedException("It is " + state() + ".")));
              return null;
            });
  }
}
