package org.daybook.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Reports;
import org.daybook.api.report.SectionStatus;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Correction;
import org.daybook.testkit.Examples;

/** The reports in a store; sending one queues what a test prepared. */
final class FakeReports implements Reports {
  final List<Delivery> queuedBySending = new ArrayList<>();
  final List<Verification> verified = new ArrayList<>();
  Correction lastCorrection;
  private final Store store;

  FakeReports(Store store) {
    this.store = store;
  }

  @Override
  public VisitReport correct(Actor actor, String visitId, Correction correction) {
    lastCorrection = correction;
    return newest(visitId).orElseThrow().toBuilder().revision(2).state(ReportState.HELD).build();
  }

  @Override
  public VisitReport send(Actor actor, String reportId) {
    return store.inTransaction(
        actor,
        tx -> {
          queuedBySending.forEach(tx.deliveries()::insert);
          VisitReport report = tx.reports().find(reportId).orElseThrow();
          return tx.reports().update(report.toBuilder().state(ReportState.RELEASED).build());
        });
  }

  @Override
  public Optional<VisitReport> newest(String visitId) {
    return store.read(tx -> tx.reports().last(ReportQuery.builder().visitId(visitId).build()));
  }

  @Override
  public List<Verification> verify(Optional<String> reportId) {
    if (reportId.isPresent() && !reportId.get().equals(Examples.REPORT_ID)) {
      throw new NotFoundException("report", reportId.get());
    }
    return verified;
  }

  @Override
  public List<VisitReport> revisions(String visitId) {
    throw new UnsupportedOperationException();
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
  public ReportDocument document(VisitReport report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String json(ReportDocument report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SectionStatus> sections() {
    return List.of();
  }
}
