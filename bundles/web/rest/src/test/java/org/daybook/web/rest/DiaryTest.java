package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Comment;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** What fills a phone. */
public class DiaryTest {
  private static final String DIARY = "/api/v1/diary";
  private static final String DAY = DIARY + "/visits/" + Examples.VISIT_ID;

  @Rule public final RestServer server = new RestServer();

  @Before
  public void store() {
    server.parts.store.prepare(
        tx -> {
          tx.visits().insert(visit());
          tx.checks().insert(Examples.check());
          tx.tasks().insert(Examples.task().toBuilder().visitId(Examples.VISIT_ID).build());
          tx.comments().insert(Examples.comment());
          tx.projects().insert(Examples.project());
        });
    server.parts.visits.view =
        ExampleVisit.empty().devices(List.of(device(Examples.ASSET_ID, "Бухгалтерия-1"))).build();
  }

  @Test
  public void engineerSeesWhoTheyAreAndTheirVisits() {
    JsonNode diary = server.as(Role.ENGINEER).get(DIARY).json();

    assertThat(diary.path("me").path("id").asText()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(diary.path("me").path("role").asText()).isEqualTo("ENGINEER");
    JsonNode visit = diary.path("visits").path(0);
    assertThat(visit.path("id").asText()).isEqualTo(Examples.VISIT_ID);
    assertThat(visit.path("clientName").asText()).isEqualTo("ООО «Ромашка»");
    assertThat(visit.path("address").asText()).isEqualTo("Луговая улица, 5");
    assertThat(visit.path("zone").asText()).isEqualTo("Europe/Moscow");
    assertThat(visit.path("contact").path("phone").asText()).isEqualTo("+7 000 000-00-01");
    assertThat(visit.path("waiting").path("NORMAL").asInt()).isEqualTo(1);
    assertThat(diary.path("specialists").findValuesAsText("name")).contains("Глеб Кабельный");
    assertThat(diary.path("clients")).isEmpty();
  }

  @Test
  public void nobodySeesVisitsOfOthersAmongTheirs() {
    for (Role role : List.of(Role.MANAGER, Role.SPECIALIST, Role.SUPPORT, Role.ADMIN)) {
      assertThat(server.as(role).get(DIARY).json().path("visits")).as(role.name()).isEmpty();
    }
  }

  @Test
  public void whatIsOverLongAgoOrFarAheadIsLeftOut() {
    put("old", visit().plannedFor().minus(Duration.ofDays(3)), VisitState.CLOSED);
    put("forgotten", visit().plannedFor().minus(Duration.ofDays(3)), VisitState.ON_SITE);
    put("later", visit().plannedFor().plus(Duration.ofDays(13)), VisitState.SCHEDULED);
    put("far", visit().plannedFor().plus(Duration.ofDays(15)), VisitState.SCHEDULED);
    put("cancelled", visit().plannedFor(), VisitState.CANCELLED);

    JsonNode visits = server.as(Role.ENGINEER).get(DIARY).json().path("visits");

    assertThat(visits.findValuesAsText("id"))
        .containsExactly("forgotten", Examples.VISIT_ID, "later");
    assertThat(visits.path(2).has("waiting")).isFalse();
  }

  @Test
  public void specialistSeesWhatWasHandedOverWithWhatWasSaid() {
    server.parts.store.prepare(
        tx -> {
          Task task = tx.tasks().find(Examples.TASK_ID).orElseThrow();
          tx.tasks()
              .update(
                  task.toBuilder()
                      .state(TaskState.HANDED_OVER)
                      .specialistId(Examples.SPECIALIST_ID)
                      .priority(Priority.HIGH)
                      .reason("нужен доступ к АТС")
                      .build());
        });

    JsonNode task = server.as(Role.SPECIALIST).get(DIARY).json().path("tasks").path(0);

    assertThat(task.path("id").asText()).isEqualTo(Examples.TASK_ID);
    assertThat(task.path("clientName").asText()).isEqualTo("ООО «Ромашка»");
    assertThat(task.path("reason").asText()).isEqualTo("нужен доступ к АТС");
    assertThat(task.path("comments").path(0).path("text").asText())
        .isEqualTo(Examples.comment().text());
    assertThat(server.as(Role.ENGINEER).get(DIARY).json().path("tasks")).isEmpty();
  }

  @Test
  public void disputesWaitForWhatTheirEngineerSays() {
    dispute("open", dispute -> dispute);
    dispute("older", dispute -> dispute.openedAt(Examples.NOW.minusSeconds(1)));
    dispute("answered", dispute -> answered(dispute, Examples.NOW));
    dispute("rejected", dispute -> dispute.state(DisputeState.REJECTED));
    dispute(
        "penalty",
        dispute ->
            dispute
                .state(DisputeState.CLOSED)
                .decision(DisputeState.UPHELD)
                .penalty(penalty(Penalty.State.PROPOSED)));
    dispute(
        "penalty, unheard",
        dispute ->
            answered(dispute, Examples.NOW.minusSeconds(1))
                .state(DisputeState.UPHELD)
                .penalty(penalty(Penalty.State.PROPOSED)));
    dispute(
        "settled",
        dispute ->
            dispute
                .state(DisputeState.UPHELD)
                .decision(DisputeState.UPHELD)
                .penalty(penalty(Penalty.State.WAIVED)));

    JsonNode disputes = server.as(Role.ENGINEER).get(DIARY).json().path("disputes");

    assertThat(disputes.findValuesAsText("id"))
        .containsExactly("older", "open", "penalty", "penalty, unheard");
    assertThat(disputes.path(1).path("clientName").asText()).isEqualTo("ООО «Ромашка»");
    assertThat(disputes.path(1).path("title").asText()).isEqualTo(Examples.dispute().title());
    assertThat(disputes.path(1).path("penalty").asBoolean()).isFalse();
    assertThat(disputes.path(2).path("penalty").asBoolean()).isTrue();
    assertThat(disputes.path(1).path("visitAt").asText()).isNotBlank();
    assertThat(disputes.path(1).path("zone").asText()).isEqualTo("Europe/Moscow");
    assertThat(disputes.path(1).path("version").asLong()).isPositive();
    assertThat(server.manager().get(DIARY).json().path("disputes")).isEmpty();
  }

  private static Dispute.Builder answered(Dispute.Builder dispute, Instant at) {
    return dispute.answer("Он в отчёте под другим именем.").answeredAt(at);
  }

  private static Penalty penalty(Penalty.State state) {
    return new Penalty(
        Penalty.Kind.REMARK,
        Optional.empty(),
        Optional.empty(),
        "Впредь записывать",
        state,
        "Ирина Ветрова",
        Examples.NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void dispute(String id, UnaryOperator<Dispute.Builder> with) {
    Dispute.Builder dispute = Examples.dispute().toBuilder().id(id).externalId(id);
    server.parts.store.prepare(tx -> tx.disputes().insert(with.apply(dispute).build()));
  }

  @Test
  public void supportSeesWhatIsOpenAtTheDeskAndForWhomItMayRecord() {
    server.parts.store.prepare(
        tx -> {
          tx.tasks().insert(Examples.task().toBuilder().id("ticket").source("remote").build());
          tx.tasks()
              .insert(
                  Examples.task().toBuilder()
                      .id("solved")
                      .source("remote")
                      .state(TaskState.RESOLVED_REMOTELY)
                      .build());
        });

    JsonNode diary = server.as(Role.SUPPORT).get(DIARY).json();

    assertThat(diary.path("tasks").findValuesAsText("id")).containsExactly("ticket");
    assertThat(diary.path("clients").findValuesAsText("code")).contains("romashka");
  }

  @Test
  public void dayOfVisitHasEverything() {
    server.parts.visits.open =
        List.of(new OpenItem(OpenItem.Kind.CHECK, "check-1", "Обновления", Optional.of("Касса")));

    JsonNode day = server.as(Role.ENGINEER).get(DAY).json();

    assertThat(day.path("visit").path("version").asLong()).isEqualTo(1);
    assertThat(day.path("contacts").path(0).path("name").asText()).isEqualTo("Анна Лютикова");
    assertThat(day.path("tasks").path(0).path("id").asText()).isEqualTo(Examples.TASK_ID);
    JsonNode device = day.path("devices").path(0);
    assertThat(device.path("name").asText()).isEqualTo("Бухгалтерия-1");
    assertThat(device.path("hostname").asText()).isEqualTo("buh-1");
    assertThat(device.path("inventoryNumber").asText()).isEqualTo("INV-0001");
    assertThat(device.path("checks").path(0).path("id").asText()).isEqualTo(Examples.check().id());
    assertThat(device.path("checks").path(0).path("version").asLong()).isEqualTo(1);
    assertThat(day.path("projects").path(0).path("title").asText()).isEqualTo("Замена сервера");
    assertThat(day.path("open").path(0).path("id").asText()).isEqualTo("check-1");
  }

  @Test
  public void dayKnowsWhatEarlierVisitsFoundAndWhoGetsTheReport() {
    server.parts.store.prepare(
        tx -> {
          tx.problems().insert(Examples.problem());
          tx.problems()
              .insert(Examples.problem().toBuilder().id("mended").endedAt(Examples.NOW).build());
        });

    JsonNode day = server.as(Role.ENGINEER).get(DAY).json();

    JsonNode problems = day.path("devices").path(0).path("problems");
    assertThat(problems).hasSize(1);
    assertThat(problems.path(0).path("item").asText()).isEqualTo(Examples.problem().itemId());
    assertThat(problems.path(0).path("description").asText())
        .isEqualTo(Examples.problem().description());
    assertThat(day.path("report").path("recipients").path(0).asText()).isEqualTo("Анна Лютикова");
    assertThat(day.path("report").path("reviewFirst").asBoolean()).isFalse();
  }

  @Test
  public void reportOfAnEmergencyGoesToNobody() {
    change(visit -> visit.kind(VisitKind.EMERGENCY));

    assertThat(server.as(Role.ENGINEER).get(DAY).json().path("report").path("recipients"))
        .isEmpty();
  }

  @Test
  public void whatWasCarriedOverWaitsForTheNextVisitAndIsAnsweredOnItsOwn() {
    server.parts.store.prepare(
        tx -> {
          Task task = tx.tasks().find(Examples.TASK_ID).orElseThrow();
          tx.tasks().update(task.toBuilder().state(TaskState.CARRIED_OVER).build());
        });
    assertThat(waiting()).isEqualTo(1);

    change(visit -> visit.state(VisitState.ON_SITE));
    assertThat(waiting()).isZero();
  }

  private int waiting() {
    JsonNode visit = server.as(Role.ENGINEER).get(DAY).json().path("visit");
    return visit.path("waiting").path("NORMAL").asInt();
  }

  private void change(UnaryOperator<Visit.Builder> change) {
    server.parts.store.prepare(
        tx -> {
          Visit visit = tx.visits().find(Examples.VISIT_ID).orElseThrow();
          tx.visits().update(change.apply(visit.toBuilder()).build());
        });
  }

  @Test
  public void dayOfAnotherEngineerIsNotShown() {
    server.parts.store.prepare(
        tx ->
            tx.visits()
                .update(
                    tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                        .engineerId("somebody-else")
                        .build()));

    assertThat(server.as(Role.ENGINEER).get(DAY).status()).isEqualTo(403);
    assertThat(server.as(Role.SPECIALIST).get(DAY).status()).isEqualTo(403);
    assertThat(server.manager().get(DAY).status()).isEqualTo(200);
    assertThat(server.as(Role.ENGINEER).get(DIARY + "/visits/none").status()).isEqualTo(404);
  }

  @Test
  public void whoHasTheAnswerIsToldSo() {
    RestServer.Reply first = server.as(Role.ENGINEER).get(DAY);
    String tag = first.header("ETag");

    RestServer.Reply again = server.as(Role.ENGINEER).with("If-None-Match", tag).get(DAY);
    assertThat(tag).startsWith("\"");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);

    server.parts.visits.open =
        List.of(new OpenItem(OpenItem.Kind.TASK, "t", "Принтер", Optional.empty()));
    assertThat(server.as(Role.ENGINEER).with("If-None-Match", tag).get(DAY).status())
        .isEqualTo(200);
  }

  @Test
  public void answerIsCompressedForWhoTakesIt() throws IOException {
    RestServer.Reply plain = server.as(Role.ENGINEER).get(DAY);
    RestServer.Reply packed =
        server.as(Role.ENGINEER).with("Accept-Encoding", "br;q=1.0, gzip;q=0.8").get(DAY);

    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(unpacked(packed)).isEqualTo(plain.json());
    assertThat(
            server
                .as(Role.ENGINEER)
                .with("Accept-Encoding", "gzip;q=0")
                .get(DAY)
                .header("Content-Encoding"))
        .isEmpty();
  }

  @Test
  public void dayWithHundredsOfDevicesIsSmallOnTheWire() throws IOException {
    List<Device> devices = new ArrayList<>();
    server.parts.store.prepare(tx -> fill(tx, devices));
    server.parts.visits.view = ExampleVisit.empty().devices(devices).build();

    RestServer.Reply diary = server.as(Role.ENGINEER).with("Accept-Encoding", "gzip").get(DIARY);
    RestServer.Reply day = server.as(Role.ENGINEER).with("Accept-Encoding", "gzip").get(DAY);

    assertThat(unpacked(day).path("devices")).hasSize(400);
    assertThat(unpacked(day).path("tasks")).hasSize(121);
    assertThat(diary.http.body().length + day.http.body().length).isLessThan(100_000);
  }

  /** 120 tasks with a comment each, and 400 devices with six checks each, under real ids. */
  private static void fill(Transaction tx, List<Device> devices) {
    for (int i = 0; i < 400; i++) {
      Asset asset =
          Examples.asset().toBuilder()
              .id(UUID.randomUUID().toString())
              .name("Рабочее место " + i)
              .hostname("ws-%04d".formatted(i))
              .inventoryNumber("INV-%05d".formatted(1000 + i))
              .build();
      tx.assets().insert(asset);
      devices.add(device(asset.id(), asset.name()));
      for (String title :
          List.of(
              "Очистка и оптимизация ОС",
              "Обновления ОС и программ",
              "Проверка антивирусом",
              "Ошибки в журналах ОС",
              "Состояние дисков",
              "Чистка от пыли")) {
        tx.checks()
            .insert(
                Check.builder()
                    .id(UUID.randomUUID().toString())
                    .visitId(Examples.VISIT_ID)
                    .assetId(asset.id())
                    .itemId(title)
                    .title(title)
                    .build());
      }
    }
    for (int i = 0; i < 120; i++) {
      String id = UUID.randomUUID().toString();
      tx.tasks()
          .insert(
              Examples.task().toBuilder()
                  .id(id)
                  .title("Задача " + i + ": " + UUID.randomUUID())
                  .description("Подробности: " + UUID.randomUUID() + UUID.randomUUID())
                  .visitId(Examples.VISIT_ID)
                  .state(TaskState.PLANNED)
                  .build());
      tx.comments()
          .insert(
              new Comment(
                  tx.newId(),
                  id,
                  Examples.ENGINEER_ID,
                  "Пётр Одуванчиков",
                  Examples.NOW,
                  "Сказано: " + UUID.randomUUID()));
    }
  }

  private static Device device(String id, String label) {
    return new Device(
        id,
        label,
        label,
        AssetKind.WORKSTATION,
        Verdict.GREEN,
        List.of(),
        List.of(),
        Optional.empty());
  }

  private void put(String id, Instant plannedFor, VisitState state) {
    server.parts.store.prepare(
        tx ->
            tx.visits()
                .insert(visit().toBuilder().id(id).plannedFor(plannedFor).state(state).build()));
  }

  /** Planned for the server's now. */
  private Visit visit() {
    return Examples.visit().toBuilder().plannedFor(server.parts.clock.instant()).build();
  }

  private static JsonNode unpacked(RestServer.Reply reply) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(reply.http.body()))) {
      return new ObjectMapper().readTree(gzip);
    }
  }
}
