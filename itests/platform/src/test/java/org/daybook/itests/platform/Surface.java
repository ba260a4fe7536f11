package org.daybook.itests.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.daybook.itests.support.Http;

/** Every route of the running Daybook as its OpenAPI document has it, and something on each. */
final class Surface {
  private static final String REFERENCE = "#/components/schemas/";

  private final JsonNode document;
  private final Http manager;
  private final Map<String, String> ids = new HashMap<>();

  /**
   * One method on one path.
   *
   * @param roles who may; empty if no account is asked for
   * @param schema what its body is; empty if it has none
   */
  record Operation(
      String method,
      String template,
      Set<String> roles,
      Set<String> parameters,
      Optional<JsonNode> schema) {
    boolean isForAccounts() {
      return !roles.isEmpty();
    }

    boolean needsBody() {
      return schema.filter(each -> !each.path("required").isEmpty()).isPresent();
    }

    boolean takesVersion() {
      return parameters.contains("If-Match");
    }

    boolean needsVersion() {
      return method.equals("PUT") || method.equals("PATCH");
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  /**
   * @param visit has begun, and its report was not made yet
   * @param reported has a report that was sent
   */
  Surface(Office office, String visit, String reported) {
    this.manager = office.manager();
    this.document = manager.get("/api/v1/openapi.json").json();
    for (String collection :
        List.of(
            "clients",
            "sites",
            "contacts",
            "assets",
            "staff",
            "projects",
            "regulations",
            "tokens")) {
      ids.put(collection, firstId(office, "/api/v1/" + collection));
    }
    ids.put("tasks", firstId(office, "/api/v1/tasks?visit=" + visit));
    ids.put("visits", visit);
    ids.put("diary", visit);
    ids.put("deliveries", firstId(office, "/api/v1/deliveries?visit=" + reported));
    ids.put("checks", firstId(office, "/api/v1/visits/" + visit + "/checks"));
    ids.put("disputes", office.dispute(reported));
    ids.put("notices", firstId(office, "/api/v1/notices?kind=DISPUTE_OPENED"));
    ids.put("letters", office.awaitLetter());
    ids.put("plans", office.plan("2031-03"));
    ids.put(
        "planned visits",
        manager
            .get("/api/v1/plans/" + ids.get("plans"))
            .json()
            .path("visits")
            .path(0)
            .path("id")
            .asText());
    ids.put("absences", office.absence("2031-03-03", "2031-03-04"));
    ids.put("signals", office.signal("Nobody Ltd"));
    ids.put("signal-mappings", office.mapping(office.signal("Somebody Ltd")));
    // There is none without a browser; who may not end it is told so before it is looked for.
    ids.put("sessions", "none");
    ids.put("site assets", firstId(office, "/api/v1/visits/" + visit + "/assets"));
    ids.put("photos", office.photo(ids.get("tasks")));
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                operation(method.getKey(), path.getKey(), method.getValue()))));
    return operations;
  }

  /** Those that take a body from an account. */
  List<Operation> writing() {
    return operations().stream()
        .filter(each -> each.isForAccounts() && each.schema().isPresent())
        .toList();
  }

  private Operation operation(String method, String template, JsonNode operation) {
    JsonNode schema = operation.path("requestBody").findPath("$ref");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        template,
        texts(operation.path("x-roles")),
        parameters(operation),
        schema.isTextual() ? Optional.of(schema(schema)) : Optional.empty());
  }

  private JsonNode schema(JsonNode reference) {
    return document
        .path("components")
        .path("schemas")
        .path(reference.asText().substring(REFERENCE.length()));
  }

  /** The path of something that is there. */
  String existing(Operation operation) {
    String collection = operation.template().split("/", -1)[3];
    return operation
        .template()
        .replace("{checkId}", ids.get("checks"))
        .replace("{visitId}", ids.get("planned visits"))
        .replace("{assetId}", ids.get("site assets"))
        .replace("{id}", ids.getOrDefault(collection, ""));
  }

  /** The path with an id in all places. */
  static String with(Operation operation, String id) {
    return operation.template().replaceAll("\\{\\w+}", id);
  }

  /** The version of what is at an existing path. */
  String version(Operation operation) {
    String collection = operation.template().split("/", -1)[3];
    String path = "/api/v1/" + collection + "/" + ids.get(collection);
    String whole = path;
    if (collection.equals("photos")) {
      // Single photos are images; what is said of them stands in the list of their task.
      String photos = "/api/v1/tasks/" + ids.get("tasks") + "/photos";
      JsonNode photo = manager.get(photos).json().path("items").path(0);
      return "\"" + photo.path("version").asLong() + "\"";
    }
    if (operation.template().contains("{checkId}")) {
      whole = path + "/checks/" + ids.get("checks");
    } else if (operation.template().contains("{visitId}")) {
      whole = "/api/v1/visits/" + ids.get("planned visits");
    } else if (operation.template().endsWith("/terms")) {
      whole = path + "/terms";
    }
    return "\"" + manager.get(whole).json().path("version").asLong() + "\"";
  }

  /** A body in which all that is required is right. */
  ObjectNode right(Operation operation) {
    ObjectNode body = right(operation.schema().orElseThrow());
    for (String fixed : List.of("client", "kind")) {
      if (body.has(fixed) && operation.method().equals("PUT")) {
        body.set(fixed, manager.get(existing(operation)).json().path(fixed));
      }
    }
    return body;
  }

  private ObjectNode right(JsonNode schema) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    schema
        .path("required")
        .forEach(
            name -> {
              JsonNode type = schema.path("properties").path(name.asText());
              body.set(name.asText(), value(name.asText(), type));
            });
    return body;
  }

  private JsonNode value(String name, JsonNode type) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (type.has("enum")) {
      return type.path("enum").path(0);
    }
    if (type.has("$ref")) {
      return right(schema(type.path("$ref")));
    }
    if (type.path("type").asText().equals("array")) {
      JsonNode each = type.path("items");
      JsonNode one = each.has("$ref") ? value(name, each) : json.textNode("hook:signal");
      return json.arrayNode().add(one);
    }
    if (type.path("type").asText().equals("integer")) {
      return json.numberNode(5);
    }
    if (type.path("format").asText().equals("date-time")) {
      return json.textNode("2030-01-01T10:00:00Z");
    }
    if (type.path("format").asText().equals("date")) {
      return json.textNode("2030-01-01");
    }
    return json.textNode(
        switch (name) {
          case "client" -> Office.VISITED;
          case "visit" -> ids.get("visits");
          case "specialist" -> "specialist";
          case "engineer", "staff" -> "engineer";
          case "month" -> "2031-05";
          case "from" -> "2030-01-01";
          case "until" -> "2030-01-02";
          case "password" -> "another long enough password";
          default -> "right";
        });
  }

  private static String firstId(Office office, String path) {
    return office.items(path).get(0).path("id").asText();
  }

  private static Set<String> parameters(JsonNode operation) {
    Set<String> names = new HashSet<>();
    for (JsonNode each : operation.path("parameters")) {
      if (!each.path("in").asText().equals("path")) {
        names.add(each.path("name").asText());
      }
    }
    return names;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** Everything that lists tell, but for what goes on by itself. */
  Map<String, List<JsonNode>> everything(Office office) {
    Map<String, List<JsonNode>> all = new TreeMap<>();
    for (Operation each : operations()) {
      boolean list = each.method().equals("GET") && each.parameters().contains("limit");
      boolean goesOn = each.template().contains("/notices") || each.template().contains("/letters");
      if (list && !goesOn) {
        String path = existing(each);
        all.put(path, office.items(path));
      }
    }
    all.values().stream()
        .flatMap(List::stream)
        .forEach(item -> ((ObjectNode) item).remove("lastUsedAt"));
    return all;
  }
}
