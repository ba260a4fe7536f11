package org.daybook.web.pages.board;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Reports;
import org.daybook.api.report.SectionStatus;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Correction;
import org.daybook.testkit.Examples;

/** Lets the reports of a store out; what the board does not ask for is not there. */
final class FakeReleases implements Reports {
  private final Store store;

  FakeReleases(Store store) {
    this.store = store;
  }

  @Override
  public VisitReport send(Actor actor, String reportId) {
    return store.inTransaction(
        actor,
        tx -> {
          VisitReport report = tx.reports().find(reportId).orElseThrow();
          if (report.state() == ReportState.SUPERSEDED) {
            throw new RefusedException("There is a later revision.");
          }
          return tx.reports()
              .update(
                  report.toBuilder().state(ReportState.RELEASED).releasedAt(Examples.NOW).build());
        });
  }

  @Override
  public ReportDocument preview(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public VisitReport assemble(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public VisitReport correct(Actor actor, String visitId, Correction correction) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<VisitReport> revisions(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<VisitReport> newest(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReportDocument document(VisitReport report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String json(ReportDocument report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Verification> verify(Optional<String> reportId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SectionStatus> sections() {
    throw new UnavailableException("The reports are away.");
  }
}
