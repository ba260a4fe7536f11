package org.daybook.web.pages.client;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.daybook.web.pages.Assets;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.template.Templates;

/** Says what is wrong, and what the reader can do. It knows nothing of them but the browser. */
final class TroublePage {
  private final Templates templates;
  private final Locale defaultLanguage;
  private final String help;
  private final String variant;

  /**
   * For one kind of pages.
   *
   * @param variant of the words; blank for the usual
   */
  TroublePage(Templates templates, Locale defaultLanguage, String help, String variant) {
    this.templates = templates;
    this.defaultLanguage = defaultLanguage;
    this.help = help.strip();
    this.variant = variant;
  }

  /**
   * The page.
   *
   * @param acceptLanguage the header of that name; null if there is none
   * @param up the way from the address up to the root of its pages
   * @param token of the page to go back to; blank if there is none
   * @param incident under which the log says more; blank if it does not
   */
  Answer of(Trouble trouble, String acceptLanguage, String up, String token, String incident) {
    Words words = new Words(language(acceptLanguage), ZoneOffset.UTC, variant);
    boolean leadsBack = trouble != Trouble.NOT_FOUND && !token.isBlank();
    TroubleView view =
        new TroubleView(
            Assets.href(up + "../", "page.css"),
            words.get("trouble." + trouble + ".title"),
            words.get("trouble." + trouble + ".text"),
            trouble == Trouble.NOT_FOUND || trouble == Trouble.FAILED,
            help,
            leadsBack ? up + token : "",
            incident);
    String html = templates.merge(TroublePage.class, "trouble.vm", Map.of("p", view, "w", words));
    return Answer.html(trouble.status(), words.language(), html);
  }

  private Locale language(String acceptLanguage) {
    if (acceptLanguage == null) {
      return defaultLanguage;
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> range.getRange().split("-", 2)[0])
          .filter(language -> language.equals("ru") || language.equals("en"))
          .findFirst()
          .map(Locale::forLanguageTag)
          .orElse(defaultLanguage);
    } catch (IllegalArgumentException e) {
      return defaultLanguage;
    }
  }
}
