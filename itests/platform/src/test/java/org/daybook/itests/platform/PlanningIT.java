package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.junit.ClassRule;
import org.junit.Test;

/** A month of the demo's company, from the norms to the calendar. */
public class PlanningIT {
  @ClassRule
  public static final RunningDaybook DAYBOOK = RunningDaybook.named("planning").withDemoData();

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @Test
  public void aMonthIsPlannedLookedAtAndPublished() throws IOException {
    Office office = new Office(DAYBOOK);
    office.awaitDemoData();
    Http manager = office.manager();
    assertThat(manager.get("/api/v1/clients/romashka/norm").json().path("visits").asInt())
        .isPositive();
    YearMonth month = YearMonth.now(MOSCOW).plusMonths(2);
    aBrokenCalendarPlansNothing(manager, month);

    HttpAnswer pattern =
        manager
            .with("If-Match", "\"0\"")
            .put("/api/v1/clients/romashka/terms", "{\"pattern\":\"FREQ=MONTHLY;BYDAY=3WE\"}");
    assertThat(pattern.status()).as(pattern.toString()).isEqualTo(200);
    HttpAnswer refused =
        manager
            .with("If-Match", "\"1\"")
            .put("/api/v1/clients/romashka/terms", "{\"pattern\":\"FREQ=SECONDLY;BYDAY=MO\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("\"pattern\"");

    HttpAnswer made = manager.post("/api/v1/plans", "{\"month\":\"" + month + "\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String plan = "/api/v1/plans/" + made.json().path("id").asText();
    JsonNode draft = manager.get(plan).json();
    assertThat(draft.path("visits").size()).isGreaterThan(10);
    assertThat(days(draft, "romashka"))
        .contains(month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.WEDNESDAY)));
    assertThat(manager.get(plan + ".csv").text().lines().count())
        .isGreaterThan(draft.path("visits").size());
    assertThat(manager.get(plan + ".svg").text()).startsWith("<svg").contains("<desc");

    HttpAnswer published = manager.post(plan + "/publish", "{}");
    assertThat(published.json().path("state").asText()).isEqualTo("PUBLISHED");
    assertThat(published.json().path("visits").findValuesAsText("state"))
        .isNotEmpty()
        .containsOnly("SCHEDULED");
    HttpAnswer again = manager.post(plan + "/replan", "{}");
    assertThat(again.json().path("visits")).isEqualTo(published.json().path("visits"));

    String table = DAYBOOK.console("daybook:visit-plan --month " + month);
    assertThat(table).contains("romashka", "PUBLISHED");
    String json = DAYBOOK.console("daybook:visit-plan --json --month " + month);
    JsonNode printed = new ObjectMapper().readTree(json.substring(json.indexOf('{')));
    assertThat(printed.path("visits")).hasSameSizeAs(draft.path("visits"));
    assertThat(DAYBOOK.console("daybook:visit-plan --month soon"))
        .contains("must be a month such as 2026-12");
  }

  private static void aBrokenCalendarPlansNothing(Http manager, YearMonth month)
      throws IOException {
    Path folder = DAYBOOK.home().resolve("etc/daybook/calendar");
    assertThat(folder.resolve("2026.csv")).exists();
    Path file = folder.resolve(month.getYear() + ".csv");
    byte[] before = Files.exists(file) ? Files.readAllBytes(file) : null;
    Files.writeString(file, "date,kind\n" + month.atDay(1) + ",holyday\n");
    HttpAnswer broken = manager.post("/api/v1/plans", "{\"month\":\"" + month + "\"}");
    assertThat(broken.status()).as(broken.toString()).isEqualTo(409);
    assertThat(broken.text()).contains(month.getYear() + ".csv has an error, line 2, column kind");
    if (before == null) {
      Files.delete(file);
    } else {
      Files.write(file, before);
    }
    assertThat(manager.get("/api/v1/plans").json().path("items")).isEmpty();
  }

  private static List<LocalDate> days(JsonNode plan, String client) {
    List<LocalDate> days = new ArrayList<>();
    for (JsonNode visit : plan.path("visits")) {
      if (visit.path("client").asText().equals(client)) {
        days.add(
            OffsetDateTime.parse(visit.path("plannedFor").asText())
                .atZoneSameInstant(MOSCOW)
                .toLocalDate());
      }
    }
    return days;
  }
}
