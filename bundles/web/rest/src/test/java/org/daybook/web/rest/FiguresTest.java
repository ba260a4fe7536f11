package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.daybook.api.access.Role;
import org.daybook.api.figures.Figures;
import org.junit.Rule;
import org.junit.Test;

public class FiguresTest {
  private static final String FIGURES = "/api/v1/figures";

  @Rule public final RestServer server = new RestServer();

  @Test
  public void managersSeeTheFiguresOfAMonth() {
    JsonNode items =
        server.manager().get(FIGURES + "?month=2026-11&by=engineer").json().path("items");
    assertThat(server.parts.figures.lastMonth).isEqualTo(YearMonth.of(2026, 11));
    assertThat(server.parts.figures.lastBy).isEqualTo(Figures.By.ENGINEER);
    JsonNode first = items.get(0);
    assertThat(first.path("code").asText()).isEqualTo("romashka");
    assertThat(first.path("visitsMade").asInt()).isEqualTo(2);
    assertThat(first.path("tasks").get(0).path("source").asText()).isEqualTo("monitoring");
    assertThat(first.path("tasks").get(0).path("carried").asInt()).isEqualTo(5);
    assertThat(first.path("firstTime").path("percent").asInt()).isEqualTo(66);
    assertThat(first.path("remote").path("percent").isNull()).isTrue();
    assertThat(first.path("emergencies").path("kept").path("percent").asInt()).isEqualTo(100);
    assertThat(items.get(1).path("id").isNull()).isTrue();
  }

  @Test
  public void whatIsNotSaidIsThisMonthByClient() {
    assertThat(server.manager().get(FIGURES).status()).isEqualTo(200);
    assertThat(server.parts.figures.lastMonth).isEqualTo(YearMonth.of(2026, 3));
    assertThat(server.parts.figures.lastBy).isEqualTo(Figures.By.CLIENT);
  }

  @Test
  public void theFieldThatIsWrongIsNamed() {
    for (String path : List.of(FIGURES, FIGURES + ".csv")) {
      for (String month : List.of("2026-13", "2026-1", "november", "-2026-11", "2026-11-01")) {
        RestServer.Reply reply = server.manager().get(path + "?month=" + month);
        assertThat(reply.status()).as(month).isEqualTo(400);
        assertThat(reply.fields()).containsExactly("month");
      }
      RestServer.Reply by = server.manager().get(path + "?by=site");
      assertThat(by.status()).isEqualTo(400);
      assertThat(by.fields()).containsExactly("by");
      RestServer.Reply later = server.manager().get(path + "?month=2999-01");
      assertThat(later.status()).isEqualTo(400);
      assertThat(later.fields()).containsExactly("month");
    }
  }

  @Test
  public void onlyTheOfficeSeesThem() {
    for (String path : List.of(FIGURES, FIGURES + ".csv")) {
      assertThat(server.as(Role.ADMIN).get(path).status()).isEqualTo(200);
      for (Role role : List.of(Role.ENGINEER, Role.SUPPORT, Role.SPECIALIST)) {
        assertThat(server.as(role).get(path).status()).isEqualTo(403);
      }
      assertThat(server.anonymous().get(path).status()).isEqualTo(401);
    }
  }

  @Test
  public void theTableIsReadByAnyProgram() throws Exception {
    RestServer.Reply reply = server.manager().get(FIGURES + ".csv?month=2026-11");
    assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
    assertThat(reply.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"figures-2026-11-by-client.csv\"");
    List<CSVRecord> records = records(reply);
    assertThat(records).hasSize(2);
    CSVRecord first = records.get(0);
    assertThat(first.get("month")).isEqualTo("2026-11");
    assertThat(first.get("name")).isEqualTo("ООО «Ромашка»");
    assertThat(first.get("visitsPlanned")).isEqualTo("4");
    assertThat(first.get("tasks.done")).isEqualTo("2");
    assertThat(first.get("tasks.monitoring.open")).isEqualTo("6");
    assertThat(first.get("tasks.remote.done")).isEqualTo("1");
    assertThat(first.get("responseMedianMinutes")).isEqualTo("80");
    assertThat(records.get(1).get("responseMedianMinutes")).isEmpty();
    assertThat(records.get(1).get("tasks.monitoring.open")).isEqualTo("0");
    assertThat(first.get("promisesOlder")).isEqualTo("4");
  }

  @Test
  public void whatASpreadsheetWouldRunIsText() throws Exception {
    for (String name : List.of("=1+1", "+7", "-3", "@sum", "\tx")) {
      server.parts.figures.name = name;
      assertThat(records(server.manager().get(FIGURES + ".csv")).get(0).get("name"))
          .isEqualTo("'" + name);
    }
    server.parts.figures.name = "a \"b\", c\nd";
    assertThat(records(server.manager().get(FIGURES + ".csv")).get(0).get("name"))
        .isEqualTo("a \"b\", c\nd");
  }

  @Test
  public void withoutStorageItSaysWhenToComeAgain() {
    server.parts.withoutStorage();
    assertThat(server.manager().get(FIGURES).status()).isEqualTo(503);
  }

  private static List<CSVRecord> records(RestServer.Reply reply) throws Exception {
    String text = new String(reply.http.body(), StandardCharsets.UTF_8);
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text))
        .getRecords();
  }
}
