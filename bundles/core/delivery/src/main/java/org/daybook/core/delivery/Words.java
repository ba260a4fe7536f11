package org.daybook.core.delivery;

import com.ibm.icu.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Summary;

/** What a letter says beside the report, in the client's language, with the right plurals. */
final class Words {
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

  /** Leads with the verdict, because many people read no further. */
  String subject(ReportDocument report) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern(patterns.getString("day"), language);
    String subject =
        say(
            "subject",
            Map.of(
                "day", day.withZone(report.zone()).format(report.arrivedAt()),
                "client", report.client(),
                "verdict", verdict(report.summary())));
    return subject.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** The name of the attachment in the client's language. */
  String fileName(ReportDocument report) {
    return say("file", Map.of("date", date(report)));
  }

  /** The name of the attachment for readers that know ASCII only. */
  static String asciiFileName(ReportDocument report) {
    String code = report.clientCode().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
    return "report-" + code + "-" + date(report) + ".pdf";
  }

  String noPdf() {
    return patterns.getString("noPdf");
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
