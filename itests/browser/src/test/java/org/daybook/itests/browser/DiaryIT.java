package org.daybook.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daybook.itests.support.RunningDaybook.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.Keys;

/** The diary on the shipped distribution, on a phone, with a network that can be cut. */
public class DiaryIT {
  @ClassRule
  public static final RunningDaybook DAYBOOK = RunningDaybook.named("diary").withDemoData();

  @ClassRule public static final Wire WIRE = new Wire(() -> DAYBOOK.ports().get(0));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Rule public final Browser browser = Browser.usual();

  private Phone phone;

  @BeforeClass
  public static void awaitDemoData() {
    DAYBOOK.awaitHealthy();
    await("the demo data")
        .atMost(Duration.ofMinutes(2))
        .until(() -> DAYBOOK.admin().get("/api/v1/clients/romashka").status() == 200);
  }

  @Before
  public void takePhone() {
    WIRE.mend();
    browser.phone();
    phone = new Phone(browser, WIRE);
  }

  @Test
  public void aWholeVisitDayFromLoginToTheLetter() throws IOException {
    String client = "romashka";
    for (String title : List.of("Сменить картридж", "Не гудит телефон", "Обновить лицензии")) {
      task(client, title);
    }
    String visit = todaysVisit(client);

    phone.signIn("engineer", PASSWORD).filled();
    browser.picture("diary-today");
    phone.go("#/v/" + visit).arrive().sees("Что нужно сделать сегодня?");
    for (String wish : List.of("Почта на телефон директора", "Принтер к окну")) {
      phone.type("title", wish).submit().sees(wish);
    }
    phone.sent().tap("Это всё, к задачам");

    workThrough(visit, "Сменить картридж", "Не гудит телефон", "Обновить лицензии");
    phone.sent();
    checkDevices(visit);
    phone.sent().go("#/v/" + visit + "/finish").sees("Всё отмечено");
    browser.picture("diary-finish");
    phone.until("the preview", () -> browser.all("iframe.preview").size() == 1);
    phone.tap("Закрыть выезд").sees("Отчёт уйдёт").tap("Закрыть и отправить").sent();
    phone.sees("Выезд закрыт");

    assertThat(state(visit)).isIn("CLOSED", "REPORTED");
    await("the letter to be sent")
        .atMost(Duration.ofMinutes(2))
        .until(() -> !items(manager(), "/api/v1/deliveries?state=SENT&visit=" + visit).isEmpty());
    JsonNode done = taskOf(visit, "Сменить картридж");
    assertThat(done.path("state").asText()).isEqualTo("DONE");
    assertThat(done.path("minutes").asInt()).isEqualTo(45);
    assertThat(items(engineer(), "/api/v1/tasks/" + done.path("id").asText() + "/photos"))
        .hasSize(1);
    assertThat(taskOf(visit, "Не гудит телефон").path("state").asText()).isEqualTo("HANDED_OVER");
    assertThat(taskOf(visit, "Обновить лицензии").path("carriedOver").asInt()).isEqualTo(1);
  }

  /** One done with a photo and time, one handed over, one carried over, the rest not done. */
  private void workThrough(String visit, String done, String handedOver, String carriedOver)
      throws IOException {
    String home = "#/v/" + visit + "/t/" + taskOf(visit, done).path("id").asText();
    phone.go(home).tap("Начать").sees("В работе");
    phone.type("text", "Нашли запасной в шкафу").submit().sent();
    assertThat(browser.all(".talk li")).isNotEmpty();
    browser.find("input[type=file]").sendKeys(photo().toAbsolutePath().toString());
    phone.until("the photo", () -> !browser.all(".photos li").isEmpty());
    phone.go(home + "/do/task.done").type("result", "Картридж заменён").type("minutes", "45");
    phone.submit().sees("Задачи");

    String over = "#/v/" + visit + "/t/" + taskOf(visit, handedOver).path("id").asText();
    phone.go(over + "/do/task.handover").choose("specialist", 1).type("reason", "Нужна АТС");
    phone.submit().sees("Задачи");

    String later = "#/v/" + visit + "/t/" + taskOf(visit, carriedOver).path("id").asText();
    phone.go(later + "/do/task.carryOver").type("reason", "Ждём счёт").submit().sees("Задачи");
    phone.sent();

    for (JsonNode task : items(engineer(), "/api/v1/tasks?limit=500&visit=" + visit)) {
      if (List.of("PLANNED", "IN_PROGRESS").contains(task.path("state").asText())) {
        phone.go("#/v/" + visit + "/t/" + task.path("id").asText() + "/do/task.notDone");
        phone.type("reason", "Не успели, клиент торопил").submit().sees("Задачи");
      }
    }
  }

  private void checkDevices(String visit) {
    JsonNode devices = day(visit).path("devices");
    boolean problemFound = false;
    for (JsonNode device : devices) {
      String home = "#/v/" + visit + "/d/" + device.path("id").asText();
      JsonNode checks = device.path("checks");
      if (!problemFound && checks.size() > 1) {
        problemFound = true;
        phone.go(home + "/c/" + checks.path(0).path("id").asText() + "/problem");
        phone.type("description", "Диск сыплется").type("action", "Заказан новый").submit();
        phone.sees("Диск сыплется");
      }
      if (!checks.isEmpty()) {
        allInOrder(home);
      }
    }
    phone.go("#/v/" + visit + "/devices").sees("В порядке");
    browser.picture("diary-devices");
  }

  /** Everything in one tap, and what was known to be broken is mended. */
  private void allInOrder(String home) {
    phone.go(home);
    browser.run("document.querySelector('.allok .button.main')?.click()");
    phone.until(
        "everything to be answered",
        () -> {
          browser.run(
              "[...document.querySelectorAll('.answers button')]"
                  + ".find((each) => each.innerText.trim() === 'Исправлено')?.click()");
          return browser.all(".allok").isEmpty();
        });
  }

  @Test
  public void aDayThatGoesOfflineThreeTimesArrivesCompleteAndOnce() throws IOException {
    String client = smallClient(0);
    String first = task(client, "Проверить резервную копию");
    String second = task(client, "Переставить роутер");
    String visit = visitNow(client);
    phone.signIn("engineer", PASSWORD).filled();
    phone.go("#/v/" + visit).sees("Ждёт решения").filled();
    List<JsonNode> expected = items(engineer(), "/api/v1/visits/" + visit + "/expected-checks");
    String broken = expected.get(0).path("asset").asText();
    String ticked = expected.get(expected.size() - 1).path("asset").asText();
    assertThat(broken).isNotEqualTo(ticked);
    String photo = photoOf(first);
    phone.go("#/v/" + visit + "/d/" + broken).sees("Что здесь нужно проверить");
    phone.go("#/v/" + visit + "/t/" + first);
    phone.until("the photo", () -> browser.all(".photos li").size() == 1);
    phone.go("#/v/" + visit);

    // The first time: down to the basement before arrival was said.
    phone.underground();
    Instant before = Instant.now();
    phone.arrive().type("title", "Тихий вентилятор").submit().sees("Тихий вентилятор");
    assertThat(phone.unsent()).isEqualTo(2);
    phone.go("#/v/" + visit + "/t/" + first).tap("Начать").sees("В работе");
    phone.type("text", "Копия на ленте цела").submit().sees("Копия на ленте цела");
    assertThat(phone.unsent()).isEqualTo(4);
    browser.run("document.querySelector('.photos input[type=checkbox]').click()");
    phone.until("the mark", () -> phone.unsent() == 5);
    // The checklist is there, though the server has not made it yet.
    String problem = expected.get(0).path("item").asText();
    phone.go("#/v/" + visit + "/d/" + broken + "/c/" + problem + "/problem");
    phone.type("description", "Диск сыплется").type("action", "Заказан новый").submit();
    phone.sees("Диск сыплется").tap("Всё в порядке");
    phone.until("all in order", () -> phone.unsent() == 7);
    phone.go("#/v/" + visit + "/d/" + ticked).tap("В порядке");
    phone.until("the tick", () -> phone.unsent() == 8);
    browser.picture("diary-unsent");
    // A reload without network: the shell, the day and what is not sent are still there.
    phone.open().go("#/v/" + visit + "/t/" + first).sees("Копия на ленте цела");
    assertThat(phone.unsent()).isEqualTo(8);
    phone.sees("Не отправлено").go("#/v/" + visit + "/d/" + broken).sees("Диск сыплется");
    Instant after = Instant.now();
    phone.backOnline().sent();
    JsonNode begun = engineer().get("/api/v1/visits/" + visit).json();
    assertThat(begun.path("state").asText()).isEqualTo("ON_SITE");
    assertThat(Instant.parse(begun.path("arrivedAt").asText())).isBetween(before, after);
    assertAnsweredOnce(visit, expected, broken, ticked);
    JsonNode marked = items(engineer(), "/api/v1/tasks/" + first + "/photos").get(0);
    assertThat(marked.path("id").asText()).isEqualTo(photo);
    assertThat(marked.path("inReport").asBoolean()).isTrue();
    assertThat(marked.path("version").asInt()).isEqualTo(2);

    // The second time: everything arrives, and no reply comes back.
    WIRE.loseReplies();
    phone.go("#/v/" + visit + "/t/" + first + "/do/task.time").type("minutes", "25").submit();
    phone.until("what was typed", () -> phone.unsent() >= 1);
    String path = "/api/v1/tasks/" + first;
    await("the server to have it")
        .atMost(Duration.ofSeconds(40))
        .until(() -> engineer().get(path).json().path("minutes").asInt() == 25);
    assertThat(phone.unsent()).isEqualTo(1);
    phone.backOnline().sent();
    assertThat(engineer().get(path).json().path("minutes").asInt()).isEqualTo(25);

    // The third time: a whole lot, with a wish that the server does not know yet.
    phone.underground();
    phone.go("#/v/" + visit + "/wishes").type("title", "Второй монитор").submit();
    phone.sees("Второй монитор").tap("Второй монитор").sees("Приоритет");
    phone.tap("Сделано").type("result", "Поставили").submit().sees("Задачи");
    phone.go("#/v/" + visit + "/t/" + first + "/do/task.done").type("result", "Копия проверена");
    phone.submit().sees("Задачи");
    phone.go("#/v/" + visit + "/t/" + second + "/do/task.notDone").type("reason", "Нет доступа");
    phone.submit().sees("Задачи");
    for (JsonNode device : day(visit).path("devices")) {
      if (device.path("checks").findValuesAsText("state").contains("OPEN")) {
        allInOrder("#/v/" + visit + "/d/" + device.path("id").asText());
      }
    }
    phone.open().go("#/v/" + visit + "/tasks").sees("Задачи").backOnline().sent();

    assertThat(engineer().get(path).json().path("state").asText()).isEqualTo("DONE");
    assertThat(items(engineer(), path + "/comments")).hasSize(1);
    for (String wish : List.of("Тихий вентилятор", "Второй монитор")) {
      assertThat(tasksOf(visit, wish)).as(wish).hasSize(1);
    }
    assertThat(taskOf(visit, "Второй монитор").path("state").asText()).isEqualTo("DONE");
    assertThat(taskOf(visit, "Переставить роутер").path("state").asText()).isEqualTo("NOT_DONE");
    for (JsonNode device : day(visit).path("devices")) {
      assertThat(device.path("checks").findValuesAsText("state")).doesNotContain("OPEN");
    }
    assertThat(day(visit).path("open").findValuesAsText("title")).contains("Тихий вентилятор");
  }

  /** One problem, one tick, all else on the device with the problem in order; each done once. */
  private static void assertAnsweredOnce(
      String visit, List<JsonNode> expected, String broken, String ticked) {
    List<String> states = new ArrayList<>();
    List<JsonNode> checks = items(engineer(), "/api/v1/visits/" + visit + "/checks?limit=500");
    assertThat(checks).hasSameSizeAs(expected);
    for (JsonNode check : checks) {
      String state = check.path("state").asText();
      boolean open = state.equals("OPEN");
      assertThat(check.path("version").asInt()).as(check.toString()).isEqualTo(open ? 1 : 2);
      if (check.path("assetId").asText().equals(broken)) {
        assertThat(state)
            .isEqualTo(check.path("item").equals(expected.get(0).path("item")) ? "PROBLEM" : "OK");
      } else if (!open) {
        assertThat(check.path("assetId").asText()).isEqualTo(ticked);
        states.add(state);
      }
    }
    assertThat(states).containsExactly("OK");
  }

  @Test
  public void twoPeopleOnOneVisitSettleWhatTheyBothChanged() {
    String client = smallClient(1);
    String mine = task(client, "Настроить сканер");
    String theirs = task(client, "Настроить телефон");
    String visit = visitNow(client);
    engineer().post("/api/v1/visits/" + visit + "/start", "{}");
    phone.signIn("engineer", PASSWORD).filled();
    phone.go("#/v/" + visit + "/tasks").sees("Настроить сканер").filled();

    phone.underground();
    for (String task : List.of(mine, theirs)) {
      phone.go("#/v/" + visit + "/t/" + task + "/do/task.notDone").type("reason", "Нет драйвера");
      phone.submit().sees("Задачи");
      manager().post("/api/v1/tasks/" + task + "/start", "{}");
    }
    phone.backOnline().sees("Не принято").go("#/unsent");
    phone.sees("Пока это не было отправлено").sees("Нет драйвера").sees("В работе");
    assertThat(browser.all("article")).hasSize(2);
    assertThat(engineer().get("/api/v1/tasks/" + mine).json().path("state").asText())
        .isEqualTo("IN_PROGRESS");
    browser.picture("diary-conflict");
    assertThat(browser.violations()).isEmpty();

    phone.tap("Всё равно отправить");
    phone.until("one to be left", () -> browser.all("article").size() == 1);
    phone.tap("Убрать моё").sees("Всё на сервере.");

    assertThat(engineer().get("/api/v1/tasks/" + mine).json().path("reason").asText())
        .isEqualTo("Нет драйвера");
    assertThat(engineer().get("/api/v1/tasks/" + theirs).json().path("state").asText())
        .isEqualTo("IN_PROGRESS");
  }

  @Test
  public void whatWasTypedAndDoneOutlivesTheSession() {
    String client = smallClient(2);
    String task = task(client, "Почистить сервер");
    String visit = visitNow(client);
    engineer().post("/api/v1/visits/" + visit + "/start", "{}");
    phone.signIn("engineer", PASSWORD).filled();
    String home = "#/v/" + visit + "/t/" + task;
    phone.go(home).sees("Почистить сервер").filled();

    endSession();
    phone.type("text", "Пыли на два мешка");
    phone.tap("Начать").sees("Войдите снова");
    assertThat(phone.unsent()).isEqualTo(1);
    assertThat(browser.violations()).isEmpty();
    // Somebody else takes the phone: what is not theirs waits.
    phone.signIn("specialist", PASSWORD).sees("Передано мне").filled();
    phone.go("#/more").sees("1 неотправленная запись другого сотрудника");
    assertThat(engineer().get("/api/v1/tasks/" + task).json().path("state").asText())
        .isEqualTo("PLANNED");

    endSession();
    phone.signIn("engineer", PASSWORD).sent();
    assertThat(engineer().get("/api/v1/tasks/" + task).json().path("state").asText())
        .isEqualTo("IN_PROGRESS");
    phone
        .go(home)
        .until(
            "what was typed",
            () -> "Пыли на два мешка".equals(browser.find("[name=text]").getDomProperty("value")));
  }

  @Test
  public void whoeverWorksFromADeskHasTheirOwnDiary() {
    String client = smallClient(3);
    String task = task(client, "Настроить VPN");
    String visit = visitNow(client);
    engineer().post("/api/v1/visits/" + visit + "/start", "{}");
    engineer()
        .post(
            "/api/v1/tasks/" + task + "/handover",
            body(Map.of("specialist", "specialist", "reason", "Нужен доступ")));

    phone.signIn("specialist", PASSWORD).filled();
    phone.tap("Настроить VPN").sees("Нужен доступ").tap("Принять").sees("У специалиста");
    phone.tap("Сделано").type("result", "Канал поднят").submit().sent();
    assertThat(manager().get("/api/v1/tasks/" + task).json().path("state").asText())
        .isEqualTo("DONE");

    endSession();
    phone.signIn("support", PASSWORD).filled();
    phone.go("#/remote").choose("client", 1).type("title", "Не печатает касса");
    phone.type("result", "Перезапустили службу печати").type("minutes", "10").submit();
    phone.sees("Записано: 1").sent();
    assertThat(items(manager(), "/api/v1/tasks?limit=500&state=RESOLVED_REMOTELY"))
        .anyMatch(each -> each.path("title").asText().equals("Не печатает касса"));
  }

  @Test
  public void anEmergencyIsTakenOnAndTheListOfEquipmentKept() {
    String client = smallClient(6);
    String visit =
        created(
            DAYBOOK
                .http()
                .as("support", PASSWORD)
                .post(
                    "/api/v1/visits",
                    body(
                        Map.of(
                            "kind",
                            "EMERGENCY",
                            "client",
                            client,
                            "site",
                            site(client),
                            "engineer",
                            "engineer",
                            "requestedAt",
                            Instant.now().toString()))));
    String task = urgentTask(client);
    phone.signIn("engineer", PASSWORD).filled().go("#/v/" + visit).sees("Экстренный").filled();

    phone.tap("Принять вызов").tap("Выезжаю").sent();
    JsonNode accepted = engineer().get("/api/v1/visits/" + visit).json();
    assertThat(accepted.path("acceptedAt").isNull()).isFalse();
    assertThat(accepted.path("onTheWayAt").isNull()).isFalse();
    phone.tap("Я на месте").sees("Пожелания").sent();

    String home = "#/v/" + visit + "/t/" + task;
    phone.go(home).tap("Начать отсчёт").sees("Стоп, записать");
    phone.open().go(home).tap("Стоп, записать").sent();
    assertThat(engineer().get("/api/v1/tasks/" + task).json().path("minutes").asInt()).isEqualTo(1);

    String gone = day(visit).path("devices").path(0).path("id").asText();
    phone.go("#/v/" + visit + "/d/" + gone + "/gone").type("reason", "Увезли в другой офис");
    phone.submit().sees("Техника").sent();
    phone.go("#/v/" + visit + "/devices/add").choose("kind", 1).type("name", "Ноутбук гостя");
    phone.type("inventoryNumber", "INV-GUEST").submit().sees("Ноутбук гостя").sent();
    List<String> names = day(visit).path("devices").findValuesAsText("name");
    assertThat(names).contains("Ноутбук гостя");
    assertThat(day(visit).path("devices").findValuesAsText("id")).doesNotContain(gone);
  }

  @Test
  public void keyboardAloneDoesEverything() {
    String client = smallClient(5);
    String task = task(client, "Проверить ИБП");
    String visit = visitNow(client);
    phone.signIn("engineer", PASSWORD).filled().go("#/v/" + visit).sees("Я на месте");

    pressByKeyboard("Я на месте");
    phone.begun().sees("Что нужно сделать сегодня?");
    assertThat(browser.focused().getTagName()).isEqualTo("h1");
    tabTo("input[name=title]");
    browser.focused().sendKeys("Удлинитель", Keys.ENTER);
    phone.sees("Удлинитель").sent();
    phone.go("#/v/" + visit + "/t/" + task);
    pressByKeyboard("Начать");
    phone.sees("В работе");
    pressByKeyboard("Сделано");
    phone.sees("Минуты");
    tabTo("textarea");
    browser.focused().sendKeys("Батарея держит");
    tabTo("button[type=submit]");
    browser.keys(Keys.ENTER);
    phone.sent();
    assertThat(engineer().get("/api/v1/tasks/" + task).json().path("result").asText())
        .isEqualTo("Батарея держит");
  }

  private void pressByKeyboard(String text) {
    for (int i = 0; i < 60; i++) {
      browser.keys(Keys.TAB);
      if (browser.focused().getText().trim().equals(text)) {
        browser.keys(Keys.ENTER);
        return;
      }
    }
    throw new AssertionError("no way by keyboard to " + text);
  }

  private void tabTo(String selector) {
    for (int i = 0; i < 60; i++) {
      if (phone.truth("return document.activeElement.matches('" + selector + "')")) {
        return;
      }
      browser.keys(Keys.TAB);
    }
    throw new AssertionError("no way by keyboard to " + selector);
  }

  private static String todaysVisit(String client) {
    return items(engineer(), "/api/v1/visits?state=SCHEDULED&client=" + client).stream()
        .map(visit -> visit.path("id").asText())
        .findFirst()
        .orElseGet(() -> visitNow(client));
  }

  /** One of the clients with few devices; each test has its own. */
  private static String smallClient(int index) {
    List<String> codes = new ArrayList<>();
    for (JsonNode client : items(manager(), "/api/v1/clients?limit=500")) {
      String code = client.path("code").asText();
      int devices = items(manager(), "/api/v1/assets?limit=500&client=" + code).size();
      if (!code.equals("romashka") && devices > 0 && devices < 20) {
        codes.add(code);
      }
    }
    return codes.get(index);
  }

  private static String visitNow(String client) {
    Map<String, Object> visit = new LinkedHashMap<>();
    visit.put("kind", "PLANNED");
    visit.put("client", client);
    visit.put("site", site(client));
    visit.put("engineer", "engineer");
    visit.put("plannedFor", Instant.now().plusSeconds(600 + NUMBER.incrementAndGet()).toString());
    return created(manager().post("/api/v1/visits", body(visit)));
  }

  private static String site(String client) {
    return items(manager(), "/api/v1/sites?client=" + client).get(0).path("id").asText();
  }

  private static String urgentTask(String client) {
    return created(
        manager()
            .post(
                "/api/v1/tasks",
                body(Map.of("client", client, "title", "Всё стоит", "priority", "URGENT"))));
  }

  private static String task(String client, String title) {
    return created(
        manager()
            .post(
                "/api/v1/tasks",
                body(Map.of("client", client, "title", title, "priority", "HIGH"))));
  }

  private static String created(HttpAnswer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  private static JsonNode day(String visit) {
    return engineer().get("/api/v1/diary/visits/" + visit).json();
  }

  private static String state(String visit) {
    return engineer().get("/api/v1/visits/" + visit).json().path("state").asText();
  }

  private static List<JsonNode> tasksOf(String visit, String title) {
    return items(engineer(), "/api/v1/tasks?limit=500&visit=" + visit).stream()
        .filter(task -> task.path("title").asText().equals(title))
        .toList();
  }

  private static JsonNode taskOf(String visit, String title) {
    return tasksOf(visit, title).get(0);
  }

  /** As if a session had ended by itself. */
  private void endSession() {
    browser.forget();
  }

  private static Path photo() throws IOException {
    BufferedImage picture = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
    Path file = Files.createTempFile(Path.of("target"), "photo-", ".jpg");
    ImageIO.write(picture, "jpg", file.toFile());
    return file;
  }

  /** A photo that a manager put to a task. */
  private static String photoOf(String task) throws IOException {
    byte[] image = Files.readAllBytes(photo());
    return created(
        manager().with("Content-Type", "image/jpeg").stream(
            "POST", "/api/v1/tasks/" + task + "/photos", image));
  }

  private static Http engineer() {
    return DAYBOOK.http().as("engineer", PASSWORD);
  }

  private static Http manager() {
    return DAYBOOK.http().as("manager", PASSWORD);
  }

  private static List<JsonNode> items(Http who, String path) {
    HttpAnswer answer = who.get(path);
    assertThat(answer.status()).as(path + " " + answer).isEqualTo(200);
    List<JsonNode> items = new ArrayList<>();
    answer.json().path("items").forEach(items::add);
    return items;
  }

  private static String body(Map<String, ?> members) {
    return JSON.valueToTree(members).toString();
  }
}
