package org.daybook.web.pages.login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.daybook.api.access.Role;

/** Where people land who have logged in. */
final class Places {
  private static final int LONGEST = 2000;

  /** A page of ours. What begins otherwise could be the address of another site. */
  private static final Pattern PAGE =
      Pattern.compile(
          "/(?!(?:login|logout)(?:[/?]|$))[a-z]+(?:/[A-Za-z0-9_.~%-]+)*/?"
              + "(?:\\?[A-Za-z0-9_.~%&=+,:;!*'()/?@$-]*)?");

  private Places() {}

  /** The first page of a role. */
  static String of(Role role) {
    return switch (role) {
      case ADMIN, MANAGER -> "/board";
      case ENGINEER, SPECIALIST, SUPPORT -> "/diary";
    };
  }

  /** A path if it is one of our pages; blank if it is not. */
  static String checked(String path) {
    return path.length() <= LONGEST && PAGE.matcher(path).matches() ? path : "";
  }

  /**
   * The address of a page.
   *
   * @param root the way from the present address to the root of the server
   */
  static String address(String root, String path) {
    return (root.isEmpty() ? "./" : root) + path.substring(1);
  }

  /** The address of the login page that leads on to a page, or to the first one of their role. */
  static String login(String root, String next) {
    String checked = checked(next);
    return address(root, "/login")
        + (checked.isEmpty() ? "" : "?next=" + URLEncoder.encode(checked, StandardCharsets.UTF_8));
  }
}
