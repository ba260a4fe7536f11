package org.daybook.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text format as strictly as promtool does: each family once, its help and type before
 * its samples, no series twice.
 */
final class Exposition {
  private static final Pattern COMMENT =
      Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{" + LABEL + "(?:," + LABEL + ")*,?\\})? (\\S+)");

  private final Map<String, Double> samples = new LinkedHashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private final Set<String> helped = new HashSet<>();

  Exposition(String text) {
    assertThat(text).endsWith("\n").doesNotContain("\r");
    String family = "";
    for (String line : text.split("\n")) {
      Matcher comment = COMMENT.matcher(line);
      if (comment.matches()) {
        boolean isNew =
            comment.group(1).equals("HELP")
                ? helped.add(comment.group(2))
                : types.put(comment.group(2), comment.group(3)) == null;
        assertThat(isNew).as("once: " + line).isTrue();
        family = comment.group(2);
      } else {
        sample(line, family);
      }
    }
    assertThat(types.keySet()).isEqualTo(helped);
  }

  private void sample(String line, String family) {
    Matcher sample = SAMPLE.matcher(line);
    assertThat(sample.matches()).as(line).isTrue();
    assertThat(sample.group(1)).as("under its own type").isEqualTo(family);
    assertThat(types.get(family)).isIn("gauge", "counter");
    assertThat(family.endsWith("_total")).isEqualTo(types.get(family).equals("counter"));
    String series = line.substring(0, line.lastIndexOf(' '));
    assertThat(samples.put(series, Double.valueOf(sample.group(3)))).as("twice: " + line).isNull();
  }

  Map<String, Double> samples() {
    return samples;
  }

  double value(String series) {
    assertThat(samples).containsKey(series);
    return samples.get(series);
  }
}
