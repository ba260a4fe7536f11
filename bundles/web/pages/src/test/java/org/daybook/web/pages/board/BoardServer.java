package org.daybook.web.pages.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.daybook.api.access.Role;
import org.daybook.web.pages.AssetServlet;
import org.daybook.web.pages.PagesConfig;
import org.daybook.web.pages.board.calendar.CalendarChapter;
import org.daybook.web.pages.board.clients.ClientChapter;
import org.daybook.web.pages.board.deliveries.DeliveryChapter;
import org.daybook.web.pages.board.disputes.DisputeChapter;
import org.daybook.web.pages.board.notices.NoticeChapter;
import org.daybook.web.pages.board.plans.PlanChapter;
import org.daybook.web.pages.board.setup.Setup;
import org.daybook.web.pages.board.signals.SignalChapter;
import org.daybook.web.pages.board.sources.SourceChapter;
import org.daybook.web.pages.board.tasks.OneTask;
import org.daybook.web.pages.board.tasks.TaskChapter;
import org.daybook.web.pages.login.Devices;
import org.daybook.web.pages.login.FirstPageServlet;
import org.daybook.web.pages.login.LoginPages;
import org.daybook.web.pages.login.LoginServlet;
import org.daybook.web.pages.template.Templates;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.rules.ExternalResource;

/** The board on the web server of the platform, with a platform in memory behind it. */
public final class BoardServer extends ExternalResource {
  public final FakeOffice office = new FakeOffice();
  public final AtomicLong nanos = new AtomicLong();
  private final Templates templates = new Templates();
  private final PagesConfig config;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Server server;
  private int port;

  public BoardServer(PagesConfig config) {
    this.config = config;
  }

  @Override
  protected void before() throws Exception {
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder board =
        new ServletHolder(
            new BoardServlet(
                office,
                templates,
                new LoginPages(office, templates, config),
                config,
                nanos::get,
                chapters()));
    context.addServlet(board, "/board");
    context.addServlet(board, "/board/*");
    context.addServlet(board, "/devices");
    context.addServlet(board, "/devices/*");
    ServletHolder login =
        new ServletHolder(new LoginServlet(office, templates, config, nanos::get));
    context.addServlet(login, "/login");
    context.addServlet(login, "/logout");
    context.addServlet(new ServletHolder(new FirstPageServlet(office)), "/");
    context.addServlet(new ServletHolder(new AssetServlet()), "/pages/*");
    server.setHandler(context);
    server.start();
    port = connector.getLocalPort();
  }

  @Override
  protected void after() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** All there are. */
  private List<Chapter> chapters() {
    return List.of(
        new Overview(office, templates),
        new Devices(office, templates),
        new CalendarChapter(office, templates),
        new PlanChapter(office, templates),
        new ClientChapter(office, templates),
        new TaskChapter(office, templates),
        new OneTask(office, templates),
        new SignalChapter(office, templates),
        new DeliveryChapter(office, templates),
        new DisputeChapter(office, templates),
        new SourceChapter(office, templates),
        new NoticeChapter(office, templates),
        new Setup(office, templates));
  }

  BoardRoutes routes() {
    return new BoardRoutes(chapters());
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  public static String credentials(String login, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(UTF_8));
  }

  public HttpRequest.Builder as(Role role, String path) {
    return anonymous(path)
        .header("Authorization", credentials(FakeStaff.login(role), FakeStaff.PASSWORD));
  }

  public HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  public HttpResponse<String> get(Role role, String path) {
    return send(as(role, path));
  }

  /** The page, which must be there. */
  public Document page(Role role, String path) {
    HttpResponse<String> reply = get(role, path);
    if (reply.statusCode() != 200) {
      throw new AssertionError(path + " answered " + reply.statusCode() + " " + reply.body());
    }
    return html(reply);
  }

  public static Document html(HttpResponse<String> reply) {
    return Jsoup.parse(reply.body(), reply.uri().toString());
  }

  /** A login in a browser; the secret of its session. */
  public String begin(Role role) {
    return office
        .sessions
        .begin(FakeStaff.login(role), FakeStaff.PASSWORD, false, "Firefox, Linux")
        .orElseThrow()
        .secret();
  }

  /** A request in the session of a secret. */
  public HttpRequest.Builder in(String secret, String path) {
    return anonymous(path).header("Cookie", "daybook_session=" + secret);
  }

  /** Sends a form as the page has it. */
  public HttpResponse<String> press(Role role, Element form) {
    return send(role, form, Map.of());
  }

  public static String action(Element form) {
    return URI.create(form.absUrl("action")).getRawPath();
  }

  /**
   * What a browser would send of a form.
   *
   * @param typed by name; null takes a tick away
   */
  public static String body(Element form, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    ((FormElement) form).formData().forEach(field -> fields.put(field.key(), field.value()));
    fields.putAll(typed);
    fields.values().removeIf(Objects::isNull);
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Sends a form with some fields filled in. */
  public HttpResponse<String> send(Role role, Element form, Map<String, String> typed) {
    return post(as(role, action(form)), body(form, typed));
  }

  public HttpResponse<String> post(HttpRequest.Builder request, String body) {
    return send(
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** The path and query that the browser is sent to, without the anchor. */
  public static String next(HttpResponse<String> reply) {
    URI next = reply.uri().resolve(header(reply, "Location"));
    return next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
  }

  public static String header(HttpResponse<String> reply, String name) {
    return reply.headers().firstValue(name).orElse("");
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
