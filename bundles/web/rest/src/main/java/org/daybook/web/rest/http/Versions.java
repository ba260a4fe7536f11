package org.daybook.web.rest.http;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.api.error.StaleVersionException;

/** The version that a caller saw, as {@code If-Match} (RFC 9110, 13.1.1) carries it. */
public final class Versions {
  private static final Pattern ONE_TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"|(\\d{1,18})");

  private Versions() {}

  /** The version if the header was sent. */
  public static OptionalLong given(String ifMatch) {
    if (ifMatch == null) {
      return OptionalLong.empty();
    }
    Matcher tag = ONE_TAG.matcher(ifMatch.trim());
    if (!tag.matches()) {
      throw ProblemException.badField(
          "If-Match", "must be the version that was seen, as in If-Match: \"3\"");
    }
    return OptionalLong.of(Long.parseLong(tag.group(1) != null ? tag.group(1) : tag.group(2)));
  }

  /** The version, which has to be there: 428 (RFC 6585) without it. */
  public static long required(String ifMatch) {
    return given(ifMatch)
        .orElseThrow(
            () ->
                ProblemException.of(
                    428,
                    "Send the version that you saw in the header If-Match, as the ETag had it."));
  }

  /**
   * The version, which has to be there and to be that of the value as it is: whoever saw an older
   * one is told so before anything else that is wrong.
   */
  public static long required(String ifMatch, String kind, String id, long now) {
    long seen = required(ifMatch);
    if (seen != now) {
      throw new StaleVersionException(kind, id);
    }
    return seen;
  }

  /** The version if the header was sent; it has to be that of the value as it is. */
  public static OptionalLong given(String ifMatch, String kind, String id, long now) {
    OptionalLong seen = given(ifMatch);
    if (seen.isPresent() && seen.getAsLong() != now) {
      throw new StaleVersionException(kind, id);
    }
    return seen;
  }

  /** The entity tag of a version. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }
}
