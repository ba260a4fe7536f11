package org.daybook.web.pages.client;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.api.error.Category;
import org.daybook.api.error.DaybookException;
import org.daybook.web.pages.PagesConfig;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.FormKey;
import org.daybook.web.pages.http.Origin;
import org.daybook.web.pages.http.Readers;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;
import org.daybook.web.pages.template.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to pages whose address is all that their reader has: counts who comes how often, looks
 * whether a form is one of ours, and makes a page of whatever goes wrong. There are no accounts and
 * no cookies: who has the address may read.
 *
 * @param <R> what addresses below the root mean
 */
abstract class TokenServlet<R extends TokenRoute> extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(TokenServlet.class);

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
  private final transient TroublePage troubles;
  private final transient Limits limits;
  private final transient Readers readers;
  private final String root;
  private final int retryAfterSeconds;

  /**
   * A servlet of one kind of pages.
   *
   * @param root where its addresses begin
   * @param variant of the words of its troubles
   */
  TokenServlet(
      Parts parts,
      Templates templates,
      PagesConfig config,
      LongSupplier nanos,
      String root,
      String variant) {
    this.parts = parts;
    this.root = root;
    this.retryAfterSeconds = retryAfter(config);
    this.troubles = new TroublePage(templates, language(config), config.help(), variant);
    this.limits = new Limits(config, nanos);
    this.readers = new Readers(config.trustedProxies());
  }

  /** The route of a path that nobody decoded; empty if there is none. */
  abstract Optional<R> route(String path);

  /** The purpose of the form that is sent to a route. */
  abstract String purpose(R route);

  /**
   * Answers a request whose form, if it is one, has its key.
   *
   * @param up the way from the address up to the root
   * @param sent the query of what reads, the body of what writes
   */
  abstract Answer answer(R route, String up, Form sent);

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HEADERS.forEach(response::setHeader);
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String up = TokenRoute.up(path, root);
    Optional<R> route = route(path);
    Parts.Present before = parts.present();
    Answer answer;
    try {
      answer = answer(request, route, up);
    } catch (Exception | StackOverflowError e) {
      String token = route.map(TokenRoute::token).orElse("");
      boolean partsChanged = !before.equals(parts.present());
      answer = trouble(e, partsChanged, request.getHeader("Accept-Language"), up, token);
    }
    answer.writeTo(response, !request.getMethod().equals("HEAD"));
  }

  private Answer answer(HttpServletRequest request, Optional<R> found, String up) {
    String reader = readers.of(request);
    if (found.isEmpty()) {
      limits.countStranger(reader);
      throw new TroubleException(Trouble.NOT_FOUND);
    }
    R route = found.get();
    if (!route.takes(request.getMethod())) {
      throw new TroubleException(Trouble.WRONG_METHOD).with("Allow", route.methods());
    }
    limits.count(route, reader);
    try {
      return answer(route, up, route.writes() ? form(request, route) : Form.ofQuery(request));
    } catch (TroubleException e) {
      if (e.trouble() == Trouble.NOT_FOUND) {
        limits.countStranger(reader);
      }
      throw e;
    }
  }

  private Form form(HttpServletRequest request, R route) {
    if (!Origin.mayBeOurs(request)) {
      throw new TroubleException(Trouble.FOREIGN_FORM);
    }
    Form form = Form.ofBody(request);
    if (!FormKey.fits(form.get("key"), route.token(), purpose(route))) {
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
    LOG.error("A page could not be shown: {}", incident, thrown);
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

  static int retryAfter(PagesConfig config) {
    if (config.retryAfterSeconds() < 0) {
      throw new IllegalArgumentException(
          "org.daybook.web.pages: retryAfterSeconds must not be negative, is "
              + config.retryAfterSeconds());
    }
    return config.retryAfterSeconds();
  }
}
