package org.daybook.web.rest;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.web.rest.http.Answer;
import org.daybook.web.rest.http.Problem;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers in place of the servlet while that is not there: the server listens before all of it is
 * ready, and a monitoring system that is told 404 drops its message, while 503 makes it come again.
 * Behind everything else that the server serves, as its rank says.
 */
@Component(
    service = Handler.class,
    configurationPid = "org.daybook.web.rest",
    property = "service.ranking:Integer=-1000")
public final class NotReadyYet extends AbstractHandler {
  private final int retryAfterSeconds;

  /**
   * Made by the platform.
   *
   * @param server makes the web server. It is not used: Pax Web's Jetty cannot start while a
   *     handler is there already, so this one comes after it and goes before it
   */
  @Activate
  public NotReadyYet(
      @Reference(
              service = AnyService.class,
              target = "(objectClass=org.ops4j.pax.web.service.spi.ServerControllerFactory)")
          Object server,
      RestConfig config) {
    this(config);
  }

  NotReadyYet(RestConfig config) {
    this.retryAfterSeconds = config.retryAfterSeconds();
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (base.isHandled() || !isOurs(target)) {
      return;
    }
    base.setHandled(true);
    Answer.of(problem(retryAfterSeconds)).writeTo(response);
  }

  /** What senders are told while nothing is served. */
  static Problem problem(int retryAfterSeconds) {
    return Problem.of(503, "Daybook is starting or being updated. Please send it again.")
        .withHeader("Retry-After", String.valueOf(retryAfterSeconds));
  }

  /** Whether a path is one of the servlet's. */
  static boolean isOurs(String target) {
    return target.equals("/health") || target.startsWith("/hooks/") || target.startsWith("/api/");
  }
}
