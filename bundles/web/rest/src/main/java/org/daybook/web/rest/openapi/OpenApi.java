package org.daybook.web.rest.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.daybook.web.rest.access.Route;
import org.daybook.web.rest.access.SessionCookie;
import org.daybook.web.rest.http.Problem;
import org.daybook.web.rest.json.Json;

/**
 * The OpenAPI 3.0 document, made from the resources and the table of routes, so that it says what
 * they do.
 */
public final class OpenApi {
  private final List<Endpoint> endpoints;

  public OpenApi(List<Endpoint> endpoints) {
    this.endpoints = List.copyOf(endpoints);
  }

  public ObjectNode document() {
    ObjectNode document = Json.object().put("openapi", "3.0.3");
    document
        .putObject("info")
        .put("title", "Daybook")
        .put("version", "1")
        .put(
            "description",
            "The diary of an IT service company. Times are ISO 8601 with an offset, ids are"
                + " strings, errors are application/problem+json (RFC 9457).");
    document.putArray("servers").addObject().put("url", "/");
    Schemas schemas = new Schemas();
    paths(document.putObject("paths"), new Operations(schemas));
    components(document.putObject("components"), schemas);
    return document;
  }

  private void paths(ObjectNode paths, Operations operations) {
    for (Endpoint endpoint : endpoints) {
      Route route = endpoint.route();
      ObjectNode path =
          paths.has(route.template())
              ? (ObjectNode) paths.get(route.template())
              : paths.putObject(route.template());
      path.set(route.method().toLowerCase(Locale.ROOT), operations.of(endpoint));
    }
  }

  private static void components(ObjectNode components, Schemas schemas) {
    ObjectNode security = components.putObject("securitySchemes");
    security
        .putObject("account")
        .put("type", "http")
        .put("scheme", "basic")
        .put("description", "Login and password of a person; for hooks the token as password.");
    security
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A token with the scope hook:NAME or hook:*.");
    security
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", SessionCookie.NAME)
        .put(
            "description",
            "What a login on the page /login leaves in a browser. Changes need the header"
                + " X-Daybook-Key besides, with the key that GET /api/v1/session tells.");
    ObjectNode answer = components.putObject("responses").putObject("Problem");
    answer.put("description", "What went wrong (RFC 9457).");
    answer
        .putObject("content")
        .putObject(Problem.MEDIA_TYPE)
        .set("schema", Schemas.reference("Problem"));
    ObjectNode named = components.putObject("schemas");
    schemas.named().forEach(named::set);
    named.set("Problem", problem());
  }

  private static ObjectNode problem() {
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode members = schema.putObject("properties");
    members.putObject("status").put("type", "integer");
    members.putObject("title").put("type", "string");
    members.putObject("detail").put("type", "string");
    members.putObject("instance").put("type", "string");
    fields(members.putObject("errors").put("type", "array"), "field", "message");
    fields(
        members
            .putObject("open")
            .put("type", "array")
            .put("description", "What keeps a visit from being closed."),
        "kind",
        "id",
        "title",
        "asset");
    schema.putArray("required").add("status").add("title").add("detail");
    return schema;
  }

  private static void fields(ObjectNode array, String... names) {
    ObjectNode members = array.putObject("items").put("type", "object").putObject("properties");
    for (String name : names) {
      members.putObject(name).put("type", "string");
    }
  }
}
