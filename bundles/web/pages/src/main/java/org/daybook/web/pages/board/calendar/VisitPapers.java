package org.daybook.web.pages.board.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;

/** Where the report of a visit can be read, or what it would say now. */
final class VisitPapers {
  private VisitPapers() {}

  /** The newest revision of its report that can be read. */
  static Optional<VisitReport> newest(Visit visit, Look look) {
    return look.tx().reports().all(ReportQuery.builder().visitId(visit.id()).build()).stream()
        .filter(report -> report.state() != ReportState.COLLECTING)
        .max(Comparator.comparing(VisitReport::revision));
  }

  /** Links to what there is. */
  static List<VisitView.Button> of(Visit visit, Look look, Words words, String root) {
    String there = root + "api/v1/visits/" + visit.id();
    if (newest(visit, look).isPresent()) {
      return List.of(
          new VisitView.Button(words.get("report.page"), there + "/report.html"),
          new VisitView.Button(words.get("report.pdf"), there + "/report.pdf"));
    }
    boolean begun = visit.state().isUnderWay() || visit.state().isClosed();
    return begun
        ? List.of(new VisitView.Button(words.get("report.preview"), there + "/preview.html"))
        : List.of();
  }
}
