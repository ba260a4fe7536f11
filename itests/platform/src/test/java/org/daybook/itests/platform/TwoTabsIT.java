package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestName;

/** Several people, or one person in several tabs, at the same task at the same time. */
public class TwoTabsIT {
  private static final String TASKS = "/api/v1/tasks";
  private static final int AT_ONCE = 20;

  @Rule public final TestName test = new TestName();

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private RunningDaybook daybook;
  private Office office;
  private Http manager;

  @Before
  public void meet() {
    daybook = DemoDay.daybook();
    office = new Office(daybook);
    manager = office.manager();
  }

  @After
  public void endThreads() {
    threads.shutdownNow();
  }

  @Test
  public void secondTabOverwritesNothing() {
    JsonNode seen = newTask();

    HttpAnswer first = inTab(seen).patch(path(seen), "{\"title\":\"Первая вкладка\"}");
    HttpAnswer second =
        inTab(seen).patch(path(seen), "{\"title\":\"Вторая вкладка\",\"priority\":\"URGENT\"}");

    assertThat(first.status()).isEqualTo(200);
    refusedAsStale(second);
    JsonNode now = manager.get(path(seen)).json();
    assertThat(now).isEqualTo(first.json());
    assertThat(now.path("title").asText()).isEqualTo("Первая вкладка");
    assertThat(now.path("priority")).isEqualTo(seen.path("priority"));
    HttpAnswer reloaded = inTab(now).patch(path(seen), "{\"priority\":\"URGENT\"}");
    assertThat(reloaded.status()).isEqualTo(200);
    assertThat(reloaded.json().path("title").asText()).isEqualTo("Первая вкладка");
  }

  @Test
  public void changeAfterAnActionIsStale() {
    JsonNode seen = newTask();

    HttpAnswer cancelled = inTab(seen).post(path(seen) + "/cancel", "{\"reason\":\"Отпало\"}");
    HttpAnswer change = inTab(seen).patch(path(seen), "{\"title\":\"Вторая вкладка\"}");

    assertThat(cancelled.status()).isEqualTo(200);
    refusedAsStale(change);
    assertThat(manager.get(path(seen)).json()).isEqualTo(cancelled.json());
  }

  @Test
  public void actionAfterAChangeIsStale() {
    JsonNode seen = newTask();

    HttpAnswer changed = inTab(seen).patch(path(seen), "{\"title\":\"Первая вкладка\"}");
    HttpAnswer cancel = inTab(seen).post(path(seen) + "/cancel", "{\"reason\":\"Отпало\"}");

    assertThat(changed.status()).isEqualTo(200);
    refusedAsStale(cancel);
    assertThat(manager.get(path(seen)).json()).isEqualTo(changed.json());
  }

  @Test
  public void masterDataIsGuardedAsTasksAre() {
    String client = "/api/v1/clients/vasilek";
    JsonNode seen = manager.get(client).json();

    HttpAnswer first = inTab(seen).patch(client, "{\"reviewFirst\":true}");
    HttpAnswer second = inTab(seen).patch(client, "{\"name\":\"ООО «Вторая вкладка»\"}");

    assertThat(first.status()).isEqualTo(200);
    refusedAsStale(second);
    assertThat(manager.get(client).json()).isEqualTo(first.json());
  }

  @Test
  public void exactlyOneOfManyStartsATask() throws Exception {
    String visit = office.startVisit();
    JsonNode seen = newTask("\"visit\":\"" + visit + "\"");
    assertThat(seen.path("state").asText()).isEqualTo("PLANNED");

    List<HttpAnswer> answers = atOnce(n -> () -> inTab(seen).post(path(seen) + "/start", "{}"));

    List<HttpAnswer> won = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(won).hasSize(1);
    answers.stream().filter(answer -> !won.contains(answer)).forEach(TwoTabsIT::refusedAsStale);
    JsonNode now = manager.get(path(seen)).json();
    assertThat(now).isEqualTo(won.get(0).json());
    assertThat(now.path("version").asLong()).isEqualTo(seen.path("version").asLong() + 1);
    office.closeVisit(visit);
    office.awaitDelivery(visit, "SENT");
  }

  @Test
  public void exactlyOneOfManyChangesATask() throws Exception {
    JsonNode seen = newTask();

    List<HttpAnswer> answers =
        atOnce(n -> () -> inTab(seen).patch(path(seen), "{\"title\":\"Вкладка %d\"}".formatted(n)));

    List<HttpAnswer> won = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(won).hasSize(1);
    answers.stream().filter(answer -> !won.contains(answer)).forEach(TwoTabsIT::refusedAsStale);
    assertThat(manager.get(path(seen)).json()).isEqualTo(won.get(0).json());
  }

  @Test
  public void nothingThatIsAddedAtOnceIsLost() throws Exception {
    JsonNode seen = newTask();

    List<HttpAnswer> answers =
        atOnce(
            n ->
                () ->
                    manager.post(path(seen) + "/comment", "{\"text\":\"Слово %d\"}".formatted(n)));

    long said = answers.stream().filter(answer -> answer.status() == 200).count();
    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
    assertThat(said).isPositive();
    assertThat(office.items(path(seen) + "/comments")).hasSize((int) said);
  }

  @Test
  public void repeatedPostAddsOneTask() {
    String body = body("");
    Http keyed = manager.with("Idempotency-Key", test.getMethodName());

    HttpAnswer first = keyed.post(TASKS, body);
    HttpAnswer again = keyed.post(TASKS, body);
    HttpAnswer other = keyed.post(TASKS, body("\"priority\":\"URGENT\""));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.bytes()).isEqualTo(first.bytes());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(tasksOfThisTest()).hasSize(1);
  }

  @Test
  public void keysOfDifferentPeopleAreDifferent() {
    String body = body("");
    String key = test.getMethodName();

    HttpAnswer mine = manager.with("Idempotency-Key", key).post(TASKS, body);
    HttpAnswer theirs = daybook.admin().with("Idempotency-Key", key).post(TASKS, body);

    assertThat(mine.status()).isEqualTo(201);
    assertThat(theirs.status()).isEqualTo(201);
    assertThat(tasksOfThisTest()).hasSize(2);
  }

  @Test
  public void postThatIsRepeatedAtOnceAddsOneTask() throws Exception {
    String body = body("");
    Http keyed = manager.with("Idempotency-Key", test.getMethodName());

    List<HttpAnswer> answers = atOnce(n -> () -> keyed.post(TASKS, body));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers.stream().map(HttpAnswer::text).distinct()).hasSize(1);
    assertThat(tasksOfThisTest()).hasSize(1);
  }

  @Test
  public void signalThatArrivesTwiceAtOnceIsOneTask() throws Exception {
    Http hook = daybook.http().bearer(office.token("hook:signal"));
    String signal =
        """
        {"externalId":"%s","kind":"RAISED","client":"%s","title":"%s"}"""
            .formatted(test.getMethodName(), Office.MONITORED, test.getMethodName());

    List<HttpAnswer> answers = atOnce(n -> () -> hook.post("/hooks/signal", signal));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
    assertThat(tasksOfThisTest()).hasSize(1);
    assertThat(tasksOfThisTest().get(0).path("occurrences").asInt()).isEqualTo(1);
  }

  private List<HttpAnswer> atOnce(IntFunction<Callable<HttpAnswer>> call) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<HttpAnswer>> running =
        IntStream.range(0, AT_ONCE)
            .mapToObj(
                n ->
                    threads.submit(
                        () -> {
                          start.await();
                          return call.apply(n).call();
                        }))
            .toList();
    start.countDown();
    List<HttpAnswer> answers = new ArrayList<>();
    for (Future<HttpAnswer> each : running) {
      answers.add(each.get(1, TimeUnit.MINUTES));
    }
    return answers;
  }

  private static void refusedAsStale(HttpAnswer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(409);
    assertThat(answer.json().path("detail").asText()).isNotBlank();
  }

  private Http inTab(JsonNode seen) {
    return manager.with("If-Match", "\"" + seen.path("version").asLong() + "\"");
  }

  private JsonNode newTask(String... more) {
    HttpAnswer answer = manager.post(TASKS, body(String.join(",", more)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }

  private String body(String more) {
    boolean onVisit = more.contains("visit");
    return "{\"client\":\"%s\",\"title\":\"%s\"%s%s}"
        .formatted(
            onVisit ? Office.VISITED : Office.MONITORED,
            test.getMethodName(),
            more.isEmpty() ? "" : ",",
            more);
  }

  private List<JsonNode> tasksOfThisTest() {
    return office.items(TASKS + "?client=" + Office.MONITORED).stream()
        .filter(task -> task.path("title").asText().equals(test.getMethodName()))
        .toList();
  }

  private static String path(JsonNode task) {
    return TASKS + "/" + task.path("id").asText();
  }
}
