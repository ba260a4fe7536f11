package org.daybook.web.pages.client.fake;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.report.Branding;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.Reports;
import org.daybook.api.report.SectionStatus;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.visit.Correction;
import org.daybook.testkit.ExampleReport;

/** All reports say the same; each knows its revision. */
public final class FakeReports implements Reports {
  public Branding branding = Branding.NONE;
  private final FakeLinks links;

  FakeReports(FakeLinks links) {
    this.links = links;
  }

  @Override
  public ReportDocument document(VisitReport report) {
    ReportDocument usual = ExampleReport.usual(links.language);
    return new ReportDocument(
        report.number(),
        report.revision(),
        usual.sha256(),
        usual.createdAt(),
        usual.language(),
        usual.zone(),
        usual.client(),
        usual.clientCode(),
        usual.site(),
        usual.engineer(),
        usual.manager(),
        usual.visit(),
        usual.arrivedAt(),
        usual.departedAt(),
        usual.nextVisitAt(),
        usual.summary(),
        usual.headline(),
        usual.decisions(),
        usual.sections(),
        report.reason().map(reason -> new ReportDocument.Revised(reason, report.createdAt())),
        usual.previousSha256(),
        branding);
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
  public VisitReport send(Actor actor, String reportId) {
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
