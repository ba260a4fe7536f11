package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.daybook.api.access.Role;
import org.junit.Rule;
import org.junit.Test;

public class RegulationsTest {
  private static final String ITEM =
      "{\"id\":\"test-page\",\"title\":{\"ru\":\"Пробная страница\",\"en\":\"Test page\"},"
          + "\"frequency\":\"MONTHLY\",\"mandatory\":false}";

  @Rule public final RestServer server = new RestServer();

  @Test
  public void aRegulationIsMadeReadChangedAndKeepsItsRevisions() {
    RestServer.Reply added = add("PRINTER", ITEM);
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.header("ETag")).isEqualTo("\"1\"");
    String path = "/api/v1/regulations/" + added.id();
    assertThat(added.header("Location")).endsWith(path);
    JsonNode item = added.json().path("items").path(0);
    assertThat(item.path("title").path("ru").asText()).isEqualTo("Пробная страница");
    assertThat(item.path("frequency").asText()).isEqualTo("MONTHLY");
    assertThat(item.path("mandatory").asBoolean()).isFalse();
    assertThat(server.manager().get("/api/v1/regulations/PRINTER").json()).isEqualTo(added.json());

    RestServer.Reply put =
        server.manager().ifMatch(1).put(path, body("PRINTER", ITEM.replace("page\"", "pages\"")));
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.header("ETag")).isEqualTo("\"2\"");
    assertThat(put.json().path("revision").asInt()).isEqualTo(2);
    RestServer.Reply patch = server.manager().ifMatch(2).patch(path, "{\"active\":false}");
    assertThat(patch.json().path("active").asBoolean()).isFalse();
    assertThat(patch.json().path("items")).hasSize(1);

    JsonNode revisions = server.manager().get(path + "/revisions").json().path("items");
    assertThat(revisions.findValuesAsText("revision")).containsExactly("3", "2", "1");
    assertThat(revisions.path(2).path("items").path(0).path("id").asText()).isEqualTo("test-page");
    assertThat(server.manager().get("/api/v1/regulations?kind=PRINTER").json().path("items"))
        .hasSize(1);
    assertThat(server.manager().get("/api/v1/regulations?kind=OTHER").json().path("items"))
        .isEmpty();
  }

  @Test
  public void changingNeedsTheVersionThatWasSeen() {
    String path = "/api/v1/regulations/" + add("PRINTER", ITEM).id();
    assertThat(server.manager().put(path, body("PRINTER", ITEM)).status()).isEqualTo(428);
    assertThat(server.manager().ifMatch(7).put(path, body("PRINTER", ITEM)).status())
        .isEqualTo(409);
  }

  @Test
  public void badInputNamesItsField() {
    refused(
        body("PRINTER", ITEM, ITEM.replace("\"MONTHLY\"", "\"SOMETIMES\"")),
        400,
        "items[1].frequency");
    refused(body("TOASTER", ITEM), 400, "kind");
    refused("{\"kind\":\"PRINTER\"}", 422, "items");
    refused(body("PRINTER", "{}"), 422, "items[0].title", "items[0].frequency");
    refused(body("PRINTER", "null"), 422, "items[0]");
    refused(body("PRINTER", ITEM.replace("Пробная страница", "")), 422, "items[0].title.ru");
    assertThat(server.manager().get("/api/v1/regulations").json().path("items")).isEmpty();
    String path = "/api/v1/regulations/" + add("PRINTER", ITEM).id();
    RestServer.Reply moved = server.manager().ifMatch(1).put(path, body("OTHER", ITEM));
    assertThat(moved.status()).isEqualTo(422);
    assertThat(moved.fields()).containsExactly("kind");
    assertThat(server.manager().get("/api/v1/regulations?kind=A").status()).isEqualTo(400);
    assertThat(server.manager().get("/api/v1/regulations?kind=PRINTER,OTHER").status())
        .isEqualTo(400);
    assertThat(server.manager().get("/api/v1/regulations/none").status()).isEqualTo(404);
    assertThat(server.manager().get("/api/v1/regulations/none/revisions").status()).isEqualTo(404);
  }

  @Test
  public void onlyTheOfficeSeesRegulations() {
    assertThat(server.as(Role.ENGINEER).get("/api/v1/regulations").status()).isEqualTo(403);
    assertThat(server.as(Role.ADMIN).get("/api/v1/regulations").status()).isEqualTo(200);
  }

  private RestServer.Reply add(String kind, String... items) {
    return server.manager().post("/api/v1/regulations", body(kind, items));
  }

  private void refused(String body, int status, String... fields) {
    RestServer.Reply reply = server.manager().post("/api/v1/regulations", body);
    assertThat(reply.status()).as(body).isEqualTo(status);
    assertThat(reply.fields()).as(body).containsExactly(fields);
  }

  private static String body(String kind, String... items) {
    return "{\"kind\":\"" + kind + "\",\"items\":[" + String.join(",", items) + "]}";
  }
}
