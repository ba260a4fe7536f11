package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.IdempotentAnswer;
import org.daybook.api.store.Store;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Rule;
import org.junit.Test;

public class RepeatsTest {
  private static final String TASK = "{\"client\":\"romashka\",\"title\":\"Проверить\"}";

  @Rule public final RestServer server = new RestServer();

  @Test
  public void repeatGetsTheSameAnswerAndDoesNothing() {
    RestServer.Reply first = keyed("k-1").post("/api/v1/tasks", TASK);
    RestServer.Reply second = keyed("k-1").post("/api/v1/tasks", TASK);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(second.header("Content-Type")).isEqualTo("application/json");
    assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(first.header("Idempotent-Replay")).isEmpty();
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  public void sameKeyForAnotherBodyIsRefused() {
    keyed("k-1").post("/api/v1/tasks", TASK);

    RestServer.Reply other =
        keyed("k-1").post("/api/v1/tasks", "{\"client\":\"romashka\",\"title\":\"X\"}");

    assertThat(other.status()).isEqualTo(422);
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  public void whatWasSentCannotBeGuessedFromWhatIsStored() throws Exception {
    keyed("k-1").post("/api/v1/tasks", TASK);

    assertThat(storedHash("k-1")).hasSize(64).isNotEqualTo(sha256(TASK));
    assertThat(storedHash("k-1")).isEqualTo(sha256("k-1\n" + TASK));
  }

  @Test
  public void whatWasKeptBeforeTheKeyCountedIsAnsweredAllTheSame() throws Exception {
    IdempotentAnswer kept =
        new IdempotentAnswer(
            idOf("k-1"),
            sha256(TASK),
            201,
            "Content-Type: application/json",
            "{\"id\":\"before\"}",
            Examples.NOW);
    server.parts.store.prepare(tx -> tx.remember(kept));

    RestServer.Reply reply = keyed("k-1").post("/api/v1/tasks", TASK);

    assertThat(reply.json().path("id").asText()).isEqualTo("before");
    assertThat(tasks()).isZero();
  }

  @Test
  public void keysOfDifferentPeopleAndRoutesDoNotMeet() {
    keyed("k-1").post("/api/v1/tasks", TASK);

    RestServer.Reply other =
        server.as(Role.ADMIN).with("Idempotency-Key", "k-1").post("/api/v1/tasks", TASK);
    RestServer.Reply elsewhere = keyed("k-1").post("/api/v1/sites", TASK);

    assertThat(other.status()).isEqualTo(201);
    assertThat(elsewhere.status()).isEqualTo(400);
    assertThat(tasks()).isEqualTo(2);
  }

  @Test
  public void failureIsNotRememberedAndLeavesNothing() {
    server.parts.withoutIntake();
    assertThat(keyed("k-1").post("/api/v1/tasks", TASK).status()).isEqualTo(503);
    server.parts.complete();
    server.parts.store.failNextCommit();
    assertThat(keyed("k-1").post("/api/v1/tasks", TASK).status()).isGreaterThanOrEqualTo(400);
    assertThat(tasks()).isZero();

    assertThat(keyed("k-1").post("/api/v1/tasks", TASK).status()).isEqualTo(201);
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  public void refusedActionWithKeyIsRolledBackWhole() {
    server.parts.store.prepare(tx -> tx.tasks().insert(Examples.task()));

    RestServer.Reply reply =
        keyed("k-1").post("/api/v1/tasks/task-1/not-done", "{\"reason\":\"\"}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(server.parts.store.read(tx -> tx.tasks().find("task-1")).get().version())
        .isEqualTo(1);
  }

  @Test
  public void answersThatNobodyAsksForAnyMoreAreThrownAway() {
    keyed("k-1").post("/api/v1/tasks", TASK);
    server.parts.clock.advance(Duration.ofDays(6));
    keyed("k-2").post("/api/v1/tasks", TASK);
    assertThat(keyed("k-1").post("/api/v1/tasks", TASK).header("Idempotent-Replay"))
        .isEqualTo("true");

    server.parts.clock.advance(Duration.ofDays(2));

    assertThat(keyed("k-1").post("/api/v1/tasks", TASK).header("Idempotent-Replay")).isEmpty();
    assertThat(keyed("k-2").post("/api/v1/tasks", TASK).header("Idempotent-Replay"))
        .isEqualTo("true");
    assertThat(tasks()).isEqualTo(3);
  }

  @Test
  public void timeIsAddedOnceHoweverOftenItIsSent() {
    server.parts.store.prepare(tx -> tx.tasks().insert(Examples.task()));
    String done = "{\"result\":\"ok\",\"minutes\":30}";
    for (int i = 0; i < 3; i++) {
      assertThat(keyed("k-2").post("/api/v1/tasks/task-1/done", done).status()).isEqualTo(200);
    }

    assertThat(server.manager().get("/api/v1/tasks/task-1").json().path("minutes").asInt())
        .isEqualTo(30);
    assertThat(
            server
                .parts
                .store
                .read(
                    tx ->
                        tx.timeEntries().count(TaskLogQuery.builder().addTaskIds("task-1").build()))
                .intValue())
        .isEqualTo(1);
  }

  @Test
  public void closingThatMissesSomethingIsKeptButNotRemembered() {
    server.parts.store.prepare(tx -> tx.visits().insert(Examples.visit()));
    server.parts.visits.open =
        List.of(new OpenItem(OpenItem.Kind.TASK, "task-1", "Принтер", Optional.empty()));
    assertThat(keyed("k-3").post("/api/v1/visits/visit-1/close").status()).isEqualTo(409);
    assertThat(server.parts.store.read(tx -> tx.visits().find("visit-1")).get().state())
        .isEqualTo(VisitState.CLOSING);

    server.parts.visits.open = List.of();

    assertThat(keyed("k-3").post("/api/v1/visits/visit-1/close").status()).isEqualTo(200);
    RestServer.Reply repeat = keyed("k-3").post("/api/v1/visits/visit-1/close");
    assertThat(repeat.status()).isEqualTo(200);
    assertThat(repeat.header("Idempotent-Replay")).isEqualTo("true");
  }

  @Test
  public void secretOfTokenIsNotStoredWithTheAnswer() {
    String body = "{\"name\":\"mon\",\"scopes\":[\"hook:signal\"]}";
    RestServer.Reply first = keyed("k-4").post("/api/v1/tokens", body);
    RestServer.Reply second = keyed("k-4").post("/api/v1/tokens", body);

    assertThat(first.json().path("secret").asText()).startsWith("secret-");
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.json().path("secret").isNull()).isTrue();
  }

  @Test
  public void unreasonableKeyIsRefused() {
    assertThat(keyed("k".repeat(256)).post("/api/v1/tasks", TASK).fields())
        .containsExactly("Idempotency-Key");
  }

  @Test
  public void masterDataIsAddedOnce() {
    String body = "{\"code\":\"lutik\",\"name\":\"Лютик\",\"plan\":\"BASIC\"}";
    assertThat(keyed("k-5").post("/api/v1/clients", body).status()).isEqualTo(201);
    assertThat(keyed("k-5").post("/api/v1/clients", body).status()).isEqualTo(201);

    assertThat(
            server
                .parts
                .store
                .read(tx -> tx.clients().count(ClientQuery.builder().code("lutik").build()))
                .intValue())
        .isEqualTo(1);
  }

  @Test
  public void whatOthersGetInTheWayOfIsDoneAgainWithTheSameBody() {
    Crowded crowded = crowded(2);

    RestServer.Reply reply = keyed("k-1").post("/api/v1/tasks", TASK);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().path("title").asText()).isEqualTo("Проверить");
    assertThat(crowded.attempts).hasValue(3);
    assertThat(tasks()).isEqualTo(1);
    assertThat(keyed("k-1").post("/api/v1/tasks", TASK).header("Idempotent-Replay"))
        .isEqualTo("true");
  }

  @Test
  public void aPhotoThatIsPutInAgainIsWhole() {
    server.parts.store.prepare(tx -> tx.tasks().insert(Examples.task()));
    byte[] image = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};
    Crowded crowded = crowded(1);

    RestServer.Reply reply =
        keyed("k-1")
            .with("Content-Type", "image/jpeg")
            .send("POST", "/api/v1/tasks/" + Examples.TASK_ID + "/photos", image);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(crowded.attempts).hasValue(2);
    assertThat(server.manager().get("/api/v1/photos/" + reply.id() + ".jpg").http.body())
        .isEqualTo(image);
  }

  @Test
  public void whoeverOthersAlwaysGetInTheWayOfIsToldAndMayTryAgain() {
    Crowded crowded = crowded(3);

    assertThat(keyed("k-1").post("/api/v1/tasks", TASK).status()).isEqualTo(409);
    assertThat(crowded.attempts).hasValue(3);
    assertThat(tasks()).isZero();

    assertThat(keyed("k-1").post("/api/v1/tasks", TASK).status()).isEqualTo(201);
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  public void theSameRequestThatWonMeanwhileIsAnswered() {
    Crowded crowded = crowded(2);
    crowded.meanwhile = () -> keyed("k-1").post("/api/v1/tasks", TASK);

    RestServer.Reply reply = keyed("k-1").post("/api/v1/tasks", TASK);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  public void whoSawAnotherVersionIsToldHoweverOftenItIsLookedAt() {
    server.parts.store.prepare(tx -> tx.visits().insert(Examples.visit()));

    RestServer.Reply reply = keyed("k-1").ifMatch(7).post("/api/v1/visits/visit-1/start");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(server.parts.store.read(tx -> tx.visits().find("visit-1")).get().version())
        .isEqualTo(1);
  }

  /** From now on others get in the way of the first few transactions. */
  private Crowded crowded(int conflicts) {
    // The first request also throws old answers away.
    assertThat(keyed("k-0").post("/api/v1/visits/none/start").status()).isEqualTo(404);
    Crowded crowded = new Crowded(server.parts.store, conflicts);
    server.parts.withStorage(crowded);
    return crowded;
  }

  /** A store in which others change at the last moment what a transaction has changed. */
  private static final class Crowded implements Store {
    final AtomicInteger attempts = new AtomicInteger();

    /** Happens after the last conflict, before anybody hears of it. */
    volatile Runnable meanwhile = () -> {};

    private final Store store;
    private final AtomicInteger conflicts;

    Crowded(Store store, int conflicts) {
      this.store = store;
      this.conflicts = new AtomicInteger(conflicts);
    }

    @Override
    public <T> T inTransaction(Actor actor, Function<Transaction, T> work) {
      try {
        return store.inTransaction(actor, tx -> overtaken(work.apply(tx)));
      } catch (StaleVersionException e) {
        if (conflicts.get() == 0) {
          meanwhile.run();
        }
        throw e;
      }
    }

    private <T> T overtaken(T done) {
      attempts.incrementAndGet();
      if (conflicts.get() > 0) {
        conflicts.decrementAndGet();
        throw new StaleVersionException("task", "task-1");
      }
      return done;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
      return store.read(work);
    }
  }

  private String storedHash(String key) throws NoSuchAlgorithmException {
    String id = idOf(key);
    return server.parts.store.read(tx -> tx.answerTo(id)).orElseThrow().requestHash();
  }

  private static String idOf(String key) throws NoSuchAlgorithmException {
    return sha256(String.join("\n", Examples.MANAGER_ID, "/api/v1/tasks", key));
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private RestServer.Call keyed(String key) {
    return server.manager().with("Idempotency-Key", key);
  }

  private long tasks() {
    return server.parts.store.read(tx -> tx.tasks().count(TaskQuery.everything()));
  }
}
