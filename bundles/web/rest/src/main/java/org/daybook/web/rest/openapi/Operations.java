package org.daybook.web.rest.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.daybook.web.rest.access.Route;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.view.Created;

/** Describes single operations. */
final class Operations {
  private final Schemas schemas;

  Operations(Schemas schemas) {
    this.schemas = schemas;
  }

  ObjectNode of(Endpoint endpoint) {
    Method method = endpoint.method();
    Route route = endpoint.route();
    Operation words = method.getAnnotation(Operation.class);
    String tag = method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
    ObjectNode operation = Json.object();
    operation.putArray("tags").add(tag);
    operation.put("operationId", tag + "_" + method.getName());
    operation.put("summary", words.value());
    parameters(operation.putArray("parameters"), method, route);
    body(operation, endpoint, words);
    answers(operation.putObject("responses"), endpoint, words);
    security(operation, route);
    return operation;
  }

  private void parameters(ArrayNode parameters, Method method, Route route) {
    for (Parameter parameter : method.getParameters()) {
      PathParam path = parameter.getAnnotation(PathParam.class);
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      HeaderParam header = parameter.getAnnotation(HeaderParam.class);
      if (path != null) {
        text(parameters, path.value(), "path", true);
      } else if (query != null) {
        query(parameters, parameter, query.value());
      } else if (header != null) {
        boolean changes = route.method().equals("PUT") || route.method().equals("PATCH");
        text(parameters, header.value(), "header", changes)
            .put("description", "The version that was seen, as the ETag had it.");
      }
    }
    if (route.method().equals("POST") && route.guard() == Route.Guard.ACCOUNT) {
      text(parameters, "Idempotency-Key", "header", false)
          .put("description", "A repeat with the same key gets the same answer.");
    }
  }

  private static void query(ArrayNode parameters, Parameter parameter, String name) {
    Values values = parameter.getAnnotation(Values.class);
    ObjectNode entry = parameters.addObject().put("name", name).put("in", "query");
    ObjectNode schema = entry.putObject("schema");
    if (values != null) {
      schema.put("type", "array").set("items", Schemas.constants(Json.object(), values.value()));
      entry.put("style", "form").put("explode", true);
    } else if (name.equals("limit")) {
      schema.put("type", "integer").put("minimum", 1).put("maximum", 500).put("default", 100);
    } else {
      schema.put("type", "string");
    }
  }

  private static ObjectNode text(ArrayNode parameters, String name, String in, boolean required) {
    ObjectNode entry =
        parameters.addObject().put("name", name).put("in", in).put("required", required);
    entry.putObject("schema").put("type", "string");
    return entry;
  }

  private void body(ObjectNode operation, Endpoint endpoint, Operation words) {
    List<Parameter> bodies =
        Arrays.stream(endpoint.method().getParameters())
            .filter(
                parameter ->
                    !parameter.isAnnotationPresent(Context.class)
                        && !parameter.isAnnotationPresent(PathParam.class)
                        && !parameter.isAnnotationPresent(QueryParam.class)
                        && !parameter.isAnnotationPresent(HeaderParam.class))
            .toList();
    if (bodies.isEmpty()) {
      return;
    }
    Class<?> type = words.body() == Void.class ? bodies.get(0).getType() : words.body();
    ObjectNode body = operation.putObject("requestBody").put("required", isRequired(type));
    ObjectNode content = body.putObject("content");
    for (String mediaType : endpoint.consumes()) {
      content.putObject(mediaType).set("schema", bodySchema(type, endpoint.route()));
    }
  }

  private ObjectNode bodySchema(Class<?> type, Route route) {
    if (type == byte[].class) {
      return Json.object().put("type", "string").put("format", "binary");
    }
    return route.method().equals("PATCH") ? schemas.partOf(type) : schemas.of(type);
  }

  private static boolean isRequired(Class<?> type) {
    return !type.isRecord()
        || Arrays.stream(type.getRecordComponents())
            .anyMatch(component -> component.isAnnotationPresent(Required.class))
        || type.getSimpleName().endsWith("Patch");
  }

  private void answers(ObjectNode responses, Endpoint endpoint, Operation words) {
    Route route = endpoint.route();
    success(responses, endpoint, words);
    boolean writes = !route.method().equals("GET");
    problem(responses, "400", true);
    problem(responses, "401", route.guard() != Route.Guard.NONE);
    problem(responses, "403", route.guard() != Route.Guard.NONE);
    problem(responses, "404", route.template().contains("{"));
    problem(responses, "406", true);
    problem(responses, "409", writes && route.guard() == Route.Guard.ACCOUNT);
    problem(responses, "413", writes);
    problem(responses, "415", writes && route.guard() == Route.Guard.ACCOUNT);
    problem(responses, "422", writes && route.guard() == Route.Guard.ACCOUNT);
    problem(responses, "428", route.method().equals("PUT") || route.method().equals("PATCH"));
    if (!responses.has("503")) {
      problem(responses, "503", !route.template().endsWith("openapi.json"));
    }
  }

  private void success(ObjectNode responses, Endpoint endpoint, Operation words) {
    Route route = endpoint.route();
    Method method = endpoint.method();
    Type type = words.answer() == Void.class ? method.getGenericReturnType() : words.answer();
    if (type == void.class) {
      responses.putObject("204").put("description", "Done.");
      return;
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == Created.class) {
      Type made = generic.getActualTypeArguments()[0];
      ObjectNode created = responses.putObject("201").put("description", "Made.");
      ObjectNode location = created.putObject("headers").putObject("Location");
      location.putObject("schema").put("type", "string");
      content(created, endpoint, made);
      content(
          responses.putObject("200").put("description", "It was there before."), endpoint, made);
      return;
    }
    String status = route.guard() == Route.Guard.HOOK_TOKEN ? "202" : "200";
    content(responses.putObject(status).put("description", "Done."), endpoint, type);
    if (route.template().equals("/health")) {
      content(responses.putObject("503").put("description", "A part is missing."), endpoint, type);
    }
  }

  private void content(ObjectNode response, Endpoint endpoint, Type type) {
    ObjectNode content = response.putObject("content");
    for (String mediaType : endpoint.produces()) {
      ObjectNode schema =
          type == Response.class
              ? Json.object().put("type", mediaType.contains("json") ? "object" : "string")
              : schemas.of(type);
      content.putObject(mediaType).set("schema", schema);
    }
  }

  private static void problem(ObjectNode responses, String status, boolean possible) {
    if (possible) {
      responses.putObject(status).put("$ref", "#/components/responses/Problem");
    }
  }

  private static void security(ObjectNode operation, Route route) {
    ArrayNode security = operation.putArray("security");
    switch (route.guard()) {
      case NONE -> {}
      case ACCOUNT -> {
        security.addObject().putArray("account");
        security.addObject().putArray("session");
        ArrayNode roles = operation.putArray("x-roles");
        route.roles().stream().map(Enum::name).sorted().forEach(roles::add);
      }
      case HOOK_TOKEN -> {
        security.addObject().putArray("token");
        security.addObject().putArray("account");
      }
    }
  }
}
