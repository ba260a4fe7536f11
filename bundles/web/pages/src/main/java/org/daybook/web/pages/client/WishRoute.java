package org.daybook.web.pages.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address of a page of wishes means.
 *
 * @param writes whether the form is sent there
 */
record WishRoute(String token, boolean writes) implements TokenRoute {
  static final String ROOT = "/w/";

  private static final Pattern PATH = Pattern.compile("/w/([A-Za-z0-9_-]{1,200})(/wishes)?");

  /** The route of a path that nobody decoded; empty if there is none. */
  static Optional<WishRoute> of(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(new WishRoute(matcher.group(1), matcher.group(2) != null))
        : Optional.empty();
  }
}
