package org.daybook.web.diary;

import java.net.URI;
import java.util.Set;

/**
 * Where addresses lead: the beginning of a link, to which an address is appended.
 *
 * @param prefix empty if they lead nowhere
 */
record MapSearch(String prefix) {
  static final String PID = "org.daybook.web.diary";

  private static final Set<String> SCHEMES = Set.of("https", "http", "geo");

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static MapSearch of(DiaryConfig config) {
    String prefix = config.mapSearch().strip();
    if (!prefix.isEmpty() && !isLink(prefix)) {
      throw new IllegalArgumentException(
          PID + ": mapSearch must begin with https://, http:// or geo:, is " + prefix);
    }
    return new MapSearch(prefix);
  }

  private static boolean isLink(String prefix) {
    try {
      String scheme = URI.create(prefix).getScheme();
      return scheme != null && SCHEMES.contains(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Within an attribute of a page. */
  String escaped() {
    return prefix.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
