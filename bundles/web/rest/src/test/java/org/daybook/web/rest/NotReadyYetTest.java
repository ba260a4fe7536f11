package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.server.handler.HandlerCollection;
import org.eclipse.jetty.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class NotReadyYetTest {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @Before
  public void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    HandlerCollection handlers = new HandlerCollection();
    handlers.setHandlers(new Handler[] {new Served(), new NotReadyYet(TestConfig.usual())});
    server.setHandler(handlers);
    server.start();
  }

  @After
  public void stop() throws Exception {
    server.stop();
  }

  @Test
  public void sendersAreToldToComeAgain() throws Exception {
    for (String path : new String[] {"/hooks/signal", "/api/v1/tasks", "/health"}) {
      HttpResponse<String> answer = post(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("10");
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(answer.body()).contains("\"status\":503");
    }
  }

  @Test
  public void whatIsServedIsLeftAlone() throws Exception {
    assertThat(post("/hooks/served").statusCode()).isEqualTo(202);
  }

  @Test
  public void whatIsNotOursIsNotThere() throws Exception {
    assertThat(post("/elsewhere").statusCode()).isEqualTo(404);
  }

  @Test
  public void theErrorPageSaysTheSame() throws Exception {
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new ErrorPage(TestConfig.usual())), "/error");
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.addErrorPage(400, 599, "/error");
    context.setErrorHandler(errors);
    server.stop();
    server.setHandler(context);
    server.start();

    sendersAreToldToComeAgain();
    assertThat(post("/elsewhere").statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> post(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    HttpRequest request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** What is in front, and serves one path only. */
  private static final class Served extends AbstractHandler {
    @Override
    public void handle(
        String target, Request base, HttpServletRequest request, HttpServletResponse response) {
      if (target.equals("/hooks/served")) {
        base.setHandled(true);
        response.setStatus(202);
      }
    }
  }
}
