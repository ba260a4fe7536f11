package org.daybook.web.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.access.Gate;
import org.daybook.web.rest.access.Route;
import org.daybook.web.rest.access.Routes;
import org.daybook.web.rest.http.Address;
import org.daybook.web.rest.http.Answer;
import org.daybook.web.rest.http.BodyReader;
import org.daybook.web.rest.http.BufferedResponse;
import org.daybook.web.rest.http.Problem;
import org.daybook.web.rest.http.ProblemException;
import org.daybook.web.rest.http.Problems;
import org.daybook.web.rest.http.ReadRequest;
import org.daybook.web.rest.http.Repeats;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.resource.Defaults;
import org.daybook.web.rest.resource.HealthResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The way in: finds the route, lets the caller pass or not, reads the body, makes repeats harmless,
 * and has Jersey serve what is left. Whatever goes wrong on the way becomes a problem document.
 */
@Component(service = Servlet.class, immediate = true, configurationPid = "org.daybook.web.rest")
@Designate(ocd = RestConfig.class)
@HttpWhiteboardServletName("daybook-rest")
@HttpWhiteboardServletPattern({"/api/*", "/hooks/*", "/health"})
public final class RestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private final transient Parts parts;
  private final transient Routes routes = new Routes();
  private final transient Gate gate;
  private final transient Repeats repeats;
  private final transient Problems problems;
  private final transient HealthResource health;
  private final transient LazyJersey jersey;

  @Activate
  public RestServlet(@Reference Parts parts, RestConfig config) {
    this.parts = parts;
    this.gate = new Gate(parts);
    this.repeats = new Repeats(parts);
    int retryAfter = notNegative("retryAfterSeconds", config.retryAfterSeconds());
    this.problems = new Problems(retryAfter);
    this.health = new HealthResource(parts, retryAfter);
    Defaults defaults = defaults(config);
    this.jersey =
        new LazyJersey(() -> new RestApi(parts, routes, defaults, retryAfter).application());
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    jersey.init(config);
  }

  @Override
  public void destroy() {
    jersey.destroy();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HEADERS.forEach(response::setHeader);
    Parts.Present before = parts.present();
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Answer answer;
    try {
      answer = answer(request, response, path);
    } catch (Exception | StackOverflowError e) {
      boolean partsChanged = !before.equals(parts.present());
      int invalidInput = path.startsWith("/hooks/") ? 400 : 422;
      answer = Answer.of(problems.of(e, invalidInput, partsChanged));
    }
    explained(answer, request.getMethod(), path).writeTo(response);
  }

  private Answer answer(HttpServletRequest request, HttpServletResponse response, String path)
      throws ServletException, IOException {
    Address.check(path);
    Address.check(request.getQueryString());
    String methods = routes.methodsOf(path);
    if (methods.isEmpty() || path.contains(";")) {
      throw ProblemException.of(404, Problems.detailOf(404, request.getMethod(), path));
    }
    if (request.getMethod().equals("OPTIONS")) {
      return new Answer(204, Map.of("Allow", List.of(methods)), new byte[0]);
    }
    Route route =
        routes
            .find(request.getMethod(), path)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(405, Problems.detailOf(405, request.getMethod(), path))
                            .withHeader("Allow", methods)));
    Optional<Caller> caller = gate.admit(route, request, path);
    if (route.template().equals("/health")) {
      return health();
    }
    byte[] body = route.method().equals("GET") ? new byte[0] : BodyReader.read(request);
    refuseEncoding(route, request);
    request.setAttribute(Route.class.getName(), route);
    ReadRequest read = new ReadRequest(request, body, caller.orElse(null));
    String key = request.getHeader("Idempotency-Key");
    if (key == null || caller.isEmpty() || !route.method().equals("POST")) {
      return serve(read, response);
    }
    return repeats.once(
        caller.get().actor(), path, key, body, () -> served(read, response), storable(route));
  }

  /** Whoever asks is told without Jersey, which is made ready as soon as there is work for it. */
  private Answer health() {
    Answer answer = health.answer();
    if (answer.isSuccess()) {
      jersey.getReady();
    }
    return answer;
  }

  private Answer serve(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    BufferedResponse buffer = new BufferedResponse(response);
    jersey.service(request, buffer);
    return buffer.answer();
  }

  /** The same inside of a transaction, which rolls back on what it throws. */
  private Answer served(HttpServletRequest request, HttpServletResponse response) {
    try {
      return serve(request, response);
    } catch (ServletException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("the request failed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A token's secret is shown once; the stored answer is without it. */
  private static UnaryOperator<byte[]> storable(Route route) {
    return route.template().equals("/api/v1/tokens")
        ? body -> Json.without(body, "secret")
        : UnaryOperator.identity();
  }

  private static void refuseEncoding(Route route, HttpServletRequest request) {
    String encoding = request.getHeader("Content-Encoding");
    if (route.guard() == Route.Guard.ACCOUNT
        && encoding != null
        && !encoding.trim().equalsIgnoreCase("identity")) {
      throw ProblemException.of(415, "The body must not be compressed.");
    }
  }

  /** Jersey leaves its own errors without a body. */
  private static Answer explained(Answer answer, String method, String path) {
    if (answer.status() < 400 || answer.body().length > 0) {
      return answer;
    }
    Answer problem =
        Answer.of(Problem.of(answer.status(), Problems.detailOf(answer.status(), method, path)));
    return answer
        .header("Retry-After")
        .map(seconds -> problem.withHeader("Retry-After", seconds))
        .orElse(problem);
  }

  private static Defaults defaults(RestConfig config) {
    String language = config.defaultLanguage();
    if (!language.equals("ru") && !language.equals("en")) {
      throw new IllegalArgumentException(
          "org.daybook.web.rest: defaultLanguage must be ru or en, is " + language);
    }
    try {
      return new Defaults(Locale.forLanguageTag(language), ZoneId.of(config.defaultZone()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "org.daybook.web.rest: defaultZone is no time zone: " + config.defaultZone(), e);
    }
  }

  private static int notNegative(String name, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          "org.daybook.web.rest: " + name + " must not be negative, is " + value);
    }
    return value;
  }
}
