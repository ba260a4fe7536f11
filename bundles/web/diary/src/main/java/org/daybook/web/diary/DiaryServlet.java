package org.daybook.web.diary;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Serves the diary's files. They are the same for everybody and hold nothing of anybody, so nobody
 * has to log in for them: a phone without network could not. All data come from the REST API, which
 * asks who is calling.
 */
@Component(service = Servlet.class, configurationPid = MapSearch.PID)
@Designate(ocd = DiaryConfig.class)
@HttpWhiteboardServletName("daybook-diary")
@HttpWhiteboardServletPattern({"/diary", "/diary/*"})
public final class DiaryServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
              + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self';"
              + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Robots-Tag",
          "noindex, nofollow",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private final transient Supplier<App> app;

  @Activate
  public DiaryServlet(DiaryConfig config) {
    this(new Loaded(MapSearch.of(config)));
  }

  DiaryServlet(Supplier<App> app) {
    this.app = app;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HEADERS.forEach(response::setHeader);
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      response.setHeader("Allow", "GET, HEAD");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    App version = app.get();
    Served file = version.at(path).orElse(null);
    if (file == null) {
      // Not sendError: a page of errors is nothing that a phone should keep.
      response.setHeader("Cache-Control", "no-store");
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (path.equals(App.WORKER)) {
      // The worker lies below what it serves.
      response.setHeader("Service-Worker-Allowed", App.SHELL);
    }
    write(file, version, request, response);
  }

  private static void write(
      Served file, App version, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(
        "Cache-Control", file.lasting() ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("Vary", "Accept-Encoding");
    if (!file.lasting()) {
      String tag = "\"" + version.version() + "\"";
      response.setHeader("ETag", tag);
      if (tag.equals(request.getHeader("If-None-Match"))) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    String codings = request.getHeader("Accept-Encoding");
    boolean packs = file.packed() != null && codings != null && codings.contains("gzip");
    if (packs) {
      response.setHeader("Content-Encoding", "gzip");
    }
    byte[] body = packs ? file.packed() : file.plain();
    response.setContentType(file.type());
    response.setContentLength(body.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(body);
    }
  }

  /** Read at the first request: a start needs none of it. */
  private static final class Loaded implements Supplier<App> {
    private final MapSearch map;
    private App app;

    Loaded(MapSearch map) {
      this.map = map;
    }

    @Override
    public synchronized App get() {
      if (app == null) {
        app = App.load(map);
      }
      return app;
    }
  }
}
