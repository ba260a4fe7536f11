package org.daybook.web.pages.client;

/** What an address that begins with a token means. */
interface TokenRoute {
  String token();

  /** Whether a form is sent there. */
  boolean writes();

  default boolean takes(String method) {
    return writes() ? method.equals("POST") : method.equals("GET") || method.equals("HEAD");
  }

  default String methods() {
    return writes() ? "POST" : "GET, HEAD";
  }

  /**
   * The way from a path up to the root of its pages, such as {@code /r/}: addresses on pages are
   * relative (RFC 3986, 4.2).
   */
  static String up(String path, String root) {
    long depth =
        path.substring(Math.min(path.length(), root.length()))
            .chars()
            .filter(c -> c == '/')
            .count();
    return "../".repeat((int) Math.min(depth, 100));
  }
}
