package org.daybook.web.pages.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.daybook.web.pages.AssetServlet;
import org.daybook.web.pages.client.fake.FakeLinks;
import org.daybook.web.pages.client.fake.FakeParts;
import org.daybook.web.pages.template.Templates;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.rules.ExternalResource;

/** The servlet on the web server of the platform, with a platform in memory behind it. */
public final class PageServer extends ExternalResource {
  static final String PAGE = "/r/" + FakeLinks.TOKEN;

  final FakeParts parts = new FakeParts();
  final AtomicLong nanos = new AtomicLong();
  private final TestConfig config;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Server server;
  private int port;

  PageServer(TestConfig config) {
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
    context.addServlet(
        new ServletHolder(new ReportPageServlet(parts, new Templates(), config, nanos::get)),
        "/r/*");
    context.addServlet(
        new ServletHolder(new WishPageServlet(parts, new Templates(), config, nanos::get)), "/w/*");
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

  /** A request in the making. */
  Call call() {
    return new Call();
  }

  Reply get(String path) {
    return call().get(path);
  }

  /** The page, which must be there. */
  Document page() {
    Reply reply = get(PAGE);
    if (reply.status() != 200) {
      throw new AssertionError(reply.text());
    }
    return reply.html();
  }

  /** Sends the form of the page that goes to this address, as the page has it. */
  Reply press(String action, String... fields) {
    return call().press(page(), action, fields);
  }

  /** Bytes as they are, and what came back. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /** Fields as a browser encodes them. */
  static String encoded(List<String> fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.size(); i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(URLEncoder.encode(fields.get(i), UTF_8))
          .append('=')
          .append(URLEncoder.encode(fields.get(i + 1), UTF_8));
    }
    return body.toString();
  }

  /** What came back. */
  static final class Reply {
    final HttpResponse<byte[]> http;

    Reply(HttpResponse<byte[]> http) {
      this.http = http;
    }

    int status() {
      return http.statusCode();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    String text() {
      return new String(http.body(), UTF_8);
    }

    Document html() {
      return Jsoup.parse(text(), http.uri().toString());
    }

    /** The address that the browser is sent to, without its anchor. */
    String next() {
      URI next = http.uri().resolve(header("Location"));
      return next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
    }
  }

  /** A request in the making. */
  final class Call {
    private final HttpRequest.Builder request = HttpRequest.newBuilder();

    Call with(String header, String value) {
      request.setHeader(header, value);
      return this;
    }

    /** Another line of the same header. */
    Call also(String header, String value) {
      request.header(header, value);
      return this;
    }

    Reply get(String path) {
      return send("GET", path, BodyPublishers.noBody());
    }

    Reply send(String method, String path) {
      return send(method, path, BodyPublishers.noBody());
    }

    Reply post(String path, String... fields) {
      return postRaw(path, encoded(List.of(fields)));
    }

    Reply postRaw(String path, String body) {
      return postAs("application/x-www-form-urlencoded", path, body);
    }

    Reply postAs(String type, String path, String body) {
      request.setHeader("Content-Type", type);
      return send("POST", path, BodyPublishers.ofString(body));
    }

    Reply press(Document page, String action, String... fields) {
      var form =
          page.select("form").stream()
              .filter(each -> each.absUrl("action").endsWith(action))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no form " + action + " on " + page));
      List<String> all = new ArrayList<>();
      form.select("input[type=hidden]")
          .forEach(each -> all.addAll(List.of(each.attr("name"), each.attr("value"))));
      all.addAll(List.of(fields));
      return postRaw(URI.create(form.absUrl("action")).getRawPath(), encoded(all));
    }

    private Reply send(String method, String path, HttpRequest.BodyPublisher body) {
      try {
        HttpRequest built =
            request.uri(URI.create("http://127.0.0.1:" + port + path)).method(method, body).build();
        return new Reply(client.send(built, BodyHandlers.ofByteArray()));
      } catch (IOException e) {
        throw new AssertionError("no answer to " + method + " " + path, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
