package org.daybook.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.daybook.api.access.Role;
import org.daybook.testkit.Examples;
import org.daybook.web.rest.fake.FakeAccounts;
import org.daybook.web.rest.fake.FakeParts;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.rules.ExternalResource;

/** The servlet on the web server of the platform, with a platform in memory behind it. */
public final class RestServer extends ExternalResource {
  public final FakeParts parts = new FakeParts();
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Server server;
  private int port;

  @Override
  protected void before() throws Exception {
    parts.store.prepare(Examples::directory);
    parts.accounts.addEveryRole();
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder rest = new ServletHolder(new RestServlet(parts, TestConfig.usual()));
    context.addServlet(rest, "/api/*");
    context.addServlet(rest, "/hooks/*");
    context.addServlet(rest, "/health");
    context.addServlet(new ServletHolder(new ErrorPage(TestConfig.usual())), "/errors");
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.addErrorPage(400, 599, "/errors");
    context.setErrorHandler(errors);
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

  /** A request by somebody of a role. */
  public Call as(Role role) {
    return as(FakeAccounts.login(role), FakeAccounts.PASSWORD);
  }

  public Call as(String login, String password) {
    String pair = login + ":" + password;
    return anonymous()
        .with(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  public Call manager() {
    return as(Role.MANAGER);
  }

  public Call anonymous() {
    return new Call();
  }

  /** A token's secret. */
  public String token(String... scopes) {
    return parts
        .accounts
        .createToken(Examples.ADMIN, "test", java.util.Set.of(scopes), java.util.Optional.empty())
        .secret();
  }

  /** Bytes as they are, and what came back. */
  public String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What came back. */
  public final class Reply {
    public final HttpResponse<byte[]> http;

    Reply(HttpResponse<byte[]> http) {
      this.http = http;
    }

    public int status() {
      return http.statusCode();
    }

    public String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    public String text() {
      return new String(http.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      try {
        return mapper.readTree(http.body());
      } catch (IOException e) {
        throw new AssertionError("no JSON: " + text(), e);
      }
    }

    /** The fields that the problem names. */
    public List<String> fields() {
      return json().path("errors").findValuesAsText("field");
    }

    public String id() {
      return json().path("id").asText();
    }
  }

  /** A request in the making. */
  public final class Call {
    private final HttpRequest.Builder request = HttpRequest.newBuilder();

    public Call with(String header, String value) {
      request.header(header, value);
      return this;
    }

    public Call ifMatch(long version) {
      return with("If-Match", "\"" + version + "\"");
    }

    public Reply get(String path) {
      return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public Reply send(String method, String path) {
      return send(method, path, HttpRequest.BodyPublishers.noBody());
    }

    public Reply post(String path) {
      return send("POST", path);
    }

    public Reply post(String path, String json) {
      return json("POST", path, json);
    }

    public Reply put(String path, String json) {
      return json("PUT", path, json);
    }

    public Reply patch(String path, String json) {
      return json("PATCH", path, json);
    }

    public Reply json(String method, String path, String json) {
      request.header("Content-Type", "application/json");
      return send(method, path, HttpRequest.BodyPublishers.ofString(json));
    }

    public Reply send(String method, String path, byte[] body) {
      return send(method, path, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** Without a length known beforehand. */
    public Reply sendChunked(String method, String path, byte[] body) {
      return send(
          method,
          path,
          HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private Reply send(String method, String path, HttpRequest.BodyPublisher body) {
      try {
        HttpRequest built =
            request.uri(URI.create("http://127.0.0.1:" + port + path)).method(method, body).build();
        return new Reply(client.send(built, HttpResponse.BodyHandlers.ofByteArray()));
      } catch (IOException e) {
        throw new AssertionError("no answer to " + method + " " + path, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
