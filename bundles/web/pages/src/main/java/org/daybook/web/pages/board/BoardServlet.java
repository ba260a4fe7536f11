package org.daybook.web.pages.board;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Sessions;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.Store;
import org.daybook.web.pages.Language;
import org.daybook.web.pages.PagesConfig;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Buckets;
import org.daybook.web.pages.http.Cookies;
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

/** The way to the board: asks who comes, looks what they may open, makes a page of any trouble. */
@Component(service = Servlet.class, configurationPid = "org.daybook.web.pages")
@HttpWhiteboardServletName("daybook-board")
@HttpWhiteboardServletPattern({"/board", "/board/*", "/devices", "/devices/*"})
public final class BoardServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** What keeps pages of the staff from caches, frames and foreign scripts. */
  public static final Map<String, String> HEADERS =
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

  /** What a page that lies open asks for every minute, whether or not anybody sits before it. */
  private static final String ASKED_BY_ITSELF = "/board/today";

  private final transient Parts parts;
  private final transient Templates templates;
  private final transient Entrance entrance;
  private final transient Language language;
  private final transient ZoneId zone;
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
  public BoardServlet(
      @Reference Parts parts,
      @Reference Templates templates,
      @Reference Entrance entrance,
      PagesConfig config) {
    this(parts, templates, entrance, config, System::nanoTime, List.of());
  }

  BoardServlet(
      Parts parts,
      Templates templates,
      Entrance entrance,
      PagesConfig config,
      LongSupplier nanos,
      List<Chapter> chapters) {
    this.language = new Language(config);
    this.zone = zone(config);
    this.parts = parts;
    this.templates = templates;
    this.entrance = entrance;
    this.chapters = chapters;
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
    Words words = new Words(language.of(request), zone);
    Answer answer;
    try {
      answer = answer(request, words, path);
    } catch (Exception | StackOverflowError e) {
      BoardTroubles troubles = new BoardTroubles(templates, words, retryAfterSeconds);
      answer = troubles.of(e, !before.equals(parts.present()), Asked.root(path));
    }
    answer.writeTo(response, !request.getMethod().equals("HEAD"));
  }

  private Answer answer(HttpServletRequest request, Words words, String path) {
    count(request);
    Optional<Visitor> visitor = visitor(request, path);
    BoardRoutes routes = new BoardRoutes(chapters);
    boolean reads = Set.of("GET", "HEAD").contains(request.getMethod());
    if (visitor.isEmpty() && reads) {
      return entrance.enter(request, words, path, Optional.empty());
    }
    BoardRoutes.Found found = found(routes, request.getMethod(), path);
    BoardRoute route = found.route();
    if (visitor.isEmpty()) {
      return entrance.enter(request, words, path, Optional.of(sent(request, route)));
    }
    if (!route.roles().contains(visitor.get().actor().role())) {
      throw new TroubleException(Trouble.FORBIDDEN);
    }
    Form sent = sent(request, route);
    String query = route.reads() ? Asked.queryOf(sent) : "";
    return route
        .handler()
        .answer(new Asked(routes, words, visitor.get(), found.id(), path, query, sent));
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

  /** Empty if nobody has said who they are, or their session is over. */
  private Optional<Visitor> visitor(HttpServletRequest request, String path) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      return Optional.of(byPassword(header));
    }
    // Without them nobody is told that their session is over.
    Sessions sessions = parts.sessions();
    return Cookies.in(request, Cookies.SESSION)
        .flatMap(path.equals(ASKED_BY_ITSELF) ? sessions::look : sessions::find)
        .map(Visitor::of);
  }

  private Visitor byPassword(String header) {
    // Without them nobody is told that their password is wrong.
    Accounts accounts = parts.accounts();
    Store store = parts.store();
    Actor actor =
        Login.in(header)
            .flatMap(login -> accounts.authenticate(login.name(), login.password()))
            .orElseThrow(BoardServlet::unauthenticated);
    AccountQuery theirs = AccountQuery.builder().staffId(actor.id()).build();
    return store
        .read(tx -> tx.accounts().first(theirs))
        .map(account -> new Visitor(actor, account.passwordHash(), Optional.empty()))
        .orElseThrow(BoardServlet::unauthenticated);
  }

  private static TroubleException unauthenticated() {
    return new TroubleException(Trouble.UNAUTHENTICATED).with("WWW-Authenticate", Login.CHALLENGE);
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
