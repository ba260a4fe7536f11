package org.daybook.web.pages.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address means.
 *
 * @param dispute id of the dispute it is about; blank if about none
 */
record Route(Kind kind, String token, String dispute) implements TokenRoute {
  static final String ROOT = "/r/";

  private static final Pattern PATH =
      Pattern.compile("/r/([A-Za-z0-9_-]{1,200})(/[a-z.]+)?(?:/([A-Za-z0-9_.-]{1,100})/withdraw)?");

  /** What can be asked for. */
  enum Kind {
    PAGE(false),
    PDF(false),
    STYLE(false),
    ACKNOWLEDGE(true),
    DISPUTE(true),
    WITHDRAW(true);

    private final boolean writes;

    Kind(boolean writes) {
      this.writes = writes;
    }
  }

  @Override
  public boolean writes() {
    return kind.writes;
  }

  /** The route of a path that nobody decoded; empty if there is none. */
  static Optional<Route> of(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String dispute = matcher.group(3) == null ? "" : matcher.group(3);
    String below = matcher.group(2) == null ? "" : matcher.group(2);
    return kind(below, !dispute.isEmpty()).map(kind -> new Route(kind, matcher.group(1), dispute));
  }

  private static Optional<Kind> kind(String below, boolean withdraw) {
    if (withdraw) {
      return below.equals("/disputes") ? Optional.of(Kind.WITHDRAW) : Optional.empty();
    }
    return switch (below) {
      case "" -> Optional.of(Kind.PAGE);
      case "/report.pdf" -> Optional.of(Kind.PDF);
      case "/style.css" -> Optional.of(Kind.STYLE);
      case "/acknowledge" -> Optional.of(Kind.ACKNOWLEDGE);
      case "/disputes" -> Optional.of(Kind.DISPUTE);
      default -> Optional.empty();
    };
  }
}
