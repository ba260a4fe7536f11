package org.daybook.web.metrics;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.rules.ExternalResource;

/** The servlet on the web server of the platform, with a platform in memory behind it. */
public final class MetricsServer extends ExternalResource {
  static final String TOKEN = "metrics-secret";
  static final String HOOK_TOKEN = "hook-secret";

  final SettableClock clock = new SettableClock();
  final InMemoryStore store = new InMemoryStore(clock);
  final InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);
  final FakeAccounts accounts =
      new FakeAccounts(Map.of(TOKEN, Set.of("metrics"), HOOK_TOKEN, Set.of("hook:*")));
  final List<FigureRow> month = new ArrayList<>();
  int counted;
  private final Figures figures =
      (asked, by) -> {
        counted++;
        return List.copyOf(month);
      };
  volatile Parts.Present present = new Parts.Present(store, accounts, jobs, clock, figures);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Server server;
  private int port;

  @Override
  protected void before() throws Exception {
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(0);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(
        new ServletHolder(new MetricsServlet(() -> present, MetricsConfigTest.config(Map.of()))),
        "/metrics");
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

  HttpResponse<String> get() throws Exception {
    return ask("GET", Optional.of("Bearer " + TOKEN));
  }

  HttpResponse<String> ask(String method, Optional<String> authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
            .method(method, BodyPublishers.noBody());
    authorization.ifPresent(value -> request.header("Authorization", value));
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
