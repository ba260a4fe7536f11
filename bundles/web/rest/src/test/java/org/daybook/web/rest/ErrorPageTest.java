package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The error page where the servlet is not there yet. */
public class ErrorPageTest {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @Before
  public void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new ErrorPage(TestConfig.usual())), "/error");
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.addErrorPage(400, 599, "/error");
    context.setErrorHandler(errors);
    server.setHandler(context);
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
  public void whatIsNotOursIsNotThere() throws Exception {
    for (String path :
        new String[] {"/elsewhere", "/api/v1/../../elsewhere", "/api/..%2felsewhere"}) {
      assertThat(post(path).statusCode()).as(path).isEqualTo(405);
    }
  }

  private HttpResponse<String> post(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    HttpRequest request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
