package org.daybook.core.reports;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportSection;
import org.daybook.api.store.Store;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Visits;
import org.daybook.itests.benchmarks.Defaults;
import org.daybook.itests.benchmarks.NoFramework;
import org.osgi.framework.Constants;

/**
 * The service that makes reports, without a framework and for one visit. It is in this package
 * because the sections come from the service registry only, and so do the settings.
 */
public final class OpenedReports implements AutoCloseable {
  private final ReportJson json = new ReportJson();
  private final ClosedVisit visit;
  private final ReportsService service;

  /**
   * Gives the service its sections.
   *
   * @param sections by the place where they stand
   */
  public OpenedReports(
      Store store,
      Notices notices,
      PluginRunner runner,
      JobQueue jobs,
      Clock clock,
      ClosedVisit visit,
      Map<Integer, ReportSection> sections) {
    this.visit = visit;
    service =
        new ReportsService(
            store,
            visits(),
            clock,
            notices,
            runner,
            jobs,
            NoFramework.context(),
            Defaults.of(Config.class));
    service.sections =
        sections.entrySet().stream()
            .map(
                section ->
                    Map.entry(
                        Map.<String, Object>of(
                            ReportSection.PLACE,
                            section.getKey(),
                            Constants.SERVICE_ID,
                            (long) section.getKey()),
                        section.getValue()))
            .toList();
  }

  /** Asks the sections and puts the report together. */
  public ReportDocument assemble() {
    return service.preview(visit.visitId());
  }

  /** The hash of what would be stored. */
  public String hash(ReportDocument report) {
    return ReportJson.sha256(json.snapshot(report));
  }

  @Override
  public void close() {
    service.stop();
  }

  /** Knows how the visit looks and nothing else. */
  private Visits visits() {
    return (Visits)
        Proxy.newProxyInstance(
            Visits.class.getClassLoader(),
            new Class<?>[] {Visits.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("view")) {
                return visit;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
