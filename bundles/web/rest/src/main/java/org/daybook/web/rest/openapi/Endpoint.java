package org.daybook.web.rest.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.daybook.web.rest.access.Route;
import org.daybook.web.rest.access.Routes;

/**
 * A route with the method that serves it.
 *
 * @param resource the object that the method belongs to
 */
public record Endpoint(Route route, Object resource, Method method) {
  private static final String[] ANYTHING = {"*/*"};

  /**
   * The endpoints of resources, one for each row of the table.
   *
   * @throws IllegalStateException if a route has no method or a method has no route
   */
  public static List<Endpoint> of(Routes routes, Collection<Object> resources) {
    Map<String, Endpoint> found = new HashMap<>();
    for (Object resource : resources) {
      for (Method method : resource.getClass().getDeclaredMethods()) {
        key(method).ifPresent(key -> found.put(key, new Endpoint(null, resource, method)));
      }
    }
    List<Endpoint> endpoints = new ArrayList<>();
    for (Route route : routes.all()) {
      Endpoint served = found.remove(route.method() + " " + route.template());
      if (served == null) {
        throw new IllegalStateException("no resource serves " + route);
      }
      endpoints.add(new Endpoint(route, served.resource(), served.method()));
    }
    if (!found.isEmpty()) {
      throw new IllegalStateException("the table of routes lacks " + found.keySet());
    }
    return endpoints;
  }

  /** The media types of bodies. */
  public String[] consumes() {
    return annotation(Consumes.class).map(Consumes::value).orElse(ANYTHING);
  }

  /** The media types of answers. */
  public String[] produces() {
    return annotation(Produces.class).map(Produces::value).orElse(ANYTHING);
  }

  private <A extends Annotation> Optional<A> annotation(Class<A> type) {
    return Optional.ofNullable(method.getAnnotation(type))
        .or(() -> Optional.ofNullable(resource.getClass().getAnnotation(type)));
  }

  private static Optional<String> key(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(http -> http != null)
        .findFirst()
        .map(http -> http.value() + " " + path(method));
  }

  private static String path(Method method) {
    Path root = method.getDeclaringClass().getAnnotation(Path.class);
    Path own = method.getAnnotation(Path.class);
    return own == null ? root.value() : root.value() + "/" + own.value();
  }
}
