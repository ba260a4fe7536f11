package org.daybook.web.rest.fake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.Reports;
import org.daybook.api.report.SectionStatus;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Store;
import org.daybook.testkit.ExampleReport;

/** Knows the reports in the store; all say the same. */
public final class FakeReports implements Reports {
  private final Store store;

  FakeReports(Store store) {
    this.store = store;
  }

  @Override
  public ReportDocument preview(String visitId) {
    if (store.read(tx -> tx.visits().find(visitId)).isEmpty()) {
      throw new NotFoundException("visit", visitId);
    }
    return ExampleReport.usual(Locale.ENGLISH);
  }

  @Override
  public VisitReport assemble(String visitId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public VisitReport release(Actor actor, String reportId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<VisitReport> newest(String visitId) {
    return store.read(tx -> tx.reports().last(ReportQuery.builder().visitId(visitId).build()));
  }

  @Override
  public ReportDocument document(VisitReport report) {
    return ExampleReport.usual(Locale.ENGLISH);
  }

  @Override
  public String json(ReportDocument report) {
    return "{\"number\":\"2026-0042\",\"site\":\"Офис\"}";
  }

  @Override
  public List<Verification> verify(Optional<String> reportId) {
    return List.of();
  }

  @Override
  public List<SectionStatus> sections() {
    return List.of(
        new SectionStatus(
            "devices",
            "Техника",
            "Devices",
            1,
            "org.daybook.sections.devices 1.0.0",
            Optional.empty()));
  }
}
