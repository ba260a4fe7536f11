package org.daybook.core.reports;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The settings, checked. */
record Settings(
    List<String> order,
    List<String> required,
    Duration sectionLimit,
    Duration reportLimit,
    int parallelSections,
    int sectionBytes) {

  /**
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static Settings of(Config config) {
    return new Settings(
        ids(config.order()),
        ids(config.required()),
        Duration.ofSeconds(atLeastOne("sectionSeconds", config.sectionSeconds())),
        Duration.ofSeconds(atLeastOne("reportSeconds", config.reportSeconds())),
        atLeastOne("parallelSections", config.parallelSections()),
        1024 * atLeastOne("sectionKilobytes", config.sectionKilobytes()));
  }

  private static List<String> ids(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .distinct()
        .toList();
  }

  private static int atLeastOne(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "org.daybook.reports: " + key + " must be 1 or more, is " + value);
    }
    return value;
  }
}
