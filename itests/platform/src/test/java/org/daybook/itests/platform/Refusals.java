package org.daybook.itests.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.daybook.itests.support.HttpAnswer;

/** Collects what is wrong with refusals: each must be a problem document (RFC 9457). */
final class Refusals {
  private final SoftAssertions softly = new SoftAssertions();

  /** Checks one answer. */
  void expect(String what, HttpAnswer answer, Integer... statuses) {
    String shown = what + " -> " + shortened(answer.toString());
    softly.assertThat(Arrays.asList(statuses)).as(shown).contains(answer.status());
    clean(shown, answer.text());
    if (answer.status() >= 400) {
      softly
          .assertThat(answer.header("Content-Type"))
          .as(shown)
          .contains("application/problem+json");
      JsonNode problem = answer.text().startsWith("{") ? answer.json() : null;
      softly.assertThat(problem).as(shown).isNotNull();
      if (problem != null) {
        softly.assertThat(problem.path("status").asInt()).as(shown).isEqualTo(answer.status());
        softly.assertThat(problem.path("title").asText()).as(shown).isNotBlank();
        softly.assertThat(problem.path("detail").asText()).as(shown).isNotBlank();
      }
    }
  }

  /** Checks that an answer, if it is about the body, names the field. */
  void expectField(String what, HttpAnswer answer, String field, Integer... statuses) {
    expect(what, answer, statuses);
    if (answer.status() == 400 || answer.status() == 422) {
      List<String> fields = answer.json().path("errors").findValuesAsText("field");
      softly
          .assertThat(fields)
          .as(what + " -> " + shortened(answer.toString()))
          .anyMatch(each -> each.equals(field) || each.startsWith(field + "["));
    }
  }

  /** Checks that a text shows nothing of the inside. */
  void clean(String what, String text) {
    softly
        .assertThat(text)
        .as(what)
        .doesNotContain(
            "\tat ",
            "at org.",
            "at java",
            "Exception",
            "jackson",
            "Constraints",
            "org.eclipse.jetty");
  }

  SoftAssertions softly() {
    return softly;
  }

  void assertAll() {
    softly.assertAll();
  }

  private static String shortened(String text) {
    return text.length() <= 400 ? text : text.substring(0, 400) + "…";
  }
}
