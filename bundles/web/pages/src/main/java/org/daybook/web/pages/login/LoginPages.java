package org.daybook.web.pages.login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.daybook.web.pages.Assets;
import org.daybook.web.pages.Language;
import org.daybook.web.pages.PagesConfig;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Address;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.Entrance;
import org.daybook.web.pages.board.Visitor;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Cookies;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.Readers;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the page on which people log in. It never sends a challenge, on which a browser would ask
 * for the password itself, and forget what was typed.
 */
@Component(service = Entrance.class, configurationPid = "org.daybook.web.pages")
public final class LoginPages implements Entrance {
  private final Parts parts;
  private final Templates templates;
  private final Readers readers;
  private final LoginKey keys = new LoginKey();

  @Activate
  public LoginPages(@Reference Parts parts, @Reference Templates templates, PagesConfig config) {
    this.parts = parts;
    this.templates = templates;
    this.readers = new Readers(config.trustedProxies());
  }

  /**
   * A login that was tried, or not yet.
   *
   * @param login what was typed; blank for nothing
   * @param next the page that comes then; blank for the first one of their role
   * @param keep whether they want to stay signed in on this device
   * @param typed what waits to be sent
   */
  record Attempt(String login, String next, boolean keep, Optional<Typed> typed) {
    static Attempt in(Form form) {
      return new Attempt(
          shortened(form.get("login")),
          Places.checked(form.get("next")),
          form.get("keep").equals("yes"),
          Typed.in(form));
    }

    private static String shortened(String login) {
      return login.length() > 100 ? "" : login;
    }
  }

  @Override
  public Answer enter(HttpServletRequest request, Words words, String path, Optional<Form> sent) {
    if (sent.isEmpty()) {
      boolean piece = request.getHeader("HX-Request") != null;
      return piece ? notice(request, words, path) : readLater(request, path);
    }
    Optional<Typed> typed =
        isKnown(request) ? Typed.of(path, holder(request), sent.get()) : Optional.empty();
    List<String> said = List.of("over", typed.isPresent() ? "over.kept" : "over.lost");
    String next = Places.checked(sent.get().get("back"));
    return page(
        request, words, Asked.root(path), 401, new Attempt("", next, false, typed), said, false);
  }

  private static Answer readLater(HttpServletRequest request, String path) {
    return Answer.seeOther(login(request, path));
  }

  /**
   * In the place of a piece of a page, which may be asked for by itself: the rest of the page stays
   * with whatever is being typed into it. htmx shows successes only.
   *
   * @param path of the piece, which lies right below its page
   */
  private Answer notice(HttpServletRequest request, Words words, String path) {
    String page = path.substring(0, Math.max(1, path.lastIndexOf('/')));
    return merged(200, words, "over.vm", login(request, page));
  }

  /** The way from a page to the login and back, with what was asked for. */
  private static String login(HttpServletRequest request, String page) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return Places.login(Asked.root(page), Address.of(page, query));
  }

  /**
   * Whether the request comes from a page of ours for certain: no other site's request carries one
   * of these cookies. What another site sent is not laid before anybody to be confirmed.
   */
  private static boolean isKnown(HttpServletRequest request) {
    return Cookies.in(request, Cookies.SESSION).isPresent()
        || LoginKey.secretIn(request).isPresent();
  }

  private String holder(HttpServletRequest request) {
    return Cookies.in(request, Cookies.SESSION)
        .flatMap(secret -> parts.sessions().holderOf(secret))
        .orElse("");
  }

  /**
   * The page.
   *
   * @param root the way from the address to the root of the server
   * @param said keys of what is to be said first
   * @param wrong whether login or password did not fit
   */
  Answer page(
      HttpServletRequest request,
      Words words,
      String root,
      int status,
      Attempt attempt,
      List<String> said,
      boolean wrong) {
    Optional<String> before = LoginKey.secretIn(request);
    String secret = before.orElseGet(keys::newSecret);
    LoginView view =
        new LoginView(
            Assets.href(root, "page.css"),
            Places.address(root, "/login"),
            LoginKey.key(secret),
            attempt.login(),
            attempt.keep(),
            said,
            wrong,
            attempt.next(),
            attempt.typed().map(Typed::hidden).orElse(Map.of()),
            attempt.typed().isPresent() ? List.of() : choices(words, root, attempt.next()));
    Answer page = merged(status, words, "login.vm", view);
    return before.isPresent() ? page : page.withCookie(LoginKey.cookie(secret, isSecure(request)));
  }

  /** Offers to send what was typed, or says that it is somebody else's. */
  Answer again(Words words, String root, Visitor visitor, Typed typed, String otherwise) {
    boolean own = typed.mayBeOf(visitor.actor().id());
    Map<String, String> fields = new LinkedHashMap<>(own ? typed.fields() : Map.of());
    fields.put("key", visitor.keyToSendAgain(typed.to()));
    AgainView view =
        new AgainView(
            Assets.href(root, "page.css"),
            own,
            own ? typed.texts() : List.of(),
            Places.address(root, typed.to()),
            fields,
            Places.address(root, otherwise));
    return merged(200, words, "again.vm", view);
  }

  boolean isSecure(HttpServletRequest request) {
    return readers.isSecure(request);
  }

  private Answer merged(int status, Words words, String template, Object view) {
    Words own = words.of(LoginPages.class);
    String html = templates.merge(LoginPages.class, template, Map.of("p", view, "w", own));
    return Answer.html(status, words.language(), html);
  }

  private static List<LoginView.Choice> choices(Words words, String root, String next) {
    return Language.ALL.stream().map(each -> choice(each, words, root, next)).toList();
  }

  private static LoginView.Choice choice(Locale language, Words words, String root, String next) {
    String tag = language.toLanguageTag();
    String name = language.getDisplayLanguage(language);
    String label = name.substring(0, 1).toUpperCase(language) + name.substring(1);
    String query =
        "?language="
            + tag
            + (next.isEmpty() ? "" : "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    return new LoginView.Choice(
        label, tag, Places.address(root, "/login") + query, language.equals(words.locale()));
  }
}
