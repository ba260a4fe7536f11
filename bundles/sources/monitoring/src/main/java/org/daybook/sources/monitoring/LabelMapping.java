package org.daybook.sources.monitoring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.daybook.api.task.Priority;

/** Where the configuration says that a message has what a signal needs. */
final class LabelMapping {
  private final List<String> client;
  private final List<String> asset;
  private final List<String> title;
  private final List<String> description;
  private final String severity;
  private final List<String> urgent;
  private final List<String> high;
  private final List<String> low;

  LabelMapping(MonitoringConfig config) {
    client = list(config.clientLabels());
    asset = list(config.assetLabels());
    title = list(config.titleAnnotations());
    description = list(config.descriptionAnnotations());
    severity = config.severityLabel().strip();
    urgent = lowerCase(config.urgentSeverities());
    high = lowerCase(config.highSeverities());
    low = lowerCase(config.lowSeverities());
  }

  String client(Map<String, String> labels) {
    return first(client, labels);
  }

  String asset(Map<String, String> labels) {
    return first(asset, labels);
  }

  String title(Map<String, String> annotations) {
    return first(title, annotations);
  }

  String description(Map<String, String> annotations) {
    return first(description, annotations);
  }

  Priority priority(Map<String, String> labels) {
    String value = labels.getOrDefault(severity, "").strip().toLowerCase(Locale.ROOT);
    if (urgent.contains(value)) {
      return Priority.URGENT;
    }
    if (high.contains(value)) {
      return Priority.HIGH;
    }
    return low.contains(value) ? Priority.LOW : Priority.NORMAL;
  }

  private static String first(List<String> names, Map<String, String> values) {
    return names.stream()
        .map(name -> values.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  private static List<String> list(String configured) {
    return Stream.of(configured.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static List<String> lowerCase(String configured) {
    return list(configured.toLowerCase(Locale.ROOT));
  }
}
