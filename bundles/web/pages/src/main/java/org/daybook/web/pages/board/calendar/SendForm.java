package org.daybook.web.pages.board.calendar;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.FormView;

/** Lets a report go out that waits for somebody to look at it first. */
final class SendForm implements VisitAction {
  private static final String REPORT = "report";

  private final Parts parts;

  SendForm(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "send";
  }

  @Override
  public Set<Role> roles() {
    return BoardRoute.OFFICE;
  }

  @Override
  public boolean fits(Visit visit, Look look) {
    return held(visit, look).isPresent();
  }

  private static Optional<VisitReport> held(Visit visit, Look look) {
    return VisitPapers.newest(visit, look).filter(report -> report.state() == ReportState.HELD);
  }

  /** The very revision that they looked at: a later one has to be looked at as well. */
  @Override
  public void fields(FormView.Builder form, Look look, Visit visit, Asked asked) {
    held(visit, look).ifPresent(report -> form.hidden(REPORT, report.id()));
  }

  @Override
  public String note(Look look, Visit visit, Asked asked, Words words) {
    return held(visit, look)
        .map(
            report ->
                words.fill(
                    "send.which", Map.of("number", report.number(), "revision", report.revision())))
        .orElse("");
  }

  @Override
  public String send(Asked asked, Visit visit, ZoneId zone) {
    parts.reports().send(asked.visitor().actor(), asked.sent().get(REPORT));
    return "sent";
  }
}
