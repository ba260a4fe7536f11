package org.daybook.web.pages.http;

import java.util.Arrays;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/**
 * Cookies as headers (RFC 6265): the servlet API of this platform knows no {@code SameSite}. None
 * has the prefix {@code __Host-}, which browsers take over TLS only, and Daybook may be served
 * without in an office; otherwise each is what that prefix asks for.
 */
public final class Cookies {
  /** The secret of a session. */
  public static final String SESSION = "daybook_session";

  /** As long as browsers keep any; the server knows better when something is over. */
  private static final int LONGEST_SECONDS = 400 * 24 * 60 * 60;

  private Cookies() {}

  /** The value of a cookie. Of several, which only somebody else could have set, none counts. */
  public static Optional<String> in(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .reduce((one, other) -> "")
            .filter(value -> !value.isEmpty());
  }

  /** One that a browser keeps for good. */
  public static String kept(String name, String value, boolean secure) {
    return brief(name, value, secure) + "; Max-Age=" + LONGEST_SECONDS;
  }

  /**
   * One that a browser forgets when it is closed. {@code Lax} sends it along when somebody follows
   * a link in a letter, and with nothing else that begins on another site: no change is a link.
   */
  public static String brief(String name, String value, boolean secure) {
    return cookie(name, value, secure, "Lax");
  }

  /** The same, which is not sent with anything that begins on another site. */
  public static String strict(String name, String value, boolean secure) {
    return cookie(name, value, secure, "Strict");
  }

  /** Lets a browser forget one. */
  public static String gone(String name, boolean secure) {
    return brief(name, "", secure) + "; Max-Age=0";
  }

  private static String cookie(String name, String value, boolean secure, String sameSite) {
    String attributes = "; Path=/; HttpOnly; SameSite=" + sameSite;
    return name + "=" + value + attributes + (secure ? "; Secure" : "");
  }
}
