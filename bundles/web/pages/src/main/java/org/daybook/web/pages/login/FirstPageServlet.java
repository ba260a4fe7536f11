package org.daybook.web.pages.login;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.api.access.Sessions;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Cookies;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Sends whoever comes to no page in particular to the first one of their role, or to log in. Gets
 * what nobody else serves as well, because components cannot name the bare root as their pattern:
 * that is not there, as it would be without this.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("daybook-first-page")
@HttpWhiteboardServletPattern("/")
public final class FirstPageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Parts parts;

  @Activate
  public FirstPageServlet(@Reference Parts parts) {
    this.parts = parts;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (!path.equals("/") || !reads) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("Location", Places.address("", place(request)));
  }

  /** Without the platform's parts nobody is known; the login page says what is missing. */
  private String place(HttpServletRequest request) {
    Optional<Sessions> sessions = Optional.ofNullable(parts.present().sessions());
    return Cookies.in(request, Cookies.SESSION)
        .flatMap(secret -> sessions.flatMap(known -> known.find(secret)))
        .map(signedIn -> Places.of(signedIn.actor().role()))
        .orElse("/login");
  }
}
