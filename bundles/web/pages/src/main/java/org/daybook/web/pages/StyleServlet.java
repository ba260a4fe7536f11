package org.daybook.web.pages;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves the style sheet, which is the same for everybody and holds nothing of anybody. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("daybook-page-styles")
@HttpWhiteboardServletPattern("/pages/page.css")
public final class StyleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] sheet = Styles.bytes();
    boolean known = Styles.version().equals(request.getParameter("v"));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader(
        "Cache-Control", known ? "public, max-age=31536000, immutable" : "public, max-age=60");
    response.setContentType("text/css; charset=utf-8");
    response.setContentLength(sheet.length);
    response.getOutputStream().write(sheet);
  }
}
