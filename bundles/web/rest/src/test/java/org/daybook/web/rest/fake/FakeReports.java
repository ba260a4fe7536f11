package org.daybook.web.rest.fake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Reports;
import org.daybook.api.report.SectionStatus;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Correction;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;

/** Knows the reports in the store; all say the same but for their revision. */
public final class FakeReports implements Reports {
  public Correction lastCorrection;

  /** What a correction is refused with. */
  public RuntimeException refusal;

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
  public VisitReport correct(Actor actor, String visitId, Correction correction) {
    if (refusal != null) {
      throw refusal;
    }
    lastCorrection = correction;
    return store.inTransaction(
        actor,
        tx -> {
          VisitReport now =
              tx.reports()
                  .last(ReportQuery.builder().visitId(visitId).build())
                  .orElseThrow(() -> new RefusedException("The visit is not closed."));
          return tx.reports()
              .insert(
                  now.toBuilder()
                      .id("report-" + (now.revision() + 1))
                      .revision(now.revision() + 1)
                      .reason(correction.reason())
                      .version(0)
                      .build());
        });
  }

  @Override
  public VisitReport send(Actor actor, String reportId) {
    return store.inTransaction(
        actor,
        tx ->
            tx.reports()
                .update(
                    tx.reports().find(reportId).orElseThrow().toBuilder()
                        .state(ReportState.RELEASED)
                        .releasedAt(Examples.NOW)
                        .build()));
  }

  @Override
  public List<VisitReport> revisions(String visitId) {
    return store.read(tx -> tx.reports().all(ReportQuery.builder().visitId(visitId).build()));
  }

  @Override
  public Optional<VisitReport> newest(String visitId) {
    return store.read(tx -> tx.reports().last(ReportQuery.builder().visitId(visitId).build()));
  }

  @Override
  public ReportDocument document(VisitReport report) {
    ReportDocument usual = ExampleReport.usual(Locale.ENGLISH);
    return report.reason().map(reason -> ExampleReport.revised(usual, reason)).orElse(usual);
  }

  @Override
  public String json(ReportDocument report) {
    return "{\"number\":\"2026-0042\",\"site\":\"Офис\",\"revision\":" + report.revision() + "}";
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
