package org.daybook.core.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.VisitReport;

/**
 * What is needed of a report to check the chain it is in; without its snapshot, so that all of a
 * company's fit into memory.
 *
 * @param sequence its place, 0 if it is of before there was a chain
 * @param previousSha256 the hash of the one before, as its snapshot says; as its row says if the
 *     snapshot cannot be read
 * @param faults what is wrong with the report itself, each a sentence
 */
record ChainLink(
    String id,
    String number,
    int revision,
    String sha256,
    String clientId,
    int sequence,
    Optional<String> previousSha256,
    List<String> faults) {

  static ChainLink of(VisitReport report, ReportJson json) {
    List<String> faults = new ArrayList<>();
    String actual = ReportJson.sha256(report.snapshot());
    if (!actual.equals(report.sha256())) {
      faults.add("Its content is not what was frozen: the hash of it is " + actual + ".");
    }
    Optional<String> previous = report.previousSha256();
    try {
      ReportDocument document = json.read(report.snapshot(), report.sha256());
      previous = document.previousSha256();
      compare(report, document, faults);
    } catch (IllegalArgumentException unreadable) {
      faults.add("Its content cannot be read.");
    }
    return new ChainLink(
        report.id(),
        report.number(),
        report.revision(),
        report.sha256(),
        report.clientId(),
        report.sequence(),
        previous,
        List.copyOf(faults));
  }

  /** For people: {@code 2026-0042, revision 1}. */
  String name() {
    return number + ", revision " + revision;
  }

  private static void compare(VisitReport report, ReportDocument document, List<String> faults) {
    compare("number", report.number(), document.number(), faults);
    compare("revision", report.revision(), document.revision(), faults);
    compare("visit", report.visitId(), document.visit(), faults);
    compare(
        "reason", report.reason(), document.revised().map(ReportDocument.Revised::reason), faults);
    compare("time", report.createdAt(), document.createdAt(), faults);
    compare("previous hash", report.previousSha256(), document.previousSha256(), faults);
    if (report.sequence() < 1 && document.previousSha256().isPresent()) {
      faults.add("Its place among the client's reports was taken away.");
    }
  }

  private static void compare(String what, Object row, Object content, List<String> faults) {
    if (!row.equals(content)) {
      faults.add("It is kept under another %s than its content says.".formatted(what));
    }
  }
}
