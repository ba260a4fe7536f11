package org.daybook.web.pages.login;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.daybook.web.pages.http.Cookies;
import org.daybook.web.pages.http.FormKey;

/**
 * What the login form carries, so that no other site can log somebody in as somebody else. There is
 * no session yet: the key follows from a cookie that other sites can neither read nor send along.
 */
final class LoginKey {
  private static final String COOKIE = "daybook_form";
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final String PURPOSE = "login";

  private final SecureRandom random = new SecureRandom();

  /** The cookie's value if this browser has one; other sites' requests come without. */
  static Optional<String> secretIn(HttpServletRequest request) {
    return Cookies.in(request, COOKIE).filter(value -> SECRET.matcher(value).matches());
  }

  String newSecret() {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  static String key(String secret) {
    return FormKey.of(secret, PURPOSE);
  }

  static boolean fits(String key, String secret) {
    return FormKey.fits(key, secret, PURPOSE);
  }

  static String cookie(String secret, boolean secure) {
    return Cookies.strict(COOKIE, secret, secure);
  }
}
