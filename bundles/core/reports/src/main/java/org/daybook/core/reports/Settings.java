package org.daybook.core.reports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** The settings, checked. */
record Settings(
    List<String> order,
    List<String> required,
    Duration sectionLimit,
    Duration reportLimit,
    int parallelSections,
    int sectionBytes,
    Path brandingDirectory,
    Duration reviewReminder,
    Locale language) {

  static Settings of(Config config, BundleContext context) {
    return of(config, Optional.ofNullable(context.getProperty("karaf.etc")));
  }

  /**
   * @param etc Karaf's directory of configuration files, if it is known
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(Config config, Optional<String> etc) {
    return new Settings(
        ids(config.order()),
        ids(config.required()),
        Duration.ofSeconds(atLeastOne("sectionSeconds", config.sectionSeconds())),
        Duration.ofSeconds(atLeastOne("reportSeconds", config.reportSeconds())),
        atLeastOne("parallelSections", config.parallelSections()),
        1024 * atLeastOne("sectionKilobytes", config.sectionKilobytes()),
        directory(config.brandingDirectory(), etc),
        Duration.ofHours(atLeastOne("reviewReminderHours", config.reviewReminderHours())),
        language(config.language().strip()));
  }

  private static Path directory(String configured, Optional<String> etc) {
    return configured.isBlank()
        ? Path.of(etc.orElse("etc"), "daybook", "branding")
        : Path.of(configured.strip());
  }

  private static List<String> ids(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .distinct()
        .toList();
  }

  private static Locale language(String tag) {
    if (!tag.equals("ru") && !tag.equals("en")) {
      throw new IllegalArgumentException(
          "org.daybook.reports: language must be ru or en, is " + tag);
    }
    return Locale.forLanguageTag(tag);
  }

  private static int atLeastOne(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "org.daybook.reports: " + key + " must be 1 or more, is " + value);
    }
    return value;
  }
}
