package org.daybook.web.pages.board;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Actor;
import org.daybook.api.error.Category;
import org.daybook.api.error.DaybookException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.Store;
import org.daybook.web.pages.PagesConfig;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Buckets;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.Origin;
import org.daybook.web.pages.http.Readers;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the board: asks who comes, looks what they may open, makes a page of any trouble. */
@Component(service = Servlet.class, configurationPid = "org.daybook.web.pages")
@HttpWhiteboardServletName("daybook-board")
@HttpWhiteboardServletPattern({"/board", "/board/*"})
public final class BoardServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(BoardServlet.class);

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
              + " img-src 'self' data:; form-action 'self';"
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

  /** An office shares one address. */
  private static final int PEOPLE_OF_ONE_ADDRESS = 4;

  private static final int ADDRESSES = 10_000;

  private final transient Parts parts;
  private final transient Words words;
  private final transient BoardTroubles troubles;
  private final transient Buckets requests;
  private final transient Readers readers;
  private final int retryAfterSeconds;

  /** Replaced as a whole when a chapter comes or goes. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private transient volatile List<Chapter> chapters;

  @Activate
  public BoardServlet(@Reference Parts parts, @Reference Templates templates, PagesConfig config) {
    this(parts, templates, config, System::nanoTime, List.of());
  }

  BoardServlet(
      Parts parts,
      Templates templates,
      PagesConfig config,
      LongSupplier nanos,
      List<Chapter> chapters) {
    this.words = new Words(language(config), zone(config));
    this.parts = parts;
    this.chapters = chapters;
    this.troubles = new BoardTroubles(templates, words);
    this.requests = new Buckets(PEOPLE_OF_ONE_ADDRESS * config.readsPerMinute(), ADDRESSES, nanos);
    this.readers = new Readers(config.trustedProxies());
    this.retryAfterSeconds = config.retryAfterSeconds();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HEADERS.forEach(response::setHeader);
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Parts.Present before = parts.present();
    Answer answer;
    try {
      answer = answer(request, path);
    } catch (Exception | StackOverflowError e) {
      answer = trouble(e, !before.equals(parts.present()), Asked.root(path));
    }
    answer.writeTo(response, !request.getMethod().equals("HEAD"));
  }

  private Answer answer(HttpServletRequest request, String path) {
    count(request);
    Visitor visitor = visitor(request);
    BoardRoutes routes = new BoardRoutes(chapters);
    BoardRoutes.Found found = found(routes, request.getMethod(), path);
    BoardRoute route = found.route();
    if (!route.roles().contains(visitor.actor().role())) {
      throw new TroubleException(Trouble.FORBIDDEN);
    }
    Form sent = sent(request, route);
    return route.handler().answer(new Asked(routes, words, visitor, found.id(), path, sent));
  }

  private static BoardRoutes.Found found(BoardRoutes routes, String method, String path) {
    Optional<BoardRoutes.Found> found = routes.find(method, path);
    if (found.isEmpty() && !routes.methodsOf(path).isEmpty()) {
      throw new TroubleException(Trouble.WRONG_METHOD).with("Allow", routes.methodsOf(path));
    }
    return found.orElseThrow(() -> new TroubleException(Trouble.NOT_FOUND));
  }

  private static Form sent(HttpServletRequest request, BoardRoute route) {
    if (route.reads()) {
      return Form.ofQuery(request);
    }
    if (!Origin.mayBeOurs(request)) {
      throw new TroubleException(Trouble.FOREIGN_FORM);
    }
    return Form.ofBody(request);
  }

  /** Before a password is looked at, which costs more than any page. */
  private void count(HttpServletRequest request) {
    long wait = requests.take(readers.of(request));
    if (wait > 0) {
      throw new TroubleException(Trouble.TOO_MANY).with("Retry-After", String.valueOf(wait));
    }
  }

  private Visitor visitor(HttpServletRequest request) {
    // Without them nobody is told that their password is wrong.
    Accounts accounts = parts.accounts();
    Store store = parts.store();
    Actor actor =
        Login.in(request.getHeader("Authorization"))
            .flatMap(login -> accounts.authenticate(login.name(), login.password()))
            .orElseThrow(BoardServlet::unauthenticated);
    AccountQuery theirs = AccountQuery.builder().staffId(actor.id()).build();
    return store
        .read(tx -> tx.accounts().first(theirs))
        .map(account -> new Visitor(actor, account.passwordHash()))
        .orElseThrow(BoardServlet::unauthenticated);
  }

  private static TroubleException unauthenticated() {
    return new TroubleException(Trouble.UNAUTHENTICATED).with("WWW-Authenticate", Login.CHALLENGE);
  }

  private Answer trouble(Throwable thrown, boolean partsChanged, String root) {
    if (thrown instanceof TroubleException expected) {
      Answer page = troubles.of(expected.trouble(), root, "");
      for (Map.Entry<String, String> header : expected.headers().entrySet()) {
        page = page.with(header.getKey(), header.getValue());
      }
      return page;
    }
    Optional<Category> category =
        thrown instanceof DaybookException known ? Optional.of(known.category()) : Optional.empty();
    if (partsChanged || category.equals(Optional.of(Category.UNAVAILABLE))) {
      return troubles
          .of(Trouble.UNAVAILABLE, root, "")
          .with("Retry-After", String.valueOf(retryAfterSeconds));
    }
    if (category.equals(Optional.of(Category.NOT_FOUND))) {
      return troubles.of(Trouble.NOT_FOUND, root, "");
    }
    if (category.equals(Optional.of(Category.FORBIDDEN))) {
      return troubles.of(Trouble.FORBIDDEN, root, "");
    }
    String incident = UUID.randomUUID().toString();
    LOG.error("A page of the board could not be shown: {}", incident, thrown);
    return troubles.of(Trouble.FAILED, root, incident);
  }

  private static Locale language(PagesConfig config) {
    String language = config.language();
    if (!language.equals("ru") && !language.equals("en")) {
      throw new IllegalArgumentException(
          "org.daybook.web.pages: language must be ru or en, is " + language);
    }
    return Locale.forLanguageTag(language);
  }

  private static ZoneId zone(PagesConfig config) {
    try {
      return ZoneId.of(config.zone());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "org.daybook.web.pages: zone must be a time zone such as Europe/Moscow, is "
              + config.zone(),
          e);
    }
  }
}
