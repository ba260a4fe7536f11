package org.daybook.web.pages.login;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.api.access.NewSession;
import org.daybook.api.access.Role;
import org.daybook.api.access.Sessions;
import org.daybook.api.access.SignedIn;
import org.daybook.web.pages.Language;
import org.daybook.web.pages.PagesConfig;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.BoardServlet;
import org.daybook.web.pages.board.BoardTroubles;
import org.daybook.web.pages.board.Visitor;
import org.daybook.web.pages.board.Words;
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
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Lets people in and out; open to everybody. */
@Component(service = Servlet.class, configurationPid = "org.daybook.web.pages")
@HttpWhiteboardServletName("daybook-login")
@HttpWhiteboardServletPattern({"/login", "/logout"})
public final class LoginServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** An office shares one address; passwords themselves are counted by whoever checks them. */
  private static final int PEOPLE_OF_ONE_ADDRESS = 2;

  private static final int ADDRESSES = 10_000;

  /** What the page may be asked to say. */
  private static final Set<String> DONE = Set.of("out", "password");

  private final transient Parts parts;
  private final transient Templates templates;
  private final transient LoginPages pages;
  private final transient Language language;
  private final transient Buckets requests;
  private final transient Readers readers;
  private final int retryAfterSeconds;

  @Activate
  public LoginServlet(@Reference Parts parts, @Reference Templates templates, PagesConfig config) {
    this(parts, templates, config, System::nanoTime);
  }

  /**
   * The same with another clock.
   *
   * @param nanos only goes forward, in nanoseconds
   */
  public LoginServlet(Parts parts, Templates templates, PagesConfig config, LongSupplier nanos) {
    this.parts = parts;
    this.templates = templates;
    this.pages = new LoginPages(parts, templates, config);
    this.language = new Language(config);
    this.requests = new Buckets(PEOPLE_OF_ONE_ADDRESS * config.readsPerMinute(), ADDRESSES, nanos);
    this.readers = new Readers(config.trustedProxies());
    this.retryAfterSeconds = config.retryAfterSeconds();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    BoardServlet.HEADERS.forEach(response::setHeader);
    Parts.Present before = parts.present();
    Locale chosen = language.of(request);
    Answer answer;
    try {
      answer = answer(request, chosen);
    } catch (Exception | StackOverflowError e) {
      answer =
          new BoardTroubles(templates, words(chosen), retryAfterSeconds)
              .of(e, !before.equals(parts.present()), "");
    }
    answer.writeTo(response, !request.getMethod().equals("HEAD"));
  }

  private Answer answer(HttpServletRequest request, Locale chosen) {
    count(request);
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean reads = Set.of("GET", "HEAD").contains(request.getMethod());
    boolean posts = request.getMethod().equals("POST");
    return switch (path) {
      case "/login" ->
          reads
              ? asked(request, chosen)
              : posts ? tried(request, words(chosen)) : refused("GET, HEAD, POST");
      case "/logout" -> posts ? left(request) : refused("POST");
      default -> throw new TroubleException(Trouble.NOT_FOUND);
    };
  }

  private static Answer refused(String allowed) {
    throw new TroubleException(Trouble.WRONG_METHOD).with("Allow", allowed);
  }

  private void count(HttpServletRequest request) {
    long wait = requests.take(readers.of(request));
    if (wait > 0) {
      throw new TroubleException(Trouble.TOO_MANY).with("Retry-After", String.valueOf(wait));
    }
  }

  /** The page; for whoever is logged in already, the one that they want to come to. */
  private Answer asked(HttpServletRequest request, Locale chosen) {
    Form query = Form.ofQuery(request);
    String next = Places.checked(query.get("next"));
    Optional<SignedIn> known = signedIn(request);
    if (known.isPresent()) {
      return Answer.seeOther(place(next, known.get().actor().role()));
    }
    Optional<Locale> other = Language.named(query.get("language"));
    List<String> said =
        DONE.contains(query.get("done")) ? List.of("done." + query.get("done")) : List.of();
    LoginPages.Attempt none = new LoginPages.Attempt("", next, false, Optional.empty());
    Answer page = pages.page(request, words(other.orElse(chosen)), "", 200, none, said, false);
    return other
        .map(each -> page.withCookie(Language.cookie(each, pages.isSecure(request))))
        .orElse(page);
  }

  private Answer tried(HttpServletRequest request, Words words) {
    Form form = sent(request);
    LoginPages.Attempt attempt = LoginPages.Attempt.in(form);
    boolean ours =
        LoginKey.secretIn(request)
            .filter(secret -> LoginKey.fits(form.get("key"), secret))
            .isPresent();
    if (!ours) {
      return pages.page(request, words, "", 403, attempt, List.of("outdated"), false);
    }
    String device = Device.of(request.getHeader("User-Agent"));
    return parts
        .sessions()
        .begin(form.get("login"), form.get("password"), attempt.keep(), device)
        .map(begun -> admitted(request, words, attempt, begun))
        .orElseGet(() -> pages.page(request, words, "", 401, attempt, List.of(), true));
  }

  private Answer admitted(
      HttpServletRequest request, Words words, LoginPages.Attempt attempt, NewSession begun) {
    // Nobody could come back to the one before, and it would stand among their devices for weeks.
    Cookies.in(request, Cookies.SESSION).ifPresent(parts.sessions()::end);
    Role role = begun.signedIn().actor().role();
    String next = attempt.next().isEmpty() ? Places.of(role) : attempt.next();
    Answer answer =
        attempt
            .typed()
            .map(typed -> pages.again(words, "", Visitor.of(begun.signedIn()), typed, next))
            .orElseGet(() -> Answer.seeOther(Places.address("", next)));
    boolean secure = pages.isSecure(request);
    return answer.withCookie(
        begun.session().kept()
            ? Cookies.kept(Cookies.SESSION, begun.secret(), secure)
            : Cookies.brief(Cookies.SESSION, begun.secret(), secure));
  }

  private Answer left(HttpServletRequest request) {
    Form form = sent(request);
    Sessions sessions = parts.sessions();
    Optional<SignedIn> known = signedIn(request);
    if (known.isPresent()) {
      if (!Visitor.of(known.get()).fits(form.get("key"), "logout")) {
        throw new TroubleException(Trouble.FOREIGN_FORM);
      }
      Cookies.in(request, Cookies.SESSION).ifPresent(sessions::end);
    }
    return Answer.seeOther(Places.address("", "/login") + "?done=out")
        .withCookie(Cookies.gone(Cookies.SESSION, pages.isSecure(request)));
  }

  private static Form sent(HttpServletRequest request) {
    if (!Origin.mayBeOurs(request)) {
      throw new TroubleException(Trouble.FOREIGN_FORM);
    }
    return Form.ofBody(request);
  }

  private Optional<SignedIn> signedIn(HttpServletRequest request) {
    Sessions sessions = parts.sessions();
    return Cookies.in(request, Cookies.SESSION).flatMap(sessions::find);
  }

  private static String place(String next, Role role) {
    return Places.address("", next.isEmpty() ? Places.of(role) : next);
  }

  /** No moment is told here, so that the zone does not matter. */
  private static Words words(Locale language) {
    return new Words(language, ZoneId.of("UTC"));
  }
}
