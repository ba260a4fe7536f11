package org.daybook.web.rest.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** The cookie that a login on a page leaves in the browser (RFC 6265). */
public final class SessionCookie {
  public static final String NAME = "daybook_session";

  /** What makes a browser forget it. */
  public static final String GONE = NAME + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";

  private SessionCookie() {}

  /** The secret in it. Of several, which only a foreign page could have set, none counts. */
  static Optional<String> in(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : only(Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(NAME)));
  }

  private static Optional<String> only(Stream<Cookie> cookies) {
    return cookies.map(Cookie::getValue).reduce((one, other) -> "");
  }
}
