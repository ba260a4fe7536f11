package org.daybook.web.rest;

import java.io.IOException;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.web.rest.http.Answer;
import org.daybook.web.rest.http.Problem;
import org.daybook.web.rest.http.Problems;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletErrorPage;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;

/**
 * Says what the container itself refuses in the same form as everything else. It is there before
 * the web server, as the servlet is: the port is open for a moment only before both are behind it.
 */
@Component(service = Servlet.class, immediate = true, configurationPid = "org.daybook.web.rest")
@HttpWhiteboardServletName("daybook-errors")
@HttpWhiteboardServletErrorPage(errorPage = {"4xx", "5xx"})
public final class ErrorPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final int retryAfterSeconds;

  @Activate
  public ErrorPage(RestConfig config) {
    this.retryAfterSeconds = config.retryAfterSeconds();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    int status = code instanceof Integer known ? known : 404;
    String where = path == null ? request.getRequestURI() : path.toString();
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    Answer.of(problem(status, request.getMethod(), where)).writeTo(response);
  }

  /**
   * What the servlet has not got it says itself; who asks this page for one of its routes came
   * while it was not there. A monitoring system that is told 404 drops its message, while 503 makes
   * it come again.
   */
  private Problem problem(int status, String method, String path) {
    if ((status == 404 || status == 405) && isServletsOwn(path)) {
      return Problem.of(503, "Daybook is starting or being updated. Please send it again.")
          .withHeader("Retry-After", String.valueOf(retryAfterSeconds));
    }
    return Problem.of(status, Problems.detailOf(status, method, path));
  }

  /** Whether the servlet would answer: never a path that climbs out of its own. */
  private static boolean isServletsOwn(String path) {
    return !path.contains("..")
        && (path.equals("/health") || path.startsWith("/hooks/") || path.startsWith("/api/"));
  }
}
