package org.daybook.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.figures.Emergencies;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.PromiseAges;
import org.daybook.api.figures.Share;
import org.daybook.api.figures.TaskCounts;
import org.daybook.api.job.Job;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Rule;
import org.junit.Test;

public class MetricsTest {
  @Rule public final MetricsServer server = new MetricsServer();

  @Test
  public void anEmptyCompanyHasEverySampleAndAllOfThemAreZero() throws Exception {
    HttpResponse<String> answer = server.get();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(
            type ->
                assertThat(type.replace(" ", ""))
                    .isEqualToIgnoringCase("text/plain;version=0.0.4;charset=utf-8"));
    Exposition metrics = new Exposition(answer.body());
    assertThat(metrics.samples().entrySet())
        .filteredOn(sample -> sample.getKey().startsWith("daybook_"))
        .filteredOn(sample -> !sample.getKey().equals("daybook_uptime_seconds"))
        .hasSizeGreaterThan(30)
        .allSatisfy(sample -> assertThat(sample.getValue()).as(sample.getKey()).isZero());
    assertThat(metrics.value("jvm_memory_used_bytes{area=\"heap\"}")).isPositive();
    assertThat(metrics.value("jvm_threads_current")).isPositive();
    assertThat(metrics.value("process_start_time_seconds")).isPositive();
    assertThat(metrics.samples().keySet())
        .anyMatch(series -> series.startsWith("jvm_gc_collections_total{gc="))
        .anyMatch(series -> series.startsWith("jvm_gc_collection_seconds_total{gc="));
  }

  @Test
  public void whatIsThereIsCounted() throws Exception {
    server.store.prepare(
        tx -> {
          Examples.directory(tx);
          tx.tasks().insert(Examples.task());
          tx.tasks().insert(Examples.task().toBuilder().id("t2").state(TaskState.ACCEPTED).build());
          tx.tasks().insert(Examples.task().toBuilder().id("t3").state(TaskState.DONE).build());
          tx.visits().insert(Examples.visit());
          tx.visits()
              .insert(
                  Examples.visit().toBuilder()
                      .id("tomorrow")
                      .plannedFor(Examples.NOW.plus(Duration.ofHours(15)))
                      .build());
          tx.deliveries()
              .insert(Examples.delivery().toBuilder().state(DeliveryState.DEFERRED).build());
          for (Notice.State state : Notice.State.values()) {
            tx.notices()
                .insert(
                    Notice.builder()
                        .id("notice-" + state)
                        .kind(NoticeKind.VIOLATION)
                        .key("key-" + state)
                        .subject("s")
                        .state(state)
                        .raisedAt(Examples.NOW)
                        .lastSeenAt(Examples.NOW)
                        .build());
          }
        });
    server.jobs.enqueue(new Job("report", "visit-1"));
    Exposition metrics = new Exposition(server.get().body());
    assertThat(metrics.value("daybook_tasks_open{state=\"new\"}")).isEqualTo(1);
    assertThat(metrics.value("daybook_tasks_open{state=\"accepted\"}")).isEqualTo(1);
    assertThat(metrics.samples()).doesNotContainKey("daybook_tasks_open{state=\"done\"}");
    assertThat(metrics.value("daybook_visits_today{state=\"scheduled\"}")).isEqualTo(1);
    assertThat(metrics.value("daybook_deliveries{state=\"deferred\"}")).isEqualTo(1);
    assertThat(metrics.value("daybook_notices_standing{kind=\"violation\"}")).isEqualTo(2);
    assertThat(metrics.value("daybook_notices_standing{kind=\"section_fault\"}")).isZero();
    assertThat(metrics.value("daybook_jobs_waiting")).isEqualTo(1);
  }

  @Test
  public void emergenciesAreOpenUntilClosedAndLateWhileNobodyIsThere() throws Exception {
    server.clock.set(Examples.NOW.plus(Duration.ofHours(3)));
    emergency("waits", VisitState.SCHEDULED, 4);
    emergency("late", VisitState.SCHEDULED, 2);
    emergency("there", VisitState.ON_SITE, 2);
    emergency("over", VisitState.REPORTED, 2);
    Exposition metrics = new Exposition(server.get().body());
    assertThat(metrics.value("daybook_emergencies_open")).isEqualTo(3);
    assertThat(metrics.value("daybook_emergencies_late")).isEqualTo(1);
  }

  @Test
  public void theMonthIsCountedForTheWholeCompanyOnceInAWhile() throws Exception {
    server.month.add(figures("romashka", 3, 2, new Share(19, 20)));
    server.month.add(figures("vasilek", 1, 1, new Share(1, 2)));
    Exposition metrics = new Exposition(server.get().body());
    assertThat(metrics.value("daybook_month_visits{outcome=\"planned\"}")).isEqualTo(4);
    assertThat(metrics.value("daybook_month_visits{outcome=\"made\"}")).isEqualTo(3);
    assertThat(metrics.value("daybook_month_requests{how=\"remote\"}")).isEqualTo(20);
    assertThat(metrics.value("daybook_month_requests{how=\"all\"}")).isEqualTo(22);
    assertThat(metrics.value("daybook_month_tasks{outcome=\"done\"}")).isEqualTo(10);
    assertThat(metrics.value("daybook_month_on_site_seconds")).isEqualTo(7200);
    server.get();
    assertThat(server.counted).isEqualTo(1);
    server.clock.advance(Duration.ofMinutes(5));
    server.get();
    assertThat(server.counted).isEqualTo(2);
  }

  private static FigureRow figures(String client, int planned, int made, Share remote) {
    return FigureRow.builder()
        .id(client)
        .name(client)
        .visitsPlanned(planned)
        .visitsMade(made)
        .visitsMissed(0)
        .visitsCancelled(0)
        .minutesOnSite(60)
        .putTasks("client", new TaskCounts(2, 0, 0, 0, 0, 1))
        .putTasks("monitoring", new TaskCounts(3, 0, 4, 0, 0, 0))
        .firstTime(Share.NONE)
        .promises(PromiseAges.NONE)
        .remote(remote)
        .emergencies(Emergencies.NONE)
        .violations(0)
        .disputesUpheld(0)
        .build();
  }

  @Test
  public void namesOfClientsAndStaffAreNowhere() throws Exception {
    server.store.prepare(Examples::directory);
    assertThat(server.get().body()).doesNotContain("romashka").doesNotContain("staff-");
  }

  @Test
  public void onlyATokenWithTheScopeOpensIt() throws Exception {
    for (String header :
        List.of(
            "Bearer wrong", "Bearer ", "Bearer", "Digest x", "Basic !!!", basic("x", "wrong"))) {
      HttpResponse<String> answer = server.ask("GET", Optional.of(header));
      assertThat(answer.statusCode()).as(header).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .contains("Basic realm=\"Daybook\"");
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }
    assertThat(server.ask("GET", Optional.empty()).statusCode()).isEqualTo(401);
    HttpResponse<String> hook =
        server.ask("GET", Optional.of("Bearer " + MetricsServer.HOOK_TOKEN));
    assertThat(hook.statusCode()).isEqualTo(403);
    assertThat(hook.body()).contains("no scope metrics").doesNotContain("daybook_");
  }

  @Test
  public void theTokenMayBeThePasswordOfBasic() throws Exception {
    assertThat(server.ask("GET", Optional.of(basic("any", MetricsServer.TOKEN))).statusCode())
        .isEqualTo(200);
  }

  @Test
  public void headIsTheSameWithoutABody() throws Exception {
    HttpResponse<String> head = server.ask("HEAD", Optional.of("Bearer " + MetricsServer.TOKEN));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(server.get().headers().firstValue("Content-Type"));
    assertThat(server.ask("HEAD", Optional.empty()).statusCode()).isEqualTo(401);
  }

  @Test
  public void nothingElseIsPossible() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      HttpResponse<String> answer =
          server.ask(method, Optional.of("Bearer " + MetricsServer.TOKEN));
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }
    assertThat(server.ask("OPTIONS", Optional.empty()).statusCode()).isEqualTo(204);
  }

  @Test
  public void whileAPartIsMissingItSaysWhenToComeAgain() throws Exception {
    Parts.Present whole = server.present;
    for (Parts.Present part :
        Set.of(
            new Parts.Present(null, whole.access(), whole.jobs(), whole.clock(), null),
            new Parts.Present(whole.storage(), null, whole.jobs(), whole.clock(), null),
            new Parts.Present(whole.storage(), whole.access(), null, whole.clock(), null),
            new Parts.Present(whole.storage(), whole.access(), whole.jobs(), null, null))) {
      server.present = part;
      assertUnavailable();
    }
    server.present = whole;
    server.store.failing(true);
    assertUnavailable();
    server.store.failing(false);
    assertThat(server.get().statusCode()).isEqualTo(200);
  }

  private void assertUnavailable() throws Exception {
    HttpResponse<String> answer = server.get();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("10");
  }

  private void emergency(String id, VisitState state, int dueHours) {
    server.store.prepare(
        tx ->
            tx.visits()
                .insert(
                    Examples.visit().toBuilder()
                        .id(id)
                        .kind(VisitKind.EMERGENCY)
                        .state(state)
                        .requestedAt(Examples.NOW)
                        .dueBy(Examples.NOW.plus(Duration.ofHours(dueHours)))
                        .arrivedAt(
                            state == VisitState.SCHEDULED
                                ? Optional.empty()
                                : Optional.of(Examples.NOW))
                        .build()));
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
