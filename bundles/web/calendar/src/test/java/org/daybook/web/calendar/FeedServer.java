package org.daybook.web.calendar;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Actor;
import org.daybook.api.access.NewToken;
import org.daybook.api.visit.Visit;
import org.daybook.rendering.icalendar.IcalendarWriter;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.rules.ExternalResource;

/** The servlet on the web server of the platform, with a platform in memory behind it. */
public final class FeedServer extends ExternalResource {
  static final Settings SETTINGS =
      new Settings(
          Locale.forLanguageTag("ru"),
          Duration.ofHours(8),
          Duration.ofDays(90),
          Duration.ofHours(1),
          30,
          10,
          60);

  final SettableClock clock = new SettableClock();
  final InMemoryStore store = new InMemoryStore(clock);
  final Map<String, AccessToken> tokens = new HashMap<>();
  final CalendarServlet servlet = new CalendarServlet(clock, SETTINGS);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Server server;
  private int port;

  @Override
  protected void before() throws Exception {
    store.prepare(Examples::directory);
    servlet.store = store;
    servlet.accounts = new FakeAccounts();
    servlet.writer = new IcalendarWriter();
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(servlet), "/calendar/*");
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

  /** A token that opens something. */
  FeedServer token(String secret, String... scopes) {
    tokens.put(secret, Examples.token().toBuilder().id(secret).scopes(Set.of(scopes)).build());
    return this;
  }

  /** Another visit of the example client, like the example's but for a change. */
  void visit(String id, UnaryOperator<Visit.Builder> change) {
    store.prepare(
        tx -> {
          tx.visits().insert(change.apply(Examples.visit().toBuilder().id(id)).build());
        });
  }

  void change(String id, UnaryOperator<Visit.Builder> change) {
    store.prepare(
        tx -> {
          Visit visit = tx.visits().findForUpdate(id).orElseThrow();
          tx.visits().update(change.apply(visit.toBuilder()).build());
        });
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .method(method, BodyPublishers.noBody());
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private final class FakeAccounts implements Accounts {
    @Override
    public Optional<AccessToken> authenticateToken(String secret) {
      return Optional.ofNullable(tokens.get(secret));
    }

    @Override
    public Optional<Actor> authenticate(String login, String password) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Account addAccount(Actor actor, String staffId, String login, String password) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Account changePassword(Actor actor, String login, String password) {
      throw new UnsupportedOperationException();
    }

    @Override
    public NewToken createToken(
        Actor actor, String name, Set<String> scopes, Optional<java.time.Instant> expiresAt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public AccessToken revokeToken(Actor actor, String tokenId) {
      throw new UnsupportedOperationException();
    }
  }
}
