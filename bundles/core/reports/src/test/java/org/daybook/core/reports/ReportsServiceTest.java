package org.daybook.core.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class ReportsServiceTest {
  private static final Job JOB = new Job("report", Examples.VISIT_ID);

  private final Fixture fixture = new Fixture();
  private final FakeSection section = new FakeSection("devices");
  private final ReportsService service = fixture.service(section);

  @Test
  public void aPreviewHasTheFiguresOfTheVisitAndIsNotStored() {
    ReportDocument preview = service.preview(Examples.VISIT_ID);
    assertThat(preview.number()).isEqualTo("—");
    assertThat(preview.revision()).isZero();
    assertThat(preview.sha256()).isEmpty();
    assertThat(preview.summary()).isEqualTo(new ReportDocument.Summary(5, 7, 23, 25, 360));
    assertThat(preview.headline())
        .isEqualTo("Выполнено 5 из 7 задач; 23 из 25 устройств в порядке.");
    assertThat(preview.client()).isEqualTo("ООО «Ромашка»");
    assertThat(preview.site()).isEqualTo("Главный офис, Луговая улица, 5");
    assertThat(preview.manager().orElseThrow().email()).contains("olga@service.test");
    assertThat(preview.decisions()).hasSize(1);
    assertThat(service.newest(Examples.VISIT_ID)).isEmpty();
  }

  @Test
  public void aClosedVisitGetsAReportThatGoesOut() {
    VisitReport report = service.assemble(Examples.VISIT_ID);
    assertThat(report.number()).isEqualTo("2026-0001");
    assertThat(report.revision()).isEqualTo(1);
    assertThat(report.state()).isEqualTo(ReportState.RELEASED);
    assertThat(report.releasedAt()).contains(fixture.clock.instant());
    assertThat(fixture.deliveries.queued).containsExactly(report);
    assertThat(fixture.visits.reported).containsExactly(Examples.VISIT_ID);
    assertThat(service.newest(Examples.VISIT_ID)).contains(report);
    ReportDocument document = service.document(report);
    assertThat(document.sha256()).isEqualTo(report.sha256());
    assertThat(document.number()).isEqualTo("2026-0001");
    assertThat(service.json(document)).contains("\"sha256\":\"" + report.sha256() + "\"");
  }

  @Test
  public void anAssembledReportStaysAsItIs() {
    VisitReport first = service.assemble(Examples.VISIT_ID);
    section.answer = () -> List.of(Block.Paragraph.of("Что-то другое"));
    fixture.clock.advance(Duration.ofDays(1));
    assertThat(service.assemble(Examples.VISIT_ID)).isEqualTo(first);
    assertThat(fixture.deliveries.queued).hasSize(1);
  }

  @Test
  public void manyThreadsMakeOneReport() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<VisitReport> assemble = () -> service.assemble(Examples.VISIT_ID);
      for (Future<VisitReport> each :
          threads.invokeAll(List.of(assemble, assemble, assemble, assemble))) {
        assertThat(each.get().number()).isEqualTo("2026-0001");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(stored()).isEqualTo(1);
    assertThat(fixture.deliveries.queued).hasSize(1);
  }

  @Test
  public void anOpenOrUnknownVisitGetsNone() {
    fixture.store.prepare(
        tx ->
            tx.visits()
                .insert(Examples.visit().toBuilder().id("open").state(VisitState.ON_SITE).build()));
    assertThatThrownBy(() -> service.assemble("open")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> service.assemble("unknown")).isInstanceOf(NotFoundException.class);
  }

  @Test
  public void aClientWhoseManagerReviewsFirstWaitsForTheManager() {
    fixture.reviewFirst();
    VisitReport held = service.assemble(Examples.VISIT_ID);
    assertThat(held.state()).isEqualTo(ReportState.HELD);
    assertThat(service.assemble(Examples.VISIT_ID)).isEqualTo(held);
    assertThat(fixture.deliveries.queued).isEmpty();
    assertThatThrownBy(() -> service.send(Examples.ENGINEER, held.id()))
        .isInstanceOf(ForbiddenException.class);
    VisitReport released = service.send(Examples.MANAGER, held.id());
    assertThat(released.state()).isEqualTo(ReportState.RELEASED);
    assertThat(released.snapshot()).isEqualTo(held.snapshot());
    assertThat(fixture.deliveries.queued).containsExactly(released);
    assertThat(fixture.visits.reported).containsExactly(Examples.VISIT_ID);
  }

  @Test
  public void aReleasedReportIsQueuedAgainForThoseWhoHaveNoDeliveryOfIt() {
    VisitReport released = service.assemble(Examples.VISIT_ID);
    assertThat(service.send(Examples.ADMIN, released.id())).isEqualTo(released);
    assertThat(fixture.deliveries.queued).containsExactly(released, released);
    assertThatThrownBy(() -> service.send(Examples.MANAGER, "unknown"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void ifItCannotBeQueuedItIsNotReleased() {
    fixture.deliveries.failure = new UnavailableException("no");
    assertThatThrownBy(() -> service.assemble(Examples.VISIT_ID))
        .isInstanceOf(UnavailableException.class);
    VisitReport frozen = service.newest(Examples.VISIT_ID).orElseThrow();
    assertThat(frozen.state()).isEqualTo(ReportState.FROZEN);
    assertThat(fixture.visits.reported).isEmpty();
    fixture.deliveries.failure = null;
    VisitReport released = service.assemble(Examples.VISIT_ID);
    assertThat(released.snapshot()).isEqualTo(frozen.snapshot());
    assertThat(released.state()).isEqualTo(ReportState.RELEASED);
  }

  @Test
  public void theJobComesAgainSoonWhileDeliveryIsMissing() {
    ReportJob job = new ReportJob(service, fixture.clock);
    fixture.deliveryRuns = false;
    assertThat(job.run(JOB))
        .isEqualTo(JobOutcome.again(fixture.clock.instant().plus(Duration.ofSeconds(5))));
    fixture.deliveryRuns = true;
    assertThat(job.run(JOB)).isEqualTo(JobOutcome.finished());
    assertThat(job.run(JOB)).isEqualTo(JobOutcome.finished());
    assertThat(fixture.deliveries.queued).hasSize(1);
    assertThat(job.run(new Job("report", "gone"))).isEqualTo(JobOutcome.finished());
  }

  @Test
  public void storedReportsCanBeVerified() {
    VisitReport report = service.assemble(Examples.VISIT_ID);
    assertThat(service.verify(Optional.of(report.id())))
        .containsExactly(
            new Verification(report.id(), "2026-0001", 1, report.sha256(), Optional.empty()));
    assertThatThrownBy(() -> service.verify(Optional.of("unknown")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void withoutStorageNothingIsLostAndItIsSaid() {
    fixture.store.failing(true);
    assertThatThrownBy(() -> service.assemble(Examples.VISIT_ID))
        .isInstanceOf(UnavailableException.class);
    fixture.store.failing(false);
    assertThat(service.assemble(Examples.VISIT_ID).state()).isEqualTo(ReportState.RELEASED);
    assertThat(stored()).isEqualTo(1);
  }

  private long stored() {
    return fixture.store.read(tx -> tx.reports().count(ReportQuery.everything()));
  }
}
