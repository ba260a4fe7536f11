package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.daybook.web.rest.access.Route;
import org.daybook.web.rest.access.Routes;
import org.daybook.web.rest.body.AnswerBody;
import org.daybook.web.rest.body.CheckCorrectionBody;
import org.daybook.web.rest.body.CorrectionBody;
import org.daybook.web.rest.body.PenaltyBody;
import org.daybook.web.rest.body.TaskBody;
import org.daybook.web.rest.body.TaskCorrectionBody;
import org.daybook.web.rest.view.DeliveryView;
import org.daybook.web.rest.view.DisputeView;
import org.daybook.web.rest.view.ReportView;
import org.daybook.web.rest.view.TaskView;
import org.daybook.web.rest.view.VisitView;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Keeps the document true: it says of every route what the route really does. */
public class OpenApiTest {
  @Rule public final RestServer server = new RestServer();

  private final SoftAssertions softly = new SoftAssertions();
  private JsonNode document;

  @Before
  public void read() {
    document = server.anonymous().get("/api/v1/openapi.json").json();
  }

  @Test
  public void documentHasExactlyTheRoutesThatThereAre() {
    Set<String> documented = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    Set<String> real = new TreeSet<>();
    new Routes().all().forEach(route -> real.add(route.method() + " " + route.template()));

    assertThat(documented).isEqualTo(real);
  }

  @Test
  public void whatTheClientReadsIsSaid() {
    for (String action : List.of("uphold", "reject", "withdraw")) {
      String summary =
          operation("POST", "/api/v1/disputes/{id}/" + action).path("summary").asText();
      assertThat(summary).as(action).contains("; the client reads the ");
    }
  }

  @Test
  public void everyOperationIsWhole() {
    Set<String> ids = new HashSet<>();
    for (Route route : new Routes().all()) {
      JsonNode operation = operation(route.method(), route.template());
      String what = route.method() + " " + route.template();
      softly.assertThat(operation.path("summary").asText()).as(what).endsWith(".");
      softly.assertThat(ids.add(operation.path("operationId").asText())).as(what).isTrue();
      softly.assertThat(pathParameters(operation)).as(what).isEqualTo(names(route.template()));
      boolean documentsSuccess =
          List.of("200", "201", "202", "204").stream().anyMatch(operation.path("responses")::has);
      softly.assertThat(documentsSuccess).as(what).isTrue();
      boolean writes = List.of("POST", "PUT", "PATCH").contains(route.method());
      softly.assertThat(operation.has("requestBody")).as(what).isEqualTo(writes);
    }
    softly.assertAll();
  }

  @Test
  public void documentedRolesAreThoseOfTheTable() {
    for (Route route : new Routes().all()) {
      JsonNode operation = operation(route.method(), route.template());
      Set<String> roles = new TreeSet<>();
      operation.path("x-roles").forEach(role -> roles.add(role.asText()));
      Set<String> real = new TreeSet<>();
      route.roles().forEach(role -> real.add(role.name()));
      softly.assertThat(roles).as(route.template()).isEqualTo(real);
      softly
          .assertThat(operation.path("security").isEmpty())
          .as(route.template())
          .isEqualTo(route.guard() == Route.Guard.NONE);
    }
    softly.assertAll();
  }

  @Test
  public void everyReferenceLeadsSomewhere() {
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.asText().substring(1);
      softly.assertThat(document.at(pointer).isObject()).as(pointer).isTrue();
    }
    softly.assertAll();
  }

  @Test
  public void schemasHaveTheMembersOfTheirRecords() {
    for (Class<?> type :
        List.of(
            TaskBody.class,
            AnswerBody.class,
            CorrectionBody.class,
            TaskCorrectionBody.class,
            CheckCorrectionBody.class,
            PenaltyBody.class,
            TaskView.class,
            VisitView.class,
            ReportView.class,
            DeliveryView.class,
            DisputeView.class)) {
      Set<String> members = new HashSet<>();
      schema(type.getSimpleName()).path("properties").fieldNames().forEachRemaining(members::add);
      softly
          .assertThat(members)
          .as(type.getSimpleName())
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
    }
    softly.assertAll();
  }

  @Test
  public void answersOfTheServerFitTheirSchema() {
    RestServer.Reply client = server.manager().get("/api/v1/clients/romashka");
    Set<String> answered = new HashSet<>();
    client.json().fieldNames().forEachRemaining(answered::add);
    Set<String> required = new HashSet<>();
    schema("ClientView").path("required").forEach(member -> required.add(member.asText()));

    assertThat(answered).isEqualTo(required);
  }

  @Test
  public void changesSayThatTheyNeedTheVersion() {
    JsonNode put = operation("PUT", "/api/v1/clients/{id}");

    assertThat(put.path("responses").has("428")).isTrue();
    assertThat(put.path("parameters").toString())
        .contains("{\"name\":\"If-Match\",\"in\":\"header\",\"required\":true");
    assertThat(operation("POST", "/api/v1/tasks").path("parameters").toString())
        .contains("Idempotency-Key");
    JsonNode patch = operation("PATCH", "/api/v1/clients/{id}");
    assertThat(patch.path("requestBody").path("content").has("application/merge-patch+json"))
        .isTrue();
    assertThat(schema("ClientPatch").has("required")).isFalse();
    assertThat(schema("ClientBody").path("required").toString())
        .isEqualTo("[\"code\",\"name\",\"plan\"]");
  }

  @Test
  public void whatMayBeMissingIsSaidToBe() {
    JsonNode dispute = schema("DisputeView").path("properties");
    assertThat(dispute.path("penalty").path("nullable").asBoolean()).isTrue();
    assertThat(dispute.path("penalty").path("allOf").get(0).path("$ref").asText())
        .isEqualTo("#/components/schemas/PenaltyView");
    assertThat(schema("PenaltyView").path("properties").path("amount").path("type").asText())
        .isEqualTo("number");
    assertThat(schema("TaskCorrectionBody").path("required").toString())
        .isEqualTo("[\"id\",\"state\",\"text\"]");
    assertThat(operation("POST", "/api/v1/visits/{id}/report/correct").path("responses").has("201"))
        .isTrue();
    assertThat(operation("GET", "/api/v1/visits/{id}/report.pdf").path("parameters").toString())
        .contains("\"revision\"");
  }

  private JsonNode operation(String method, String template) {
    return document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
  }

  private JsonNode schema(String name) {
    return document.path("components").path("schemas").path(name);
  }

  private static Set<String> pathParameters(JsonNode operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("path")) {
        names.add(parameter.path("name").asText());
      }
    }
    return names;
  }

  private static Set<String> names(String template) {
    Set<String> names = new TreeSet<>();
    Pattern.compile("\\{(\\w+)}").matcher(template).results().forEach(r -> names.add(r.group(1)));
    return names;
  }
}
