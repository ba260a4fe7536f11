package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;
import static org.daybook.api.access.Role.SPECIALIST;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.daybook.api.access.Role;
import org.daybook.api.task.TaskState;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.board.setup.Setup;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.login.LoginPages;
import org.daybook.web.pages.template.Templates;
import org.junit.Rule;
import org.junit.Test;

/** Who gets which page of the board, and what is said to whom does not. */
public class BoardAccessTest {
  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  /** What stands for {@code {id}} on a page of each kind. */
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("visits", Examples.VISIT_ID),
          Map.entry("tasks", Examples.TASK_ID),
          Map.entry("disputes", "dispute-1"),
          Map.entry("deliveries", "delivery-1"),
          Map.entry("clients", Examples.CLIENT_ID),
          Map.entry("notices", "notice-1"),
          Map.entry("signals", "signal-1"),
          Map.entry("signal-mappings", "mapping-1"),
          Map.entry("letters", "letter-1"),
          Map.entry("plans", "2026-04"),
          Map.entry("sites", Examples.SITE_ID),
          Map.entry("contacts", Examples.CONTACT_ID),
          Map.entry("assets", Examples.ASSET_ID),
          Map.entry("projects", Examples.PROJECT_ID),
          Map.entry("staff", Examples.ENGINEER_ID),
          Map.entry("absences", "absence-1"),
          Map.entry("tokens", Examples.token().id()),
          Map.entry("regulations", Examples.regulation().id()));

  private static String path(BoardRoute route) {
    String[] parts = route.template().split("/\\{id}")[0].split("/");
    return route.template().replace("{id}", EXAMPLES.getOrDefault(parts[parts.length - 1], "none"));
  }

  @Test
  public void everyPageOpensForTheRolesOfTheTableAndForNobodyElse() {
    for (BoardRoute route : server.routes().table()) {
      boolean shows = route.method().equals("GET");
      HttpResponse<String> nobodys =
          shows
              ? server.send(server.anonymous(path(route)))
              : server.post(server.anonymous(path(route)), "key=wrong");
      assertThat(nobodys.statusCode())
          .as("nobody " + route.template())
          .isEqualTo(shows ? 303 : 401);
      assertThat(nobodys.headers().firstValue("WWW-Authenticate")).isEmpty();
      for (Role role : Role.values()) {
        boolean admitted = route.roles().contains(role);
        boolean reads = route.method().equals("GET");
        HttpResponse<String> reply =
            reads
                ? server.get(role, path(route))
                : server.post(server.as(role, path(route)), "key=wrong");
        // Whoever may press the button gets as far as its key, which is wrong here.
        assertThat(reply.statusCode())
            .as(role + " " + route.template())
            .isEqualTo(reads && admitted ? 200 : 403);
        if (!reads) {
          assertThat(reply.body())
              .contains(admitted ? "Форма устарела" : "Эта страница не для вас");
        }
      }
    }
  }

  @Test
  public void onlyManagersSeeWhatIsOfEverybody() {
    assertThat(server.routes().table())
        .filteredOn(
            route ->
                Stream.of(
                        "/board/figures",
                        "/board/deliveries",
                        "/board/letters",
                        "/board/clients/",
                        "/board/signal",
                        "/board/sources",
                        "/board/tasks/bulk",
                        "/board/tasks/views",
                        "/board/tasks/new",
                        "/board/tasks/found")
                    .anyMatch(route.template()::startsWith))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            route -> assertThat(route.roles()).containsExactlyInAnyOrder(Role.ADMIN, MANAGER));
  }

  @Test
  public void whatIsSomebodyElsesIsNotShown() {
    server.office.store.prepare(
        tx -> {
          tx.visits()
              .update(
                  tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                      .engineerId("staff-other")
                      .build());
          tx.tasks()
              .update(
                  tx.tasks().find(Examples.TASK_ID).orElseThrow().toBuilder()
                      .state(TaskState.HANDED_OVER)
                      .specialistId("staff-other")
                      .build());
          tx.disputes()
              .update(
                  tx.disputes().find("dispute-1").orElseThrow().toBuilder()
                      .engineerId("staff-other")
                      .build());
        });
    for (String path :
        List.of(
            "/board/visits/" + Examples.VISIT_ID,
            "/board/tasks/" + Examples.TASK_ID,
            "/board/disputes/dispute-1")) {
      assertThat(server.get(ENGINEER, path).statusCode()).as(path).isEqualTo(403);
      assertThat(server.get(MANAGER, path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(server.get(SPECIALIST, "/board/tasks/" + Examples.TASK_ID).statusCode())
        .isEqualTo(403);
  }

  @Test
  public void whatIsFreeIsShownToEveryEngineerWhoMayTakeItOnly() {
    String page = "/board/tasks/" + Examples.TASK_ID;
    server.office.store.prepare(
        tx ->
            tx.tasks()
                .update(
                    tx.tasks().find(Examples.TASK_ID).orElseThrow().toBuilder()
                        .state(TaskState.NEW)
                        .visitId(Optional.empty())
                        .engineerId(Optional.empty())
                        .specialistId(Optional.empty())
                        .build()));
    assertThat(server.get(ENGINEER, page).statusCode()).isEqualTo(200);
    assertThat(server.page(ENGINEER, page).select("form[action$=/comment], form[action$=/cancel]"))
        .isEmpty();
    assertThat(server.page(MANAGER, page).select("form[action$=/comment], form[action$=/cancel]"))
        .hasSize(2);
    assertThat(server.get(SPECIALIST, page).statusCode()).isEqualTo(403);
  }

  @Test
  public void whoeverIsNotKnownIsAskedToLogIn() {
    for (String header :
        List.of(
            "Bearer secret",
            "Basic %%%",
            "Basic bm9jb2xvbg==",
            BoardServer.credentials("manager", "wrong"),
            BoardServer.credentials("nobody", FakeStaff.PASSWORD))) {
      HttpResponse<String> reply =
          server.send(server.anonymous("/board").header("Authorization", header));
      assertThat(reply.statusCode()).as(header).isEqualTo(401);
      assertThat(BoardServer.header(reply, "WWW-Authenticate"))
          .isEqualTo("Basic realm=\"Daybook\", charset=\"UTF-8\"");
      assertThat(reply.body()).contains("Войдите в Daybook").doesNotContain("Ромашка");
    }
    HttpResponse<String> nobodys = server.send(server.anonymous("/board/nothing?x=1"));
    assertThat(nobodys.statusCode()).isEqualTo(303);
    assertThat(BoardServer.next(nobodys)).isEqualTo("/login?next=%2Fboard%2Fnothing%3Fx%3D1");
  }

  @Test
  public void everyPageOpensInASessionOfARoleOfTheTable() {
    for (BoardRoute route : server.routes().table()) {
      for (Role role : Role.values()) {
        String session = server.begin(role);
        boolean admitted = route.roles().contains(role);
        boolean reads = route.method().equals("GET");
        HttpResponse<String> reply =
            reads
                ? server.send(server.in(session, path(route)))
                : server.post(server.in(session, path(route)), "key=wrong");
        assertThat(reply.statusCode())
            .as(role + " " + route.template())
            .isEqualTo(reads && admitted ? 200 : 403);
      }
    }
  }

  @Test
  public void whatIsNotThereIsAFriendlyPage() {
    for (String path :
        List.of(
            "/board/visits/none",
            "/board/tasks/none",
            "/board/disputes/none",
            "/board/deliveries/none",
            "/board/clients/none",
            "/board/nothing",
            "/board/visits/",
            "/board/visits/%2e%2e",
            "/board/visits/a/b")) {
      HttpResponse<String> reply = server.get(MANAGER, path);
      assertThat(reply.statusCode()).as(path).isEqualTo(404);
      assertThat(reply.body()).contains("Такой страницы нет", "На доску");
      assertThat(BoardServer.html(reply).selectFirst("a.button").absUrl("href"))
          .isEqualTo(server.address() + "/board");
    }
  }

  @Test
  public void withoutStorageItIsAwayForAMoment() {
    server.office.withoutStorage();
    for (HttpResponse<String> reply :
        List.of(
            server.get(MANAGER, "/board"),
            server.send(server.anonymous("/board")),
            server.get(MANAGER, "/board/visits/x"))) {
      assertThat(reply.statusCode()).isEqualTo(503);
      assertThat(BoardServer.header(reply, "Retry-After")).isEqualTo("10");
      assertThat(reply.body()).contains("Доска ненадолго недоступна");
    }
  }

  @Test
  public void storageThatFailsIsNoIncident() {
    server.office.store.failing(true);
    assertThat(server.get(MANAGER, "/board").statusCode()).isEqualTo(503);
  }

  @Test
  public void itIsKeptFromCachesFramesAndForeignScripts() {
    for (String path : List.of("/board", "/board/nothing", "/board/figures")) {
      HttpResponse<String> reply = server.get(MANAGER, path);
      assertThat(BoardServer.header(reply, "Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
          .doesNotContain("unsafe");
      assertThat(BoardServer.header(reply, "Cache-Control")).isEqualTo("private, no-store");
      assertThat(BoardServer.header(reply, "X-Robots-Tag")).contains("noindex");
      assertThat(BoardServer.header(reply, "Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(BoardServer.html(reply).select("script:not([src]), style, [style], [onclick]"))
          .isEmpty();
    }
  }

  @Test
  public void headSaysWhatGetWouldAndOtherMethodsAreRefused() {
    HttpResponse<String> head =
        server.send(server.as(MANAGER, "/board").method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    HttpResponse<String> delete =
        server.send(server.as(MANAGER, "/board").method("DELETE", BodyPublishers.noBody()));
    assertThat(delete.statusCode()).isEqualTo(405);
    assertThat(BoardServer.header(delete, "Allow")).isEqualTo("GET, HEAD");
    HttpResponse<String> button = server.get(MANAGER, "/board/notices/notice-1/acknowledge");
    assertThat(button.statusCode()).isEqualTo(405);
    assertThat(BoardServer.header(button, "Allow")).isEqualTo("POST");
  }

  @Test
  public void everyTroubleHasWordsInBothLanguages() {
    for (String language : List.of("ru", "en")) {
      Words words = new Words(Locale.forLanguageTag(language), ZoneId.of("Europe/Moscow"));
      BoardTroubles troubles = new BoardTroubles(new Templates(), words, 10);
      for (Trouble trouble : Trouble.values()) {
        assertThat(troubles.of(trouble, "", "").status()).isEqualTo(trouble.status());
      }
    }
  }

  @Test
  public void bothLanguagesHaveTheSameWords() throws Exception {
    for (Class<?> owner : List.of(BoardServlet.class, Setup.class)) {
      assertThat(keys(owner, "words_ru.properties"))
          .hasSizeGreaterThan(150)
          .isEqualTo(keys(owner, "words.properties"));
    }
  }

  private static Set<String> keys(Class<?> owner, String file) throws Exception {
    Properties words = new Properties();
    try (InputStream in = owner.getResourceAsStream(file)) {
      words.load(in);
    }
    return words.stringPropertyNames();
  }

  @Test
  public void configurationThatCannotBeIsRefusedWithTheNameOfTheKey() {
    assertThatThrownBy(() -> servlet(new BoardConfig("fr", "Europe/Moscow", 10)))
        .hasMessage("org.daybook.web.pages: language must be ru or en, is fr");
    assertThatThrownBy(() -> servlet(new BoardConfig("ru", "Mars", 10)))
        .hasMessageContaining("org.daybook.web.pages: zone must be a time zone");
  }

  private BoardServlet servlet(BoardConfig config) {
    Templates templates = new Templates();
    LoginPages entrance = new LoginPages(server.office, templates, config);
    return new BoardServlet(server.office, templates, entrance, config);
  }
}
