package org.daybook.web.pages.client;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.api.error.Category;
import org.daybook.api.error.DaybookException;
import org.daybook.web.pages.PagesConfig;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.Origin;
import org.daybook.web.pages.http.Readers;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the client's page: counts who comes how often, looks whether a form is one of ours,
 * and makes a page of whatever goes wrong. There are no accounts and no cookies: who has the
 * address may read.
 */
@Component(service = Servlet.class, configurationPid = "org.daybook.web.pages")
@Designate(ocd = PagesConfig.class)
@HttpWhiteboardServletName("daybook-report-page")
@HttpWhiteboardServletPattern("/r/*")
public final class ReportPageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ReportPageServlet.class);

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
              + " base-uri 'none'; frame-ancestors 'none'",
          "X-Robots-Tag",
          "noindex, nofollow",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "private, no-store",
          "X-Content-Type-Options",
          "nosniff",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private final transient Parts parts;
  private final transient ReportPages pages;
  private final transient TroublePage troubles;
  private final transient Limits limits;
  private final transient Readers readers;
  private final int retryAfterSeconds;

  @Activate
  public ReportPageServlet(
      @Reference Parts parts, @Reference Templates templates, PagesConfig config) {
    this(parts, templates, config, System::nanoTime);
  }

  ReportPageServlet(Parts parts, Templates templates, PagesConfig config, LongSupplier nanos) {
    this.parts = parts;
    this.retryAfterSeconds = retryAfter(config);
    this.pages = new ReportPages(parts, templates, retryAfterSeconds);
    this.troubles = new TroublePage(templates, language(config), config.help());
    this.limits = new Limits(config, nanos);
    this.readers = new Readers(config.trustedProxies());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HEADERS.forEach(response::setHeader);
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String up = Route.up(path);
    Optional<Route> route = Route.of(path);
    Parts.Present before = parts.present();
    Answer answer;
    try {
      answer = answer(request, route, up);
    } catch (Exception | StackOverflowError e) {
      String token = route.map(Route::token).orElse("");
      boolean partsChanged = !before.equals(parts.present());
      answer = trouble(e, partsChanged, request.getHeader("Accept-Language"), up, token);
    }
    answer.writeTo(response, !request.getMethod().equals("HEAD"));
  }

  private Answer answer(HttpServletRequest request, Optional<Route> found, String up) {
    String reader = readers.of(request);
    if (found.isEmpty()) {
      limits.countStranger(reader);
      throw new TroubleException(Trouble.NOT_FOUND);
    }
    Route route = found.get();
    if (!route.kind().takes(request.getMethod())) {
      throw new TroubleException(Trouble.WRONG_METHOD).with("Allow", route.kind().methods());
    }
    limits.count(route, reader);
    try {
      return pages.answer(route, up, route.kind().writes() ? form(request, route) : query(request));
    } catch (TroubleException e) {
      if (e.trouble() == Trouble.NOT_FOUND) {
        limits.countStranger(reader);
      }
      throw e;
    }
  }

  private static Form query(HttpServletRequest request) {
    return Form.ofQuery(request);
  }

  private static Form form(HttpServletRequest request, Route route) {
    if (!Origin.mayBeOurs(request)) {
      throw new TroubleException(Trouble.FOREIGN_FORM);
    }
    Form form = Form.ofBody(request);
    if (!FormKey.fits(form.get("key"), route.token(), ReportPages.purpose(route))) {
      throw new TroubleException(Trouble.FOREIGN_FORM);
    }
    return form;
  }

  private Answer trouble(
      Throwable thrown, boolean partsChanged, String languages, String up, String token) {
    if (thrown instanceof TroubleException expected) {
      Answer page = troubles.of(expected.trouble(), languages, up, token, "");
      for (Map.Entry<String, String> header : expected.headers().entrySet()) {
        page = page.with(header.getKey(), header.getValue());
      }
      return page;
    }
    boolean missing =
        thrown instanceof DaybookException known && known.category() == Category.UNAVAILABLE;
    if (missing || partsChanged) {
      return troubles
          .of(Trouble.UNAVAILABLE, languages, up, token, "")
          .with("Retry-After", String.valueOf(retryAfterSeconds));
    }
    String incident = UUID.randomUUID().toString();
    LOG.error("A page of a report could not be shown: {}", incident, thrown);
    return troubles.of(Trouble.FAILED, languages, up, token, incident);
  }

  private static Locale language(PagesConfig config) {
    String language = config.defaultLanguage();
    if (!language.equals("ru") && !language.equals("en")) {
      throw new IllegalArgumentException(
          "org.daybook.web.pages: defaultLanguage must be ru or en, is " + language);
    }
    return Locale.forLanguageTag(language);
  }

  private static int retryAfter(PagesConfig config) {
    if (config.retryAfterSeconds() < 0) {
      throw new IllegalArgumentException(
          "org.daybook.web.pages: retryAfterSeconds must not be negative, is "
              + config.retryAfterSeconds());
    }
    return config.retryAfterSeconds();
  }
}
