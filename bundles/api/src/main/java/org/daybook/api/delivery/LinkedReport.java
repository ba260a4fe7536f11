package org.daybook.api.delivery;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.daybook.api.report.VisitReport;

/**
 * What a link opens.
 *
 * @param contact the name of whose page it is
 * @param language of the page
 * @param zone of every time on it
 * @param revisions of the report that were sent, newest first; never empty
 * @param acknowledged whether this recipient has acknowledged the newest revision
 */
public record LinkedReport(
    ReportLink link,
    String contact,
    Locale language,
    ZoneId zone,
    List<VisitReport> revisions,
    boolean acknowledged) {
  public LinkedReport {
    revisions = List.copyOf(revisions);
  }
}
