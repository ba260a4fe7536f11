package org.daybook.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManagerFactory;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitProgress;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Test;

/** What this store promises beyond the contract, on every database. */
public abstract class StoreBehaviour {
  private static final int SECONDS = 30;

  private JpaStore store;

  abstract DatabaseUnderTest database();

  @Before
  public void emptyStore() throws SQLException {
    store = database().emptyStore();
  }

  // Concurrency

  @Test
  public void eightThreadsStoreSignalsAtOnce() throws Exception {
    int threads = 8;
    int signals = 40;
    together(
        threads,
        thread -> {
          for (int i = 0; i < signals; i++) {
            String fault = "fault-" + thread + "-" + i;
            change(tx -> signalled(tx, fault));
          }
          return null;
        });
    long tasks = store.read(tx -> tx.tasks().count(TaskQuery.everything()));
    long occurrences = store.read(tx -> tx.occurrences().count(OccurrenceQuery.everything()));
    assertThat(tasks).isEqualTo(threads * signals);
    assertThat(occurrences).isEqualTo(threads * signals);
  }

  @Test
  public void ofEightThreadsThatStoreTheSameSignalOneDoes() throws Exception {
    List<Boolean> stored =
        together(
            8,
            thread -> {
              try {
                change(tx -> signalled(tx, "fault"));
                return true;
              } catch (RefusedException e) {
                return false;
              }
            });
    long occurrences = store.read(tx -> tx.occurrences().count(OccurrenceQuery.everything()));
    assertThat(stored).contains(true);
    assertThat(occurrences).isEqualTo(1);
  }

  /** As intake does: whether it is known, then a task and its occurrence. */
  private static Task signalled(Transaction tx, String fault) {
    OccurrenceQuery known =
        OccurrenceQuery.builder().source("monitoring").externalId(fault).occurrence("1").build();
    if (tx.occurrences().first(known).isPresent()) {
      throw new RefusedException("known");
    }
    Task task = tx.tasks().insert(task(tx.newId()).toBuilder().externalId(fault).build());
    tx.occurrences()
        .insert(
            Examples.occurrence().toBuilder()
                .id(tx.newId())
                .source("monitoring")
                .externalId(fault)
                .occurrence("1")
                .taskId(task.id())
                .build());
    return task;
  }

  /** The first of them makes the row that all of them raise. */
  @Test
  public void eightThreadsPutTheirFirstTasksOnAVisit() throws Exception {
    int threads = 8;
    int visits = 20;
    together(
        threads,
        thread -> {
          for (int i = 0; i < visits; i++) {
            String visit = "visit-" + i;
            change(tx -> tx.tasks().insert(task(tx.newId()).toBuilder().visitId(visit).build()));
          }
          return null;
        });
    Set<String> all =
        IntStream.range(0, visits).mapToObj(i -> "visit-" + i).collect(Collectors.toSet());
    Map<String, VisitProgress> progress = store.read(tx -> tx.progress(all));
    assertThat(progress).hasSize(visits);
    assertThat(progress.values()).containsOnly(new VisitProgress(0, threads, 0, 0));
  }

  @Test
  public void transactionsThatDeadlockAreDoneAgain() throws Exception {
    change(
        tx -> {
          tx.tasks().insert(task("one"));
          return tx.tasks().insert(task("two"));
        });
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    List<String> first = List.of("one", "two");
    List<String> second = List.of("two", "one");
    together(
        2,
        thread -> {
          List<String> ids = thread == 0 ? first : second;
          AtomicInteger own = new AtomicInteger();
          return change(
              tx -> {
                attempts.incrementAndGet();
                counted(tx, ids.get(0));
                if (own.getAndIncrement() == 0) {
                  await(bothHoldOne);
                }
                return counted(tx, ids.get(1));
              });
        });
    assertThat(attempts.get()).isGreaterThan(2);
    assertThat(task(store, "one").occurrences()).isEqualTo(3);
    assertThat(task(store, "two").occurrences()).isEqualTo(3);
  }

  private static Task counted(Transaction tx, String id) {
    Task task = tx.tasks().findForUpdate(id).orElseThrow();
    return tx.tasks().update(task.toBuilder().occurrences(task.occurrences() + 1).build());
  }

  @Test
  public void whoLocksSeesWhatOthersCommittedMeanwhile() throws Exception {
    change(tx -> tx.tasks().insert(task("one")));
    Task changed =
        change(
            tx -> {
              Task before = tx.tasks().find("one").orElseThrow();
              elsewhere(() -> change(other -> other.tasks().update(renamed(before, "by another"))));
              return tx.tasks().findForUpdate("one").orElseThrow();
            });
    assertThat(changed.title()).isEqualTo("by another");
    assertThat(changed.version()).isEqualTo(2);
  }

  @Test
  public void whoReadBeforeAnotherCommittedIsStaleByName() {
    change(tx -> tx.tasks().insert(task("one")));
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      Task before = tx.tasks().find("one").orElseThrow();
                      elsewhere(
                          () ->
                              change(other -> other.tasks().update(renamed(before, "by another"))));
                      return tx.tasks().update(renamed(before, "too late"));
                    }))
        .isInstanceOf(StaleVersionException.class)
        .hasMessageContaining("task one");
    assertThat(task(store, "one").title()).isEqualTo("by another");
  }

  @Test
  public void oneStaleRowAmongManyLosesThemAll() {
    change(
        tx -> {
          for (int i = 0; i < 50; i++) {
            tx.checks().insert(Examples.check().toBuilder().id("check-" + i).build());
          }
          return null;
        });
    List<Check> seen = store.read(tx -> tx.checks().all(CheckQuery.everything()));
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      seen.forEach(check -> tx.checks().update(skipped(check)));
                      elsewhere(
                          () -> change(other -> other.checks().update(skipped(seen.get(30)))));
                      return null;
                    }))
        .isInstanceOf(StaleVersionException.class);
    long skipped =
        store.read(
            tx -> tx.checks().count(CheckQuery.builder().addStates(CheckState.SKIPPED).build()));
    assertThat(skipped).isEqualTo(1);
  }

  private static Check skipped(Check check) {
    return check.toBuilder().state(CheckState.SKIPPED).reason("нет доступа").build();
  }

  // Versions

  @Test
  public void anUpdateThatChangesNothingCountsToo() {
    change(tx -> tx.tasks().insert(task("one")));
    Task twice =
        change(
            tx -> {
              Task once = tx.tasks().update(tx.tasks().find("one").orElseThrow());
              tx.tasks().count(TaskQuery.everything());
              return tx.tasks().update(once);
            });
    assertThat(twice.version()).isEqualTo(3);
    assertThat(task(store, "one")).isEqualTo(twice);
    Task again = change(tx -> tx.tasks().update(renamed(twice, "changed")));
    assertThat(task(store, "one")).isEqualTo(again);
    assertThat(again.version()).isEqualTo(4);
  }

  @Test
  public void insertedAndChangedInOneTransaction() {
    Task changed =
        change(
            tx -> {
              Task inserted = tx.tasks().insert(task("one"));
              assertThat(tx.tasks().find("one")).contains(inserted);
              return tx.tasks().update(renamed(inserted, "changed at once"));
            });
    assertThat(changed.version()).isEqualTo(2);
    assertThat(task(store, "one")).isEqualTo(changed);
  }

  @Test
  public void whatIsReturnedIsWhatIsRead() {
    Instant withNanos = Instant.parse("2026-10-25T00:30:00.123456789Z");
    Task inserted =
        change(tx -> tx.tasks().insert(task("one").toBuilder().dueAt(withNanos).build()));
    assertThat(inserted.dueAt()).contains(Instant.parse("2026-10-25T00:30:00.123456Z"));
    assertThat(task(store, "one")).isEqualTo(inserted);
  }

  @Test
  public void anyTextComesBack() {
    String text = "«Ёлка» — 100 %\n\t\"кавычки\" \\ 日本 🖨".repeat(300);
    Task inserted =
        change(tx -> tx.tasks().insert(task("one").toBuilder().description(text).build()));
    assertThat(task(store, "one")).isEqualTo(inserted);
    String change =
        store.read(
            tx ->
                tx.audit(
                        AuditQuery.builder().valueId("one").build(),
                        new PageRequest(1, Optional.empty(), false))
                    .items()
                    .get(0)
                    .change());
    assertThat(change).contains("日本 🖨").contains("\\\"кавычки\\\"").contains("\\n\\u0009");
  }

  @Test
  public void aDocumentOfAMillionCharactersComesBack() {
    String snapshot = "{\"текст\":\"" + "я".repeat(1_000_000) + "\"}";
    change(tx -> tx.reports().insert(Examples.report().toBuilder().snapshot(snapshot).build()));
    String read = store.read(tx -> tx.reports().find(Examples.REPORT_ID).orElseThrow().snapshot());
    assertThat(read).isEqualTo(snapshot);
  }

  @Test
  public void aTextThatIsTooLongIsRefused() {
    assertThatThrownBy(
            () ->
                change(
                    tx ->
                        tx.tasks().insert(task("one").toBuilder().title("x".repeat(2000)).build())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("longer");
    assertThat(store.<Boolean>read(tx -> tx.tasks().find("one").isPresent())).isFalse();
  }

  @Test
  public void aRefusalSaysWhatIsTaken() {
    change(tx -> tx.clients().insert(Examples.client()));
    assertThatThrownBy(
            () ->
                change(
                    tx -> tx.clients().insert(Examples.client().toBuilder().id("other").build())))
        .isInstanceOf(RefusedException.class)
        .hasMessage("Another client has this code.");
  }

  @Test
  public void theAuditTrailIsReadInTheTransactionThatWritesIt() {
    List<Long> versions =
        change(
            tx -> {
              tx.tasks().update(renamed(tx.tasks().insert(task("one")), "changed"));
              PageRequest page = new PageRequest(10, Optional.empty(), false);
              AuditQuery ofTask = AuditQuery.builder().valueId("one").build();
              return tx.audit(ofTask, page).items().stream().map(AuditEntry::version).toList();
            });
    assertThat(versions).containsExactly(1L, 2L);
    assertThat(task(store, "one").version()).isEqualTo(2);
  }

  // Lists

  @Test
  public void aListIsInOrderWhetherItIsAllThereIsOrOnlyAPart() {
    List<String> ids = List.of("visit-3", "visit-1", "visit-4", "visit-2");
    change(
        tx -> {
          for (String id : ids) {
            tx.tasks().insert(task(id));
            // Visits are in the order of the plan, which is against that of their ids
            Instant planned = Examples.NOW.minusSeconds(id.charAt(id.length() - 1));
            tx.visits().insert(Examples.visit().toBuilder().id(id).plannedFor(planned).build());
          }
          return null;
        });
    for (int size : List.of(2, 3, 4, 5, 21)) {
      List<String> upwards =
          List.of("visit-1", "visit-2", "visit-3", "visit-4").subList(0, Math.min(4, size));
      List<String> downwards =
          List.of("visit-4", "visit-3", "visit-2", "visit-1").subList(0, Math.min(4, size));
      assertThat(taskIds(size, false)).as("oldest %d tasks", size).isEqualTo(upwards);
      assertThat(taskIds(size, true)).as("newest %d tasks", size).isEqualTo(downwards);
      assertThat(visitIds(size, false)).as("first %d visits", size).isEqualTo(downwards);
      assertThat(visitIds(size, true)).as("last %d visits", size).isEqualTo(upwards);
    }
  }

  private List<String> taskIds(int size, boolean newestFirst) {
    PageRequest page = new PageRequest(size, Optional.empty(), newestFirst);
    return store.read(tx -> tx.tasks().list(TaskQuery.everything(), page)).items().stream()
        .map(Task::id)
        .toList();
  }

  private List<String> visitIds(int size, boolean newestFirst) {
    PageRequest page = new PageRequest(size, Optional.empty(), newestFirst);
    return store.read(tx -> tx.visits().list(VisitQuery.everything(), page)).items().stream()
        .map(Visit::id)
        .toList();
  }

  // Transactions end where they should

  @Test
  public void aReadChangesNothing() {
    assertThatThrownBy(() -> store.read(tx -> tx.tasks().insert(task("one"))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store.read(tx -> change(inner -> inner.tasks().insert(task("one")))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  public void aTransactionStaysOnItsThread() {
    change(
        tx -> {
          assertThatThrownBy(() -> elsewhere(() -> tx.tasks().find("one")))
              .hasRootCauseInstanceOf(IllegalStateException.class);
          return null;
        });
    AtomicReference<Transaction> kept = new AtomicReference<>();
    change(
        tx -> {
          kept.set(tx);
          return null;
        });
    assertThatThrownBy(() -> kept.get().tasks().find("one"))
        .isInstanceOf(IllegalStateException.class);
  }

  /** What was tried again inside would be done for nothing, in a session that may be broken. */
  @Test
  public void whoGoesOnAfterAFailureHearsOfItAgain() {
    RefusedException first = new RefusedException("on purpose");
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      assertThatThrownBy(() -> change(inner -> failing(first))).isSameAs(first);
                      return change(inner -> inner.tasks().find("one"));
                    }))
        .isSameAs(first);
  }

  private static Object failing(RuntimeException reason) {
    throw reason;
  }

  @Test
  public void whoSwallowsAFailureOfTheDatabaseDoesNotCommit() {
    change(tx -> tx.clients().insert(Examples.client()));
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      tx.tasks().insert(task("one"));
                      try {
                        tx.clients().insert(Examples.client().toBuilder().id("other").build());
                        tx.clients().count(org.daybook.api.store.ClientQuery.everything());
                      } catch (RefusedException e) {
                        // as careless code would
                      }
                      return null;
                    }))
        .isInstanceOf(RefusedException.class);
    assertThat(store.<Boolean>read(tx -> tx.tasks().find("one").isPresent())).isFalse();
  }

  // The database goes away

  @Test
  public void aCutConnectionIsUnavailableAndTheNextCallWorks() {
    change(tx -> tx.tasks().insert(task("one")));
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      Task task = tx.tasks().findForUpdate("one").orElseThrow();
                      cut();
                      return tx.tasks().update(renamed(task, "lost"));
                    }))
        .isInstanceOf(UnavailableException.class);
    assertThat(eventually(() -> task(store, "one")).title()).isEqualTo("a task");
    change(tx -> tx.tasks().insert(task("two")));
    assertThat(task(store, "two").version()).isEqualTo(1);
  }

  @Test
  public void withoutADatabaseEveryCallIsUnavailableUntilItIsBack() {
    SwitchedDataSource line = new SwitchedDataSource(database().pool());
    EntityManagerFactory factory = DatabaseUnderTest.entities(line);
    try {
      JpaStore switched = new JpaStore(factory, Clock.systemUTC());
      line.cut();
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(
                () ->
                    switched.inTransaction(Examples.MANAGER, tx -> tx.tasks().insert(task("lost"))))
            .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> switched.read(tx -> tx.tasks().find("one")))
            .isInstanceOf(UnavailableException.class);
      }
      line.mend();
      switched.inTransaction(Examples.MANAGER, tx -> tx.tasks().insert(task("one")));
      assertThat(task(switched, "one").version()).isEqualTo(1);
      line.cut();
      assertThatThrownBy(() -> switched.read(tx -> tx.tasks().find("one")))
          .isInstanceOf(UnavailableException.class);
      line.mend();
      assertThat(task(switched, "one").version()).isEqualTo(1);
    } finally {
      factory.close();
    }
  }

  // How the tests do it

  private <T> T change(Function<Transaction, T> work) {
    return store.inTransaction(Examples.MANAGER, work);
  }

  private void cut() {
    try {
      database().cutConnections();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Task task(String id) {
    return Examples.task().toBuilder().id(id).title("a task").build();
  }

  private static Task task(JpaStore store, String id) {
    return store.read(tx -> tx.tasks().find(id).orElseThrow());
  }

  private static Task renamed(Task task, String title) {
    return task.toBuilder().title(title).build();
  }

  /** The pool may hand out another dead connection before it notices. */
  private static <T> T eventually(Callable<T> work) {
    return org.awaitility.Awaitility.await()
        .atMost(SECONDS, TimeUnit.SECONDS)
        .ignoreExceptionsInstanceOf(UnavailableException.class)
        .until(work, result -> true);
  }

  private static <T> T elsewhere(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                done.complete(work.call());
              } catch (Exception e) {
                done.completeExceptionally(e);
              }
            });
    thread.start();
    return done.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Work of one thread, which is told its number, from 0. */
  private interface ThreadWork<T> {
    T run(int thread) throws Exception;
  }

  private static <T> List<T> together(int threads, ThreadWork<T> work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        running.add(
            executor.submit(
                () -> {
                  start.await();
                  return work.run(thread);
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get(SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
