package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Session;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.IdempotentAnswer;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.junit.Test;

/**
 * What every {@link org.daybook.api.store.Store} must do. Inherit it and make an empty store in
 * {@link #createStore}.
 *
 * <pre>{@code
 * public class MyStoreTest extends StoreContract {
 *   protected Store createStore() {
 *     return new MyStore(…);
 *   }
 * }
 * }</pre>
 */
public abstract class StoreContract extends StoreQueriesContract {
  private static final int THREADS = Together.THREADS;
  private static final int ROUNDS = 10;

  // Transactions

  @Test
  public void whatAnExceptionLeavesIsNotStored() {
    IllegalStateException thrown = new IllegalStateException("on purpose");
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      insertTask(tx, "task-lost");
                      tx.freeze(
                          new FrozenVisit(Examples.VISIT_ID, 1, Optional.empty(), "{}", EXACT));
                      tx.reportLinks().insert(Examples.reportLink());
                      tx.disputes().insert(Examples.dispute());
                      tx.remember(Examples.answer());
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(task("task-lost")).isEmpty();
    assertThat(audit("task-lost")).isEmpty();
    assertThat(store().<Boolean>read(tx -> tx.frozenVisit(Examples.VISIT_ID).isPresent()))
        .isFalse();
    assertThat(store().<Boolean>read(tx -> tx.answerTo(Examples.answer().id()).isPresent()))
        .isFalse();
    assertThat(
            store()
                .<Long>read(
                    tx ->
                        tx.reportLinks().count(ReportLinkQuery.everything())
                            + tx.disputes().count(DisputeQuery.everything())))
        .isZero();
  }

  @Test
  public void whatAnErrorLeavesIsNotStored() {
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      insertTask(tx, "task-lost");
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
    assertThat(task("task-lost")).isEmpty();
  }

  @Test
  public void anUpdateIsUndoneWithItsTransaction() {
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      rename(tx, "Renamed");
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    Task task = task(Examples.TASK_ID).orElseThrow();
    assertThat(task.title()).isEqualTo(Examples.task().title());
    assertThat(task.version()).isEqualTo(1);
  }

  @Test
  public void aTransactionSeesItsOwnChanges() {
    change(
        tx -> {
          insertTask(tx, "task-2");
          rename(tx, "Renamed");
          assertThat(tx.tasks().find("task-2")).isPresent();
          assertThat(tx.tasks().find(Examples.TASK_ID).orElseThrow().title()).isEqualTo("Renamed");
          assertThat(tx.tasks().count(TaskQuery.everything())).isEqualTo(2);
          Optional<Task> joined = store().read(inner -> inner.tasks().find("task-2"));
          assertThat(joined).isPresent();
          return null;
        });
  }

  @Test
  public void severalValuesAreFoundAtOnce() {
    change(
        tx -> {
          insertTask(tx, "task-2");
          insertTask(tx, "task-3");
          insertTask(tx, "task-4");
          return null;
        });
    List<String> found =
        change(
            tx -> {
              rename(tx, "Renamed");
              Set<String> some = Set.of(Examples.TASK_ID, "task-2", "task-4", "task-none");
              return tx.tasks().find(some).stream().map(Task::title).toList();
            });
    assertThat(found).containsExactlyInAnyOrder("Renamed", "Old", "Old");
    assertThat(store().<List<Task>>read(tx -> tx.tasks().find(Set.of()))).isEmpty();
    assertThat(store().<List<Task>>read(tx -> tx.tasks().find(Set.of("task-none")))).isEmpty();
  }

  @Test
  public void anInnerTransactionJoinsTheOuterOne() {
    assertThatThrownBy(
            () ->
                change(
                    outer -> {
                      change(inner -> insertTask(inner, "task-inner"));
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(task("task-inner")).isEmpty();
    change(
        outer -> {
          insertTask(outer, "task-outer");
          return change(inner -> insertTask(inner, "task-inner"));
        });
    assertThat(task("task-inner")).isPresent();
    assertThat(task("task-outer")).isPresent();
  }

  @Test
  public void anInnerFailureThatIsCaughtLosesTheWholeTransactionAndSaysSo() {
    assertThatThrownBy(
            () ->
                change(
                    outer -> {
                      insertTask(outer, "task-outer");
                      try {
                        return change(
                            inner -> {
                              throw new RefusedException("on purpose");
                            });
                      } catch (RefusedException e) {
                        return null;
                      }
                    }))
        .isInstanceOf(RuntimeException.class);
    assertThat(task("task-outer")).isEmpty();
  }

  @Test
  public void aTransactionAfterAFailedOneWorks() {
    assertThatThrownBy(() -> change(tx -> tx.tasks().update(Examples.task())))
        .isInstanceOf(StaleVersionException.class);
    change(tx -> insertTask(tx, "task-2"));
    assertThat(task("task-2")).isPresent();
  }

  // Versions and locks

  @Test
  public void versionsCountChanges() {
    Task inserted = change(tx -> insertTask(tx, "task-2"));
    Task updated = change(tx -> tx.tasks().update(inserted.toBuilder().title("Renamed").build()));
    Task again = change(tx -> tx.tasks().update(updated.toBuilder().title("Again").build()));
    assertThat(inserted.version()).isEqualTo(1);
    assertThat(updated.version()).isEqualTo(2);
    assertThat(again.version()).isEqualTo(3);
    assertThat(task("task-2")).contains(again);
  }

  @Test
  public void aValueCanBeChangedTwiceInOneTransaction() {
    change(
        tx -> {
          Task first = rename(tx, "First");
          return tx.tasks().update(first.toBuilder().title("Second").build());
        });
    assertThat(task(Examples.TASK_ID).orElseThrow().title()).isEqualTo("Second");
    assertThat(task(Examples.TASK_ID).orElseThrow().version()).isEqualTo(3);
  }

  @Test
  public void aStaleValueIsNotStored() {
    Task seenByBoth = task(Examples.TASK_ID).orElseThrow();
    change(tx -> tx.tasks().update(seenByBoth.toBuilder().title("First").build()));
    assertThatThrownBy(
            () -> change(tx -> tx.tasks().update(seenByBoth.toBuilder().title("Second").build())))
        .isInstanceOf(StaleVersionException.class);
    assertThat(task(Examples.TASK_ID).orElseThrow().title()).isEqualTo("First");
    assertThat(audit(Examples.TASK_ID)).hasSize(2);
  }

  @Test
  public void whatIsNotThereCannotBeChanged() {
    assertThatThrownBy(
            () -> change(tx -> tx.tasks().update(Examples.task().toBuilder().id("none").build())))
        .isInstanceOf(NotFoundException.class);
    assertThat(task("none")).isEmpty();
    assertThat(store().<Boolean>read(tx -> tx.tasks().find("none").isPresent())).isFalse();
    assertThat(this.<Boolean>change(tx -> tx.tasks().findForUpdate("none").isPresent())).isFalse();
  }

  @Test
  public void ofThreadsThatChangeTheSameValueNoneOverwritesAnother() {
    onThreads(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            untilNotStale(
                () ->
                    change(
                        tx -> {
                          Task task = tx.tasks().find(Examples.TASK_ID).orElseThrow();
                          return tx.tasks()
                              .update(task.toBuilder().occurrences(task.occurrences() + 1).build());
                        }));
          }
        });
    assertThat(task(Examples.TASK_ID).orElseThrow().occurrences()).isEqualTo(1 + THREADS * ROUNDS);
  }

  @Test
  public void whoLocksAValueIsNeverStale() {
    onThreads(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            change(
                tx -> {
                  Task task = tx.tasks().findForUpdate(Examples.TASK_ID).orElseThrow();
                  return tx.tasks()
                      .update(task.toBuilder().occurrences(task.occurrences() + 1).build());
                });
          }
        });
    assertThat(task(Examples.TASK_ID).orElseThrow().occurrences()).isEqualTo(1 + THREADS * ROUNDS);
  }

  // Unique values

  @Test
  public void anIdIsTakenOnce() {
    refused(tx -> tx.tasks().insert(Examples.task()));
  }

  @Test
  public void aClientCodeIsTakenOnce() {
    refused(tx -> tx.clients().insert(Examples.client().toBuilder().id("client-2").build()));
  }

  @Test
  public void aLoginIsTakenOnce() {
    change(tx -> tx.accounts().insert(Examples.account()));
    refused(tx -> tx.accounts().insert(Examples.account().toBuilder().id("account-2").build()));
  }

  @Test
  public void theHashOfATokenIsTakenOnce() {
    change(tx -> tx.tokens().insert(Examples.token()));
    refused(tx -> tx.tokens().insert(Examples.token().toBuilder().id("token-2").build()));
  }

  @Test
  public void aHostnameIsTakenOncePerClientIgnoringCase() {
    refused(
        tx ->
            tx.assets()
                .insert(
                    Examples.asset().toBuilder()
                        .id("asset-2")
                        .hostname("BUH-1")
                        .inventoryNumber("2")
                        .build()));
    change(tx -> tx.clients().insert(otherClient()));
    change(
        tx ->
            tx.sites()
                .insert(Examples.site().toBuilder().id("site-2").clientId("client-2").build()));
    change(
        tx ->
            tx.assets()
                .insert(
                    Examples.asset().toBuilder()
                        .id("asset-2")
                        .clientId("client-2")
                        .siteId("site-2")
                        .build()));
  }

  @Test
  public void anInventoryNumberIsTakenOncePerClientIgnoringCase() {
    refused(
        tx ->
            tx.assets()
                .insert(
                    Examples.asset().toBuilder()
                        .id("asset-2")
                        .hostname("other")
                        .inventoryNumber("inv-0001")
                        .build()));
  }

  @Test
  public void equipmentWithoutHostnameAndNumberIsNotTheSame() {
    change(
        tx -> {
          for (int i = 2; i <= 3; i++) {
            tx.assets()
                .insert(
                    Examples.asset().toBuilder()
                        .id("asset-" + i)
                        .hostname(Optional.empty())
                        .inventoryNumber(Optional.empty())
                        .build());
          }
          return null;
        });
  }

  @Test
  public void aUniqueValueCannotBeTakenByAChangeEither() {
    change(tx -> tx.clients().insert(otherClient()));
    refused(
        tx -> {
          var other = tx.clients().find("client-2").orElseThrow();
          tx.clients().update(other.toBuilder().code("romashka").build());
        });
  }

  @Test
  public void aUniqueValueThatWasGivenUpIsFree() {
    change(
        tx -> {
          var client = tx.clients().find(Examples.CLIENT_ID).orElseThrow();
          return tx.clients().update(client.toBuilder().code("renamed").build());
        });
    change(
        tx ->
            tx.clients()
                .insert(Examples.client().toBuilder().id("client-2").code("romashka").build()));
  }

  @Test
  public void anOccurrenceIsKnownOnce() {
    change(tx -> tx.occurrences().insert(Examples.occurrence()));
    refused(
        tx ->
            tx.occurrences().insert(Examples.occurrence().toBuilder().id("occurrence-2").build()));
    change(
        tx ->
            tx.occurrences()
                .insert(
                    Examples.occurrence().toBuilder()
                        .id("occurrence-2")
                        .occurrence("another")
                        .build()));
  }

  @Test
  public void aRevisionOfAReportIsMadeOnce() {
    change(tx -> tx.reports().insert(Examples.report()));
    refused(tx -> tx.reports().insert(Examples.report().toBuilder().id("report-2").build()));
    change(
        tx ->
            tx.reports().insert(Examples.report().toBuilder().id("report-2").revision(2).build()));
  }

  @Test
  public void aLetterIsWrittenOnceAndAVisitHasOneInvitationOfEachContact() {
    change(tx -> tx.letters().insert(Examples.outgoingLetter()));
    refused(
        tx -> tx.letters().insert(Examples.outgoingLetter().toBuilder().id("letter-2").build()));
    change(tx -> tx.invitations().insert(Examples.invitation()));
    refused(
        tx ->
            tx.invitations().insert(Examples.invitation().toBuilder().id("invitation-2").build()));
  }

  @Test
  public void whatALetterSaysIsNotInTheAuditTrail() {
    change(
        tx ->
            tx.letters()
                .insert(Examples.outgoingLetter().toBuilder().frozen("Дорогая Анна").build()));
    assertThat(audit(Examples.outgoingLetter().id()))
        .hasSize(1)
        .noneMatch(entry -> entry.change().contains("Анна"));
  }

  @Test
  public void aReportIsDeliveredToAContactOnce() {
    change(tx -> tx.reports().insert(Examples.report()));
    change(tx -> tx.deliveries().insert(Examples.delivery()));
    refused(tx -> tx.deliveries().insert(Examples.delivery().toBuilder().id("delivery-2").build()));
  }

  @Test
  public void aVisitIsFrozenOnce() {
    change(
        tx -> {
          tx.freeze(Examples.frozenVisit());
          return null;
        });
    refused(
        tx ->
            tx.freeze(
                new FrozenVisit(Examples.VISIT_ID, 1, Optional.empty(), "{\"other\":1}", EXACT)));
    assertThat(store().<FrozenVisit>read(tx -> tx.frozenVisit(Examples.VISIT_ID).orElseThrow()))
        .isEqualTo(Examples.frozenVisit());
  }

  @Test
  public void aVisitIsCorrectedOncePerRevision() {
    FrozenVisit second =
        new FrozenVisit(Examples.VISIT_ID, 2, Optional.of("Опечатка"), "{\"other\":1}", EXACT);
    change(
        tx -> {
          tx.freeze(Examples.frozenVisit());
          tx.freeze(second);
          return null;
        });
    refused(
        tx ->
            tx.freeze(new FrozenVisit(Examples.VISIT_ID, 2, Optional.of("Ещё раз"), "{}", EXACT)));
    assertThat(store().<FrozenVisit>read(tx -> tx.frozenVisit(Examples.VISIT_ID).orElseThrow()))
        .isEqualTo(second);
  }

  @Test
  public void aTokenOpensOneReport() {
    change(tx -> tx.reportLinks().insert(Examples.reportLink()));
    refused(
        tx ->
            tx.reportLinks()
                .insert(Examples.reportLink().toBuilder().id("link-2").visitId("visit-2").build()));
    change(
        tx ->
            tx.reportLinks()
                .insert(
                    Examples.reportLink().toBuilder().id("link-2").hash("0".repeat(64)).build()));
  }

  @Test
  public void aDisputeIsOpenedOnceByWhatItsSenderCallsIt() {
    change(tx -> tx.disputes().insert(Examples.dispute()));
    refused(
        tx ->
            tx.disputes()
                .insert(Examples.dispute().toBuilder().id("dispute-2").title("Ещё раз").build()));
    change(
        tx -> {
          tx.disputes()
              .insert(Examples.dispute().toBuilder().id("dispute-2").visitId("visit-2").build());
          return tx.disputes()
              .insert(Examples.dispute().toBuilder().id("dispute-3").externalId("form-3").build());
        });
  }

  @Test
  public void aRequestIsAnsweredOnce() {
    change(
        tx -> {
          tx.remember(Examples.answer());
          return null;
        });
    refused(tx -> tx.remember(Examples.answer()));
  }

  @Test
  public void oldAnswersAreForgottenAndYoungOnesKept() {
    IdempotentAnswer young = Examples.answer();
    IdempotentAnswer old =
        new IdempotentAnswer("old", "hash", 200, "", "{}", young.at().minusMillis(1));
    change(
        tx -> {
          tx.remember(old);
          tx.remember(young);
          return null;
        });

    assertThat(this.<Integer>change(tx -> tx.forgetAnswers(young.at()))).isEqualTo(1);

    assertThat(store().<Boolean>read(tx -> tx.answerTo(old.id()).isPresent())).isFalse();
    assertThat(store().<Boolean>read(tx -> tx.answerTo(young.id()).isPresent())).isTrue();
    change(
        tx -> {
          tx.remember(old);
          return null;
        });
  }

  @Test
  public void aSessionIsSeenPastItsVersionAndTheAuditTrail() {
    change(tx -> tx.sessions().insert(Examples.session()));
    Instant later = Examples.NOW.plusSeconds(300);
    Instant end = later.plusSeconds(3600);

    change(
        tx -> {
          tx.seeSession("session-1", later, end);
          tx.seeSession("none", later, end);
          return null;
        });

    Session seen = Examples.session().toBuilder().lastSeenAt(later).expiresAt(end).build();
    assertThat(store().<Session>read(tx -> tx.sessions().find("session-1").orElseThrow()))
        .isEqualTo(seen.toBuilder().version(1).build());
    AuditQuery trail = AuditQuery.builder().kind("session").build();
    assertThat(
            store()
                .<List<AuditEntry>>read(
                    tx -> tx.audit(trail, new PageRequest(10, Optional.empty(), false)).items()))
        .hasSize(1)
        .noneMatch(entry -> entry.change().contains(Examples.session().hash()));
  }

  @Test
  public void aSessionThatWasRevokedIsNotSeenAnyMore() {
    change(
        tx -> tx.sessions().insert(Examples.session().toBuilder().revokedAt(Examples.NOW).build()));

    change(
        tx -> {
          tx.seeSession("session-1", Examples.NOW.plusSeconds(1), Examples.NOW.plusSeconds(2));
          return null;
        });

    assertThat(store().<Session>read(tx -> tx.sessions().find("session-1").orElseThrow()))
        .isEqualTo(Examples.session().toBuilder().revokedAt(Examples.NOW).version(1).build());
  }

  @Test
  public void sessionsThatAreOverAreForgottenAndOthersKept() {
    Session live = Examples.session();
    Session over =
        live.toBuilder()
            .id("session-2")
            .hash("0".repeat(64))
            .expiresAt(live.expiresAt().minusMillis(1))
            .build();
    change(
        tx -> {
          tx.sessions().insert(live);
          return tx.sessions().insert(over);
        });

    assertThat(this.<Integer>change(tx -> tx.forgetSessions(live.expiresAt()))).isEqualTo(1);

    assertThat(store().<Boolean>read(tx -> tx.sessions().find("session-1").isPresent())).isTrue();
    assertThat(store().<Boolean>read(tx -> tx.sessions().find("session-2").isPresent())).isFalse();
  }

  @Test
  public void ofThreadsThatTakeTheSameUniqueValueOneGetsIt() {
    List<Boolean> got = Collections.synchronizedList(new ArrayList<>());
    onThreads(
        thread -> {
          try {
            change(
                tx ->
                    tx.clients()
                        .insert(
                            Examples.client().toBuilder()
                                .id("client-" + thread)
                                .code("wanted")
                                .build()));
            got.add(true);
          } catch (RefusedException e) {
            got.add(false);
          }
        });
    assertThat(got).hasSize(THREADS).containsOnlyOnce(true);
  }

  // Numbers and ids

  @Test
  public void numbersHaveNoGaps() {
    assertThat(this.<Long>change(tx -> tx.nextNumber("report-2026"))).isEqualTo(1);
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      tx.nextNumber("report-2026");
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(this.<Long>change(tx -> tx.nextNumber("report-2026"))).isEqualTo(2);
    assertThat(this.<Long>change(tx -> tx.nextNumber("report-2027"))).isEqualTo(1);
  }

  @Test
  public void theLastNumberIsTheOneThatWasTaken() {
    assertThat(store().<Long>read(tx -> tx.lastNumber("chain-a"))).isZero();
    change(tx -> tx.nextNumber("chain-a"));
    assertThat(this.<Long>change(tx -> tx.nextNumber("chain-a") - tx.lastNumber("chain-a")))
        .isZero();
    assertThat(store().<Long>read(tx -> tx.lastNumber("chain-a"))).isEqualTo(2);
    assertThat(store().<Long>read(tx -> tx.lastNumber("chain-b"))).isZero();
  }

  @Test
  public void threadsGetDifferentNumbersWithoutGaps() {
    List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
    onThreads(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            numbers.add(change(tx -> tx.nextNumber("shared")));
          }
        });
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, THREADS * ROUNDS).boxed().toList());
  }

  @Test
  public void laterIdsSortAfterEarlierOnes() {
    List<String> ids =
        new ArrayList<>(change(tx -> IntStream.range(0, 1000).mapToObj(i -> tx.newId()).toList()));
    ids.add(change(Transaction::newId));
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat(ids).allMatch(id -> UUID.fromString(id).version() == 7);
  }

  // Audit trail

  @Test
  public void everyChangeIsInTheAuditTrailWithWhoAndWhat() {
    Task task = change(tx -> insertTask(tx, "task-2"));
    store()
        .inTransaction(
            Examples.ENGINEER, tx -> tx.tasks().update(task.toBuilder().title("New").build()));
    List<AuditEntry> entries = audit("task-2");
    assertThat(entries).hasSize(2);
    AuditEntry insertion = entries.get(0);
    assertThat(insertion.actorId()).isEqualTo(Examples.MANAGER.id());
    assertThat(insertion.kind()).isEqualTo("task");
    assertThat(insertion.version()).isEqualTo(1);
    assertThat(withoutSpace(insertion.change())).contains("\"title\":[null,\"Old\"]");
    AuditEntry update = entries.get(1);
    assertThat(update.actorId()).isEqualTo(Examples.ENGINEER.id());
    assertThat(update.actorName()).isEqualTo(Examples.ENGINEER.name());
    assertThat(update.version()).isEqualTo(2);
    assertThat(update.at()).isNotNull();
    assertThat(withoutSpace(update.change()))
        .contains("\"title\":[\"Old\",\"New\"]")
        .doesNotContain("createdAt")
        .doesNotContain("state");
  }

  @Test
  public void ofAJoinedTransactionTheInnerActorCountsForItsOwnChanges() {
    store()
        .inTransaction(
            Examples.ENGINEER,
            outer -> {
              insertTask(outer, "task-before");
              store()
                  .inTransaction(
                      Actor.system("source:test"), inner -> insertTask(inner, "task-inner"));
              return insertTask(outer, "task-after");
            });
    assertThat(audit("task-before").get(0).actorId()).isEqualTo(Examples.ENGINEER.id());
    assertThat(audit("task-inner").get(0).actorId()).isEqualTo("source:test");
    assertThat(audit("task-after").get(0).actorId()).isEqualTo(Examples.ENGINEER.id());
  }

  @Test
  public void theAuditTrailHoldsNoSecret() {
    change(
        tx -> {
          tx.tokens().insert(Examples.token());
          var account =
              tx.accounts()
                  .insert(Examples.account().toBuilder().passwordHash("secret-one").build());
          return tx.accounts().update(account.toBuilder().passwordHash("secret-two").build());
        });
    assertThat(audit(Examples.account().id()))
        .hasSize(2)
        .allMatch(entry -> entry.change().contains("passwordHash"))
        .noneMatch(entry -> entry.change().contains("secret-"));
    assertThat(audit(Examples.token().id()))
        .hasSize(1)
        .noneMatch(entry -> entry.change().contains(Examples.token().hash()));
  }

  @Test
  public void theAuditTrailTellsOfLinksWithoutWhatOpensThem() {
    change(
        tx -> {
          var link = tx.reportLinks().insert(Examples.reportLink());
          return tx.reportLinks().update(link.toBuilder().revokedAt(EXACT).build());
        });
    List<AuditEntry> entries = audit(Examples.reportLink().id());
    assertThat(entries).extracting(AuditEntry::kind).containsOnly("report link").hasSize(2);
    assertThat(entries).noneMatch(entry -> entry.change().contains(Examples.reportLink().hash()));
    assertThat(withoutSpace(entries.get(0).change())).contains("\"hash\":[null,\"…\"]");
    assertThat(entries.get(1).change()).contains("revokedAt").doesNotContain("visitId");
  }

  @Test
  public void theAuditTrailTellsWhoDecidedADispute() {
    var opened = change(tx -> tx.disputes().insert(Examples.dispute()));
    store()
        .inTransaction(
            Examples.ENGINEER,
            tx ->
                tx.disputes()
                    .update(
                        opened.toBuilder()
                            .state(DisputeState.UPHELD)
                            .outcome("Просьбу не записали.")
                            .build()));
    List<AuditEntry> entries = audit(Examples.dispute().id());
    assertThat(entries).extracting(AuditEntry::kind).containsOnly("dispute").hasSize(2);
    assertThat(entries.get(1).actorId()).isEqualTo(Examples.ENGINEER.id());
    assertThat(withoutSpace(entries.get(1).change()))
        .contains("\"state\":[\"OPENED\",\"UPHELD\"]")
        .contains("\"outcome\":[null,\"Просьбунезаписали.\"]");
  }

  @Test
  public void theAuditTrailIsFoundByKindByValueAndByActor() {
    store().inTransaction(Actor.system("source:test"), tx -> insertTask(tx, "task-2"));
    List<AuditEntry> byActor = audit(AuditQuery.builder().actorId("source:test").build());
    List<AuditEntry> byKind = audit(AuditQuery.builder().kind("visit").build());
    assertThat(byActor).extracting(AuditEntry::valueId).containsExactly("task-2");
    assertThat(byKind).extracting(AuditEntry::valueId).containsExactly(Examples.VISIT_ID);
  }

  // How the tests do it

  private static Task insertTask(Transaction tx, String id) {
    return tx.tasks().insert(Examples.task().toBuilder().id(id).title("Old").build());
  }

  private static Task rename(Transaction tx, String title) {
    Task task = tx.tasks().find(Examples.TASK_ID).orElseThrow();
    return tx.tasks().update(task.toBuilder().title(title).build());
  }

  private static org.daybook.api.directory.Client otherClient() {
    return Examples.client().toBuilder().id("client-2").code("other").build();
  }

  private Optional<Task> task(String id) {
    return store().read(tx -> tx.tasks().find(id));
  }

  private List<AuditEntry> audit(String valueId) {
    return audit(AuditQuery.builder().valueId(valueId).build());
  }

  private List<AuditEntry> audit(AuditQuery query) {
    return store()
        .read(
            tx ->
                tx.audit(query, new PageRequest(PageRequest.MAX_SIZE, Optional.empty(), false))
                    .items());
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s", "");
  }

  private void refused(Consumer<Transaction> work) {
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      work.accept(tx);
                      return null;
                    }))
        .isInstanceOf(RefusedException.class);
  }

  private static void untilNotStale(Callable<?> work) throws Exception {
    while (true) {
      try {
        work.call();
        return;
      } catch (StaleVersionException e) {
        // Somebody else was faster: this is how a caller answers it.
      }
    }
  }

  /** Work of one thread, which is told its number, from 1. */
  private interface ThreadWork {
    void run(int thread) throws Exception;
  }

  private static void onThreads(ThreadWork work) {
    Together.onThreads(
        thread ->
            () -> {
              work.run(thread);
              return thread;
            });
  }
}
