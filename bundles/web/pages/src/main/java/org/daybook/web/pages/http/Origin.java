package org.daybook.web.pages.http;

import java.net.URI;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;

/** Which site's page sent a form, as far as the browser tells. */
public final class Origin {
  private Origin() {}

  /**
   * Whether it may be a page of ours. {@code Sec-Fetch-Site} (Fetch Metadata) says it exactly, but
   * comes over HTTPS and from new browsers only. {@code Origin} (RFC 6454) is {@code null} from our
   * own pages, because they send no referrer.
   */
  public static boolean mayBeOurs(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin == null || origin.equals("null") || hostOf(origin).equals(host(request));
  }

  private static String host(HttpServletRequest request) {
    return request.getServerName().toLowerCase(Locale.ROOT);
  }

  private static String hostOf(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
