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
import org.daybook.web.pages.board.setup.Setup;
import org.daybook.web.pages.template.Templates;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.rules.ExternalResource;

/** The board on the web server of the platform, with a platform in memory behind it. */
final class BoardServer extends ExternalResource {
  final FakeOffice office = new FakeOffice();
  final AtomicLong nanos = new AtomicLong();
  private final Templates templates = new Templates();
  private final PagesConfig config;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Server server;
  private int port;

  BoardServer(PagesConfig config) {
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
        new ServletHolder(new BoardServlet(office, templates, config, nanos::get, chapters()));
    context.addServlet(board, "/board");
    context.addServlet(board, "/board/*");
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
        new Particulars(office, templates),
        new Setup(office, templates));
  }

  BoardRoutes routes() {
    return new BoardRoutes(chapters());
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  static String credentials(String login, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(UTF_8));
  }

  HttpRequest.Builder as(Role role, String path) {
    return anonymous(path)
        .header("Authorization", credentials(FakeStaff.login(role), FakeStaff.PASSWORD));
  }

  HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  HttpResponse<String> get(Role role, String path) {
    return send(as(role, path));
  }

  /** The page, which must be there. */
  Document page(Role role, String path) {
    HttpResponse<String> reply = get(role, path);
    if (reply.statusCode() != 200) {
      throw new AssertionError(path + " answered " + reply.statusCode() + " " + reply.body());
    }
    return html(reply);
  }

  static Document html(HttpResponse<String> reply) {
    return Jsoup.parse(reply.body(), reply.uri().toString());
  }

  /** Sends a form as the page has it. */
  HttpResponse<String> press(Role role, Element form) {
    StringBuilder body = new StringBuilder();
    for (Element field : form.select("input")) {
      body.append(body.isEmpty() ? "" : "&")
          .append(field.attr("name"))
          .append('=')
          .append(URLEncoder.encode(field.attr("value"), UTF_8));
    }
    return post(as(role, URI.create(form.absUrl("action")).getRawPath()), body.toString());
  }

  /**
   * Sends a form as a browser does: with what the page has, but for what is typed.
   *
   * @param typed by name; null takes a tick away
   */
  HttpResponse<String> fill(Role role, Element form, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element field : form.select("[name]")) {
      String value =
          field.is("select")
              ? field.select("option[selected]").attr("value")
              : field.is("textarea") ? field.wholeText().replaceFirst("^\n", "") : field.val();
      boolean sent =
          !field.is("button") && (!field.is("[type=checkbox]") || field.hasAttr("checked"));
      if (sent) {
        fields.put(field.attr("name"), value);
      }
    }
    fields.putAll(typed);
    fields.values().removeIf(Objects::isNull);
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    URLEncoder.encode(field.getKey(), UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return post(as(role, URI.create(form.absUrl("action")).getRawPath()), body);
  }

  HttpResponse<String> post(HttpRequest.Builder request, String body) {
    return send(
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** The path and query that the browser is sent to, without the anchor. */
  static String next(HttpResponse<String> reply) {
    URI next = reply.uri().resolve(header(reply, "Location"));
    return next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
  }

  static String header(HttpResponse<String> reply, String name) {
    return reply.headers().firstValue(name).orElse("");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
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
