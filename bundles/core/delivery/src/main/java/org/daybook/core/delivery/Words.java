package org.daybook.core.delivery;

import com.ibm.icu.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Summary;

/**
 * What a letter says beside the report, and what its client's manager is told of who gets none, in
 * the client's language, with the right plurals.
 */
final class Words {
  private static final int LONGEST_CODE = 60;

  private final Locale language;
  private final ResourceBundle patterns;

  Words(Locale language) {
    // Only these two are written; the default locale of the machine must not decide.
    this.language =
        language.getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
    this.patterns =
        ResourceBundle.getBundle(
            "org.daybook.core.delivery.words", this.language, Words.class.getClassLoader());
  }

  /**
   * Leads with the verdict, because many people read no further.
   *
   * @param again whether the reader got an earlier revision of it
   */
  String subject(ReportDocument report, boolean again) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern(patterns.getString("day"), language);
    return say(
        again ? "subject.corrected" : "subject",
        Map.of(
            "day", day.withZone(report.zone()).format(report.arrivedAt()),
            "client", HeaderText.of(report.client()),
            "verdict", verdict(report.summary())));
  }

  /** The name of the attachment in the client's language. */
  String fileName(ReportDocument report) {
    return say(
        report.revised().isPresent() ? "file.corrected" : "file",
        Map.of("date", date(report), "revision", report.revision()));
  }

  /** The name of the attachment for readers that know ASCII only. */
  static String asciiFileName(ReportDocument report) {
    String code = report.clientCode().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
    String shortCode = code.substring(0, Math.min(code.length(), LONGEST_CODE));
    String revision = report.revised().isPresent() ? "-r" + report.revision() : "";
    return "report-" + shortCode + "-" + date(report) + revision + ".pdf";
  }

  String noPdf() {
    return patterns.getString("noPdf");
  }

  /** A notice about somebody who gets no report, for the client's manager. */
  String noRecipient(String what, String reportNumber, String name) {
    return say("noRecipient." + what, Map.of("number", reportNumber, "name", HeaderText.of(name)));
  }

  private String verdict(Summary summary) {
    if (summary.devicesTotal() > 0) {
      return say(
          "verdict.devices",
          Map.of("green", summary.devicesGreen(), "total", summary.devicesTotal()));
    }
    return summary.tasksTotal() > 0
        ? say("verdict.tasks", Map.of("done", summary.tasksDone(), "total", summary.tasksTotal()))
        : patterns.getString("verdict.none");
  }

  private String say(String key, Map<String, Object> values) {
    return new MessageFormat(patterns.getString(key), language).format(values);
  }

  private static String date(ReportDocument report) {
    return DateTimeFormatter.ISO_LOCAL_DATE.withZone(report.zone()).format(report.arrivedAt());
  }
}
