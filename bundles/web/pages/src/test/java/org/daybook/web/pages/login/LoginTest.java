package org.daybook.web.pages.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;

import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.notice.Notice;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.board.BoardConfig;
import org.daybook.web.pages.board.BoardServer;
import org.daybook.web.pages.board.FakeOffice;
import org.daybook.web.pages.board.FakeStaff;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Rule;
import org.junit.Test;

/** Logging in, and what becomes of what was typed when one was not. */
public class LoginTest {
  private static final String ACKNOWLEDGE = "/board/notices/notice-1/acknowledge";

  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  /** What a browser has been told to keep. */
  private String formCookie = "";

  // Logging in

  @Test
  public void theRightPasswordLeadsToThePlaceOfTheRole() {
    for (Role role : Role.values()) {
      HttpResponse<String> reply = login(role, right());
      assertThat(reply.statusCode()).isEqualTo(303);
      assertThat(BoardServer.next(reply)).isEqualTo(Places.of(role));
    }
  }

  @Test
  public void thePageThatWasAskedForComesNext() {
    HttpResponse<String> asked = server.send(server.anonymous("/board/figures?by=client"));
    Document page = page(BoardServer.next(asked));

    HttpResponse<String> reply = send(page, Map.of("login", "manager", "password", right()));

    assertThat(BoardServer.next(reply)).isEqualTo("/board/figures?by=client");
  }

  @Test
  public void nobodyIsLedToAnotherSite() {
    Document page = page("/login?next=//example.com");
    assertThat(page.selectFirst("input[name=next]").attr("value")).isEmpty();

    HttpResponse<String> reply =
        send(
            page,
            Map.of("login", "manager", "password", right(), "next", "https://example.com/board"));

    assertThat(BoardServer.next(reply)).isEqualTo("/board");
  }

  @Test
  public void theCookieIsKeptFromScriptsAndOtherSites() {
    List<String> brief = cookies(login(MANAGER, right()));
    assertThat(brief)
        .hasSize(1)
        .allMatch(
            cookie -> cookie.matches("daybook_session=[^;]+; Path=/; HttpOnly; SameSite=Lax"));

    Document page = page("/login");
    String body =
        BoardServer.body(form(page), Map.of("login", "manager", "password", right())) + "&keep=yes";
    List<String> kept = cookies(post("/login", body));
    assertThat(kept).allMatch(cookie -> cookie.endsWith("; SameSite=Lax; Max-Age=34560000"));
    assertThat(server.office.sessions.of(Examples.MANAGER))
        .extracting("kept")
        .containsExactly(false, true);
  }

  @Test
  public void overTlsTheCookieIsSecure() {
    Document page = page("/login");
    String body = BoardServer.body(form(page), Map.of("login", "manager", "password", right()));
    HttpResponse<String> reply =
        server.post(browser("/login").header("X-Forwarded-Proto", "https"), body);

    assertThat(cookies(reply)).hasSize(1).allMatch(cookie -> cookie.endsWith("; Secure"));
  }

  @Test
  public void aWrongPasswordAndAnUnknownLoginLookAlike() {
    HttpResponse<String> wrong = login(MANAGER, "wrong");
    HttpResponse<String> unknown =
        send(page("/login"), Map.of("login", "nobody", "password", right()));

    for (HttpResponse<String> reply : List.of(wrong, unknown)) {
      assertThat(reply.statusCode()).isEqualTo(401);
      assertThat(reply.headers().firstValue("WWW-Authenticate")).isEmpty();
      assertThat(cookies(reply)).isEmpty();
      assertThat(reply.body())
          .contains("Логин или пароль не подошли", "После десяти неудач подряд", "пять минут");
    }
    assertThat(wrong.body().replace("manager", "nobody")).isEqualTo(unknown.body());
    assertThat(BoardServer.html(wrong).selectFirst("#login").attr("value")).isEqualTo("manager");
    assertThat(BoardServer.html(wrong).selectFirst("#password").hasAttr("value")).isFalse();
  }

  @Test
  public void whoWantedToStayIsNotAskedAgainAfterAFailure() {
    Map<String, String> wrong = Map.of("login", "manager", "password", "wrong", "keep", "yes");
    HttpResponse<String> outdated = server.post(server.anonymous("/login"), "keep=yes");
    HttpResponse<String> failed = send(page("/login"), wrong);

    assertThat(outdated.statusCode()).isEqualTo(403);
    assertThat(failed.statusCode()).isEqualTo(401);
    for (HttpResponse<String> reply : List.of(outdated, failed)) {
      assertThat(BoardServer.html(reply).select("#keep[checked]")).hasSize(1);
    }
    HttpResponse<String> admitted =
        send(BoardServer.html(failed), Map.of("login", "manager", "password", right()));
    assertThat(cookies(admitted))
        .hasSize(1)
        .allMatch(cookie -> cookie.endsWith("; Max-Age=34560000"));
    assertThat(BoardServer.html(login(MANAGER, "wrong")).select("#keep[checked]")).isEmpty();
  }

  @Test
  public void nobodyIsLoggedInByAPageOfAnotherSite() {
    String body = "login=manager&password=" + URLEncoder.encode(right(), UTF_8);
    HttpResponse<String> foreign =
        server.post(server.anonymous("/login").header("Sec-Fetch-Site", "cross-site"), body);
    HttpResponse<String> withoutKey = server.post(server.anonymous("/login"), body);

    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(withoutKey.statusCode()).isEqualTo(403);
    assertThat(withoutKey.body()).contains("Эта форма была открыта слишком долго");
    assertThat(server.office.sessions.of(Examples.MANAGER)).isEmpty();
  }

  @Test
  public void whoIsLoggedInIsNotAskedAgain() {
    String session = server.begin(MANAGER);

    assertThat(next(server.in(session, "/login"))).isEqualTo("/board");
    assertThat(next(server.in(session, "/login?next=/board/figures"))).isEqualTo("/board/figures");
    assertThat(next(server.in(session, "/"))).isEqualTo("/board");
    assertThat(next(server.in(server.begin(ENGINEER), "/"))).isEqualTo("/diary");
    assertThat(next(server.anonymous("/"))).isEqualTo("/login");
  }

  @Test
  public void anotherLoginInTheSameBrowserEndsTheOneBefore() {
    String before = server.begin(MANAGER);
    Document page = page("/login");
    String body = BoardServer.body(form(page), Map.of("login", "engineer", "password", right()));

    server.post(
        server.anonymous("/login").header("Cookie", formCookie + "; daybook_session=" + before),
        body);

    assertThat(server.office.sessions.find(before)).isEmpty();
    assertThat(server.office.sessions.of(Examples.ENGINEER)).hasSize(1);
  }

  // Logging out

  @Test
  public void aButtonOnEveryPageLogsOut() {
    String session = server.begin(MANAGER);
    Document board = BoardServer.html(server.send(server.in(session, "/board/figures")));
    Element button = board.selectFirst("header form");

    HttpResponse<String> reply =
        server.post(
            server.in(session, BoardServer.action(button)), BoardServer.body(button, Map.of()));

    assertThat(BoardServer.next(reply)).isEqualTo("/login?done=out");
    assertThat(cookies(reply)).allMatch(cookie -> cookie.contains("Max-Age=0"));
    assertThat(server.office.sessions.find(session)).isEmpty();
    assertThat(page("/login?done=out").text()).contains("Вы вышли.");
    assertThat(server.page(MANAGER, "/board").select("header form")).isEmpty();
  }

  @Test
  public void nobodyIsLoggedOutByAnotherPage() {
    String session = server.begin(MANAGER);

    assertThat(server.post(server.in(session, "/logout"), "key=x").statusCode()).isEqualTo(403);
    assertThat(server.office.sessions.find(session)).isPresent();
    assertThat(BoardServer.next(server.post(server.in("over", "/logout"), "key=x")))
        .isEqualTo("/login?done=out");
  }

  // What was typed

  @Test
  public void whatWasTypedComesBackAfterTheLogin() {
    HttpResponse<String> asked = typedTooLate(server.begin(MANAGER));
    Document page = BoardServer.html(asked);
    assertThat(asked.statusCode()).isEqualTo(401);
    assertThat(asked.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(page.text()).contains("Вход уже не действует", "Написанное не пропало");
    remember(asked);

    HttpResponse<String> failed = send(page, Map.of("login", "manager", "password", "wrong"));
    HttpResponse<String> offered =
        send(BoardServer.html(failed), Map.of("login", "manager", "password", right()));
    assertThat(offered.statusCode()).isEqualTo(200);
    assertThat(notice().acknowledgedAt()).isEmpty();
    Document again = BoardServer.html(offered);
    assertThat(again.selectFirst(".wrote").wholeText()).isEqualTo("Позвонил.\n<b>Едет</b>");

    Element form = again.selectFirst("form");
    assertThat(BoardServer.action(form)).isEqualTo(ACKNOWLEDGE);
    HttpResponse<String> sent =
        server.post(
            server.in(session(offered), BoardServer.action(form)),
            BoardServer.body(form, Map.of()));
    assertThat(BoardServer.next(sent)).isEqualTo("/board?done=acknowledged");
    assertThat(notice().state()).isEqualTo(Notice.State.ACKNOWLEDGED);
  }

  @Test
  public void whatSomebodyElseTypedIsNeitherShownNorSent() {
    HttpResponse<String> asked = typedTooLate(server.begin(ENGINEER));
    remember(asked);

    HttpResponse<String> offered =
        send(BoardServer.html(asked), Map.of("login", "manager", "password", right()));

    assertThat(offered.body()).contains("Это писали не вы").doesNotContain("Позвонил");
    assertThat(BoardServer.html(offered).select("form")).isEmpty();
    assertThat(notice().acknowledgedAt()).isEmpty();
  }

  @Test
  public void aKeyToSendAgainFitsNothingElse() {
    HttpResponse<String> asked = typedTooLate(server.begin(MANAGER));
    remember(asked);
    HttpResponse<String> offered =
        send(BoardServer.html(asked), Map.of("login", "manager", "password", right()));
    String key = BoardServer.html(offered).selectFirst("input[name=key]").attr("value");

    String other = "/board/notices/notice-2/acknowledge";
    assertThat(server.post(server.in(session(offered), other), "key=" + key).statusCode())
        .isEqualTo(403);
    assertThat(server.post(server.in(server.begin(MANAGER), ACKNOWLEDGE), "key=" + key))
        .satisfies(reply -> assertThat(reply.statusCode()).isEqualTo(403));
  }

  @Test
  public void passwordsAreNeverKept() {
    HttpResponse<String> asked =
        server.post(
            server.in("over", "/devices/password"),
            "key=x&old-password=geheim-1&new-password=geheim-2&again-password=geheim-2");

    assertThat(asked.statusCode()).isEqualTo(401);
    assertThat(asked.body()).doesNotContain("geheim");
  }

  @Test
  public void tooMuchIsNotKeptAndThatIsSaid() {
    HttpResponse<String> asked =
        server.post(server.in("over", ACKNOWLEDGE), "text=" + "x".repeat(200 * 1024));

    assertThat(asked.statusCode()).isEqualTo(401);
    assertThat(asked.body())
        .contains("Написанное не удалось сохранить")
        .doesNotContain("xxxxxxxxxx");
  }

  @Test
  public void whatAnotherSiteSentIsNotLaidBeforeAnybody() {
    HttpResponse<String> withoutCookies =
        server.post(server.anonymous(ACKNOWLEDGE), "text=from+elsewhere");
    HttpResponse<String> foreign =
        server.post(
            server.in("over", ACKNOWLEDGE).header("Sec-Fetch-Site", "cross-site"),
            "text=from+elsewhere");

    assertThat(withoutCookies.statusCode()).isEqualTo(401);
    assertThat(withoutCookies.body()).doesNotContain("from elsewhere");
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  @Test
  public void whatIsTypedCannotBreakOutOfThePage() {
    HttpResponse<String> asked =
        server.post(
            server.in("over", ACKNOWLEDGE),
            "text=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&%22%3E%3Cb%3E=1");

    assertThat(BoardServer.html(asked).select("script, b")).isEmpty();
    assertThat(asked.body()).contains("&quot;&gt;&lt;script&gt;");
  }

  @Test
  public void aPieceOfAPageSaysThatTheSessionIsOver() {
    HttpResponse<String> piece = piece("/board/today");
    // The rest of the page stays, with whatever is being typed into it.
    assertThat(BoardServer.header(piece, "HX-Redirect")).isEmpty();
    assertThat(piece.statusCode()).isEqualTo(200);
    assertThat(piece.body()).contains("Вход уже не действует").doesNotContain("<html");
    assertThat(BoardServer.html(piece).selectFirst("a").attr("href"))
        .as("the server may lie under a path: relative to the page, as all addresses are")
        .isEqualTo("./login?next=%2Fboard");
  }

  @Test
  public void whoSearchedWhenTheSessionEndedComesBackToWhatTheySearchedFor() {
    HttpResponse<String> piece = piece("/board/tasks/found?q=%D1%84%D0%B0%D0%B9%D0%BB&state=");
    assertThat(BoardServer.html(piece).selectFirst("a").attr("href"))
        .isEqualTo(
            "../login?next=%2Fboard%2Ftasks%3Fq%3D%25D1%2584%25D0%25B0%25D0%25B9%25D0%25BB%26state%3D");
  }

  private HttpResponse<String> piece(String path) {
    return server.send(
        server
            .anonymous(path)
            .header("HX-Request", "true")
            .header("HX-Current-URL", server.address() + "/daybook/board?older=query"));
  }

  // Languages, limits, troubles

  @Test
  public void whoChoosesALanguageKeepsIt() {
    HttpResponse<String> english = server.send(server.anonymous("/login?language=en"));
    assertThat(BoardServer.html(english).selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(cookies(english))
        .anyMatch(cookie -> cookie.startsWith("daybook_language=en; Path=/; HttpOnly"));

    HttpResponse<String> board =
        server.send(server.as(MANAGER, "/board").header("Cookie", "daybook_language=en"));
    assertThat(BoardServer.html(board).selectFirst("h1").text()).isEqualTo("Board");
    HttpResponse<String> nonsense =
        server.send(server.as(MANAGER, "/board").header("Cookie", "daybook_language=xx"));
    assertThat(BoardServer.html(nonsense).selectFirst("html").attr("lang")).isEqualTo("ru");
  }

  @Test
  public void bothLanguagesHaveTheSameWords() throws Exception {
    assertThat(keys("words_ru.properties"))
        .hasSizeGreaterThan(30)
        .isEqualTo(keys("words.properties"));
  }

  @Test
  public void otherMethodsAndAddressesAreRefused() {
    assertThat(status("DELETE", "/login")).isEqualTo(405);
    assertThat(status("POST", "/")).isEqualTo(404);
    assertThat(status("GET", "/nothing")).isEqualTo(404);
    assertThat(status("GET", "/logout")).isEqualTo(405);
    assertThat(status("HEAD", "/login")).isEqualTo(200);
  }

  @Test
  public void itIsKeptFromCachesFramesAndForeignScripts() {
    HttpResponse<String> reply = server.send(server.anonymous("/login"));
    assertThat(BoardServer.header(reply, "Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(BoardServer.header(reply, "Cache-Control")).isEqualTo("private, no-store");
    assertThat(BoardServer.html(reply).select("script, style, [style], [onclick]")).isEmpty();
  }

  @Test
  public void withoutStorageItIsAwayForAMoment() {
    server.office.withoutStorage();

    for (String path : List.of("/login", "/devices")) {
      HttpResponse<String> reply =
          server.send(server.anonymous(path).header("Cookie", "daybook_session=x"));
      assertThat(reply.statusCode()).as(path).isEqualTo(503);
    }
    assertThat(next(server.anonymous("/"))).isEqualTo("/login");
  }

  /** A form of the board that is sent when its session is over. */
  private HttpResponse<String> typedTooLate(String session) {
    server.office.add(FakeOffice.lateStart("notice-1"));
    server.office.sessions.end(session);
    return server.post(
        server.in(session, ACKNOWLEDGE),
        "key=old&back=%2Fboard&text=%D0%9F%D0%BE%D0%B7%D0%B2%D0%BE%D0%BD%D0%B8%D0%BB."
            + "%0D%0A%3Cb%3E%D0%95%D0%B4%D0%B5%D1%82%3C%2Fb%3E");
  }

  private Notice notice() {
    return server.office.notice("notice-1");
  }

  private HttpResponse<String> login(Role role, String password) {
    return send(page("/login"), Map.of("login", FakeStaff.login(role), "password", password));
  }

  private static String right() {
    return FakeStaff.PASSWORD;
  }

  private Document page(String path) {
    HttpResponse<String> reply = server.send(browser(path));
    assertThat(reply.statusCode()).as(path).isEqualTo(200);
    remember(reply);
    return BoardServer.html(reply);
  }

  private void remember(HttpResponse<String> reply) {
    cookies(reply).stream()
        .filter(cookie -> cookie.startsWith("daybook_form="))
        .forEach(cookie -> formCookie = cookie.split(";", 2)[0]);
  }

  private static Element form(Document page) {
    return page.selectFirst("form");
  }

  private HttpResponse<String> send(Document page, Map<String, String> typed) {
    return post("/login", BoardServer.body(form(page), typed));
  }

  private HttpResponse<String> post(String path, String body) {
    return server.post(browser(path), body);
  }

  private HttpRequest.Builder browser(String path) {
    HttpRequest.Builder request = server.anonymous(path);
    return formCookie.isEmpty() ? request : request.header("Cookie", formCookie);
  }

  private String next(HttpRequest.Builder request) {
    return BoardServer.next(server.send(request));
  }

  private int status(String method, String path) {
    return server.send(server.anonymous(path).method(method, BodyPublishers.noBody())).statusCode();
  }

  private static List<String> cookies(HttpResponse<String> reply) {
    return reply.headers().allValues("Set-Cookie");
  }

  private static String session(HttpResponse<String> reply) {
    return cookies(reply).stream()
        .filter(cookie -> cookie.startsWith("daybook_session="))
        .map(cookie -> cookie.split("[=;]")[1])
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> keys(String file) throws Exception {
    Properties words = new Properties();
    try (InputStream in = LoginServlet.class.getResourceAsStream(file)) {
      words.load(in);
    }
    return words.stringPropertyNames();
  }
}
