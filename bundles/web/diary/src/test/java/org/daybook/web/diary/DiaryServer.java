package org.daybook.web.diary;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.rules.ExternalResource;

/** The diary on the web server of the platform, and beside it the tests of its modules. */
final class DiaryServer extends ExternalResource {
  private final HttpClient client = HttpClient.newHttpClient();
  private static final MapSearch MAP = new MapSearch("https://maps.example.com/?q=");

  private volatile App app = App.load(MAP);
  private Server server;
  private int port;

  @Override
  protected void before() throws Exception {
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder diary = new ServletHolder(new DiaryServlet(() -> app));
    context.addServlet(diary, "/diary");
    context.addServlet(diary, "/diary/*");
    context.addServlet(new ServletHolder(new ModuleTests()), "/tests/*");
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

  /** Another version is installed. */
  void install(App next) {
    app = next;
  }

  /** The same with another content of one file: the next version. */
  static App next(String name, String content) {
    Map<String, byte[]> files = App.files(MAP);
    files.put(name, content.getBytes(StandardCharsets.UTF_8));
    return new App(files);
  }

  App installed() {
    return app;
  }

  String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<byte[]> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address(path)))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Pages that run the tests of modules. */
  private static final class ModuleTests extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String name = request.getPathInfo().substring(1);
      if (name.endsWith(".html")) {
        String script = name.replace(".html", ".test.js");
        response.setContentType("text/html");
        response
            .getWriter()
            .write("<!doctype html><script type=module src=/tests/" + script + "></script>");
        return;
      }
      try (InputStream in = ModuleTests.class.getResourceAsStream("tests/" + name)) {
        response.setContentType("text/javascript");
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        response.setCharacterEncoding("UTF-8");
        // Modules do not inherit the query of the page: location does.
        response.getWriter().write(text);
      }
    }
  }
}
