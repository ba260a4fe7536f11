package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.photo.PhotoSize;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Visit;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.daybook.web.rest.access.Route;
import org.daybook.web.rest.access.Routes;
import org.daybook.web.rest.fake.FakeAccounts;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Engineers and specialists read what is theirs, managers and support read all. */
public class OwnWorkTest {
  /** An engineer and a specialist whose the visit and its task are not. */
  private static final String OTHER = "other";

  private static final String GUEST = "guest";

  private static final String TASKS = "/api/v1/tasks";
  private static final String VISITS = "/api/v1/visits";

  /** What stands for {@code {id}} in the routes of one task or visit. */
  private static final Map<String, String> ONE =
      Map.of(
          TASKS + "/{id}",
          Examples.TASK_ID,
          VISITS + "/{id}",
          Examples.VISIT_ID,
          "/api/v1/diary/visits/{id}",
          Examples.VISIT_ID,
          "/api/v1/photos/{id}",
          Examples.photo().id());

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeVisitOfEngineerWithTaskOfSpecialist() {
    server.parts.store.prepare(
        tx -> {
          tx.staff().insert(member("staff-other", Role.ENGINEER));
          tx.staff().insert(member("staff-guest", Role.SPECIALIST));
          tx.visits().insert(Examples.visit());
          tx.visits().insert(visit("visit-2", "staff-other", 1));
          tx.visits().insert(visit("visit-3", Examples.ENGINEER_ID, 2));
          tx.tasks().insert(task(Examples.TASK_ID, TaskState.HANDED_OVER));
          tx.tasks()
              .insert(
                  task("task-2", TaskState.IN_PROGRESS).toBuilder()
                      .visitId("visit-2")
                      .specialistId("staff-guest")
                      .build());
          tx.tasks().insert(free("task-3", TaskState.CARRIED_OVER));
          tx.comments().insert(Examples.comment());
          tx.checks().insert(Examples.check());
          tx.reports().insert(Examples.report());
          tx.photos().insert(Examples.photo());
          for (PhotoSize size : PhotoSize.values()) {
            tx.keepPhotoContent(Examples.photo().id(), size, new byte[] {1});
          }
        });
    server.parts.accounts.addAccount(Examples.ADMIN, "staff-other", OTHER, FakeAccounts.PASSWORD);
    server.parts.accounts.addAccount(Examples.ADMIN, "staff-guest", GUEST, FakeAccounts.PASSWORD);
    server.parts.visits.view = ExampleVisit.empty().build();
  }

  @Test
  public void everyReadOfOneTaskOrVisitAsksWhoseItIs() {
    SoftAssertions softly = new SoftAssertions();
    int walked = 0;
    for (Route route : new Routes().all()) {
      if (!route.method().equals("GET") || !isOfOne(route)) {
        continue;
      }
      walked++;
      for (Role role : route.roles()) {
        softly
            .assertThat(server.as(role).get(path(route)).status())
            .as(route.template() + " by " + role)
            .isEqualTo(200);
      }
      refused(softly, route, OTHER);
      if (route.roles().contains(Role.SPECIALIST)) {
        refused(softly, route, GUEST);
      }
    }
    softly.assertAll();
    assertThat(walked).isGreaterThanOrEqualTo(20);
  }

  @Test
  public void refusalIsOneSentence() {
    assertThat(detail(OTHER, TASKS + "/task-1")).isEqualTo("The task is another engineer's.");
    assertThat(detail(OTHER, VISITS + "/visit-1")).isEqualTo("The visit is another engineer's.");
    assertThat(detail(GUEST, TASKS + "/task-1")).isEqualTo("The task was not handed over to you.");
    assertThat(detail(GUEST, VISITS + "/visit-1"))
        .isEqualTo("No task on the visit was handed over to you.");
  }

  @Test
  public void whatIsNotThereIsNotFoundForAnybody() {
    for (String login : List.of("engineer", OTHER, GUEST, "support")) {
      for (String path :
          List.of(TASKS + "/x", TASKS + "/x/comments", VISITS + "/x", VISITS + "/x/report.pdf")) {
        assertThat(get(login, path).status()).as(login + " " + path).isEqualTo(404);
      }
    }
    assertThat(get("engineer", VISITS + "/visit-1/checks/x").status()).isEqualTo(404);
    assertThat(get(OTHER, VISITS + "/visit-1/checks/x").status()).isEqualTo(403);
  }

  @Test
  public void taskThatNobodyWorksOnIsSeenByEveryEngineer() {
    assertThat(get("engineer", TASKS + "/task-3").status()).isEqualTo(200);
    assertThat(get(OTHER, TASKS + "/task-3/comments").status()).isEqualTo(200);
    assertThat(get("specialist", TASKS + "/task-3").status()).isEqualTo(403);
  }

  @Test
  public void visitsAreListedForThoseWhoMaySeeThem() {
    assertThat(ids("engineer", VISITS)).containsExactly("visit-1", "visit-3");
    assertThat(ids(OTHER, VISITS)).containsExactly("visit-2");
    assertThat(ids("specialist", VISITS)).containsExactly("visit-1");
    assertThat(ids(GUEST, VISITS)).containsExactly("visit-2");
    for (String login : List.of("support", "manager", "admin")) {
      assertThat(ids(login, VISITS)).as(login).containsExactly("visit-1", "visit-2", "visit-3");
    }
  }

  @Test
  public void tasksAreListedForThoseWhoMaySeeThem() {
    assertThat(ids("engineer", TASKS)).containsExactly("task-1", "task-3");
    assertThat(ids(OTHER, TASKS)).containsExactly("task-2", "task-3");
    assertThat(ids("specialist", TASKS)).containsExactly("task-1");
    assertThat(ids(GUEST, TASKS)).containsExactly("task-2");
    for (String login : List.of("support", "manager", "admin")) {
      assertThat(ids(login, TASKS)).as(login).containsExactly("task-1", "task-2", "task-3");
    }
    assertThat(ids(OTHER, TASKS + "?visit=visit-1")).isEmpty();
  }

  @Test
  public void nobodyAsksForWhatAnotherHasToDo() {
    for (String list : List.of(TASKS, VISITS)) {
      RestServer.Reply reply = get(OTHER, list + "?engineer=engineer");
      assertThat(reply.status()).as(list).isEqualTo(403);
      assertThat(reply.json().path("detail").asText())
          .isEqualTo("Only managers and support list what others have to do.");
      assertThat(get(OTHER, list + "?engineer=nobody").status()).as(list).isEqualTo(400);
      assertThat(get("support", list + "?engineer=engineer").status()).as(list).isEqualTo(200);
    }
    assertThat(ids(OTHER, VISITS + "?engineer=me")).containsExactly("visit-2");
    assertThat(ids(OTHER, VISITS + "?engineer=other")).containsExactly("visit-2");
    assertThat(get(GUEST, TASKS + "?specialist=specialist").status()).isEqualTo(403);
    assertThat(ids(GUEST, TASKS + "?specialist=me")).containsExactly("task-2");
    assertThat(ids("engineer", TASKS + "?specialist=specialist")).containsExactly("task-1");
    assertThat(ids("engineer", TASKS + "?specialist=guest")).isEmpty();
  }

  @Test
  public void partsOfAListAreFullAndTellNothingOfWhatIsNotShown() {
    JsonNode first = get(OTHER, TASKS + "?limit=1").json();
    assertThat(first.path("items").findValuesAsText("id")).containsExactly("task-2");
    JsonNode last = get(OTHER, TASKS + "?limit=1&after=" + first.path("next").asText()).json();
    assertThat(last.path("items").findValuesAsText("id")).containsExactly("task-3");
    assertThat(last.path("next").isNull()).isTrue();
    for (String login : List.of("specialist", GUEST)) {
      JsonNode only = get(login, VISITS + "?limit=1").json();
      assertThat(only.path("items")).as(login).hasSize(1);
      assertThat(only.path("next").isNull()).as(login).isTrue();
    }
  }

  @Test
  public void knownExternalIdShowsNothingOfATaskOfAnother() {
    server.parts.store.prepare(
        tx -> {
          tx.tasks().insert(known("task-8", "managers"));
          tx.tasks().insert(known("task-9", "client"));
        });
    String body = "{\"client\":\"romashka\",\"title\":\"T\",\"externalId\":\"42\"}";
    assertHidden(post(OTHER, TASKS, body));
    assertThat(post("engineer", TASKS, body).id()).isEqualTo("task-8");

    String wish = "{\"title\":\"T\",\"externalId\":\"42\"}";
    assertHidden(post(OTHER, VISITS + "/visit-2/wishes", wish));
    assertHidden(post(OTHER, VISITS + "/visit-1/wishes", wish.replace("42", "43")));
    assertThat(post("engineer", VISITS + "/visit-1/wishes", wish).id()).isEqualTo("task-9");
  }

  @Test
  public void whatIsChangedBlindlyDoesNotTellItsVersion() {
    assertHidden(server.as(OTHER, FakeAccounts.PASSWORD).patch(TASKS + "/task-1", "{}"));
    assertHidden(server.as(OTHER, FakeAccounts.PASSWORD).ifMatch(7).patch(TASKS + "/task-1", "{}"));
    assertHidden(
        post(OTHER, TASKS + "/task-1/handover", "{\"specialist\":\"nobody\",\"reason\":\"x\"}"));
  }

  private static void assertHidden(RestServer.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(403);
    assertThat(reply.text()).doesNotContain("Договоры");
    assertThat(reply.json().has("version")).isFalse();
    assertThat(reply.header("ETag")).isEmpty();
  }

  private static Task known(String id, String source) {
    return task(id, TaskState.IN_PROGRESS).toBuilder().source(source).externalId("42").build();
  }

  private RestServer.Reply post(String login, String path, String body) {
    return server.as(login, FakeAccounts.PASSWORD).post(path, body);
  }

  private void refused(SoftAssertions softly, Route route, String login) {
    RestServer.Reply reply = get(login, path(route));
    String what = route.template() + " by " + login;
    softly.assertThat(reply.status()).as(what).isEqualTo(403);
    softly.assertThat(reply.text()).as(what).doesNotContain("Договоры", "2026-0042");
  }

  private static boolean isOfOne(Route route) {
    return ONE.keySet().stream().anyMatch(route.template()::startsWith);
  }

  private static String path(Route route) {
    String path = route.template().replace("{checkId}", Examples.check().id());
    for (Map.Entry<String, String> one : ONE.entrySet()) {
      if (path.startsWith(one.getKey())) {
        return path.replace("{id}", one.getValue());
      }
    }
    throw new AssertionError(path);
  }

  private RestServer.Reply get(String login, String path) {
    return server.as(login, FakeAccounts.PASSWORD).get(path);
  }

  private String detail(String login, String path) {
    return get(login, path).json().path("detail").asText();
  }

  private List<String> ids(String login, String path) {
    RestServer.Reply reply = get(login, path);
    assertThat(reply.status()).as(login + " " + path).isEqualTo(200);
    return reply.json().path("items").findValuesAsText("id");
  }

  private static StaffMember member(String id, Role role) {
    return Examples.staff(role).toBuilder().id(id).build();
  }

  private static Visit visit(String id, String engineer, int daysLater) {
    return Examples.visit().toBuilder()
        .id(id)
        .engineerId(engineer)
        .plannedFor(Examples.NOW.plus(Duration.ofDays(daysLater)))
        .build();
  }

  private static Task task(String id, TaskState state) {
    return free(id, state).toBuilder()
        .visitId(Examples.VISIT_ID)
        .specialistId(Examples.SPECIALIST_ID)
        .build();
  }

  private static Task free(String id, TaskState state) {
    return Examples.task().toBuilder().id(id).state(state).build();
  }
}
