package org.daybook.web.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.daybook.web.pages.http.Cookies;

/** The language of the pages of the staff: what somebody chose in their browser, else the usual. */
public final class Language {
  /** Those there are words in. */
  public static final List<Locale> ALL = List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH);

  private static final String COOKIE = "daybook_language";

  private final Locale usual;

  /**
   * The language of one installation.
   *
   * @throws IllegalArgumentException with a sentence for the operator
   */
  public Language(PagesConfig config) {
    this.usual =
        named(config.language())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "org.daybook.web.pages: language must be ru or en, is "
                            + config.language()));
  }

  /** The language for a request. */
  public Locale of(HttpServletRequest request) {
    return Cookies.in(request, COOKIE).flatMap(Language::named).orElse(usual);
  }

  /** A language by its tag; empty if there are no words in it. */
  public static Optional<Locale> named(String tag) {
    return ALL.stream().filter(language -> language.toLanguageTag().equals(tag)).findFirst();
  }

  /** The header that lets a browser remember a choice. */
  public static String cookie(Locale language, boolean secure) {
    return Cookies.kept(COOKIE, language.toLanguageTag(), secure);
  }
}
