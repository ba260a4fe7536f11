package org.daybook.core.reports;

import java.util.Locale;
import java.util.regex.Pattern;
import org.daybook.api.report.ReportSection;

/** How a section names itself. */
record Identity(String id, String titleRu, String titleEn) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** Asks a section; runs under the plugin runner. */
  static Identity of(ReportSection section) throws BadAnswerException {
    String id = section.id();
    if (id == null || !ID.matcher(id).matches()) {
      throw new BadAnswerException("its id is not lower-case letters, digits and hyphens: " + id);
    }
    return new Identity(
        id, title(section, Locale.forLanguageTag("ru")), title(section, Locale.ENGLISH));
  }

  /** A name for a section that cannot say its own, from its bundle's symbolic name. */
  static Identity ofBundle(String bundle, String titleRu, String titleEn) {
    String symbolicName = bundle.split(" ", 2)[0];
    String name = symbolicName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return new Identity(name, titleRu, titleEn);
  }

  String title(Locale language) {
    return language.getLanguage().equals("ru") ? titleRu : titleEn;
  }

  private static String title(ReportSection section, Locale language) throws BadAnswerException {
    String title = section.title(language);
    if (title == null || title.isBlank()) {
      throw new BadAnswerException("it has no title in " + language);
    }
    return title;
  }
}
