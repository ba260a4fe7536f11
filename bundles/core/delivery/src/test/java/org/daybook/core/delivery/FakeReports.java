package org.daybook.core.delivery;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.Reports;
import org.daybook.api.report.SectionStatus;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.visit.Correction;

/** Has one document for every report. */
final class FakeReports implements Reports {
  volatile ReportDocument document;

  FakeReports(ReportDocument document) {
    this.document = document;
  }

  @Override
  public ReportDocument document(VisitReport report) {
    return document;
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
  public VisitReport send(Actor actor, String reportId) {
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
  public String json(ReportDocument report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Verification> verify(Optional<String> reportId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SectionStatus> sections() {
    throw new UnsupportedOperationException();
  }
}
