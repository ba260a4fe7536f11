package org.daybook.core.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.job.Job;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.ReportQuery;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Corrections make revisions, and each report holds the hash of the client's one before it. */
public class RevisionsTest {
  private static final String REASON = "Задача была выполнена";

  private final Fixture fixture = new Fixture();
  private final FakeSection section = new FakeSection("devices");
  private final ReportsService service = fixture.service(section);

  @Test
  public void aCorrectionMakesTheNextRevisionOfTheSameReport() {
    VisitReport first = service.assemble(Examples.VISIT_ID);
    fixture.clock.advance(Duration.ofDays(1));
    section.answer = () -> List.of(Block.Paragraph.of("Исправлено"));
    VisitReport second = correct(REASON);

    assertThat(second.number()).isEqualTo(first.number());
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.reason()).contains(REASON);
    assertThat(second.state()).isEqualTo(ReportState.RELEASED);
    ReportDocument document = service.document(second);
    assertThat(document.revision()).isEqualTo(2);
    assertThat(document.revised())
        .contains(new ReportDocument.Revised(REASON, fixture.clock.instant()));
    assertThat(document.sections().get(0).blocks())
        .containsExactly(Block.Paragraph.of("Исправлено"));
    assertThat(fixture.deliveries.queued).containsExactly(first, second);
    assertThat(service.newest(Examples.VISIT_ID)).contains(second);
  }

  @Test
  public void theOneBeforeStaysReadableAndSaysThatItWasSuperseded() {
    VisitReport first = service.assemble(Examples.VISIT_ID);
    VisitReport second = correct(REASON);
    VisitReport superseded = fixture.stored(first);
    assertThat(superseded.state()).isEqualTo(ReportState.SUPERSEDED);
    assertThat(superseded.snapshot()).isEqualTo(first.snapshot());
    assertThat(service.document(superseded).revised()).isEmpty();
    assertThat(service.revisions(Examples.VISIT_ID)).containsExactly(superseded, second);
  }

  @Test
  public void whatTookItsPlaceIsSentAndNotTheOneBefore() {
    VisitReport first = service.assemble(Examples.VISIT_ID);
    VisitReport second = correct(REASON);
    assertThatThrownBy(() -> service.send(Examples.MANAGER, first.id()))
        .isInstanceOf(RefusedException.class)
        .hasMessage("Revision 2 of the report 2026-0001 took the place of this one: send that.");
    assertThat(service.send(Examples.MANAGER, second.id())).isEqualTo(second);
  }

  @Test
  public void onlyManagersCorrect() {
    VisitReport first = service.assemble(Examples.VISIT_ID);
    for (Role role : List.of(Role.ENGINEER, Role.SUPPORT, Role.SPECIALIST)) {
      Actor actor = Examples.actor(Examples.staff(role));
      assertThatThrownBy(() -> service.correct(actor, Examples.VISIT_ID, Fixture.because(REASON)))
          .isInstanceOf(ForbiddenException.class);
    }
    assertThat(service.revisions(Examples.VISIT_ID)).containsExactly(first);
    assertThat(
            service.correct(Examples.ADMIN, Examples.VISIT_ID, Fixture.because(REASON)).revision())
        .isEqualTo(2);
  }

  @Test
  public void anOpenOrUnknownVisitIsNotCorrected() {
    fixture.store.prepare(
        tx ->
            tx.visits()
                .insert(Examples.visit().toBuilder().id("open").state(VisitState.ON_SITE).build()));
    assertThatThrownBy(() -> service.correct(Examples.MANAGER, "open", Fixture.because(REASON)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> service.correct(Examples.MANAGER, "unknown", Fixture.because(REASON)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  public void aVisitThatWasJustClosedGetsItsFirstRevisionBeforeItIsCorrected() {
    assertThat(correct(REASON).revision()).isEqualTo(2);
    assertThat(service.revisions(Examples.VISIT_ID))
        .extracting(VisitReport::revision)
        .containsExactly(1, 2);
  }

  @Test
  public void ifTheNodeDiesAfterTheCorrectionTheJobMakesTheRevision() {
    service.assemble(Examples.VISIT_ID);
    fixture.visits.correct(Examples.MANAGER, Examples.VISIT_ID, Fixture.because(REASON));
    ReportJob job = new ReportJob(service, fixture.clock);
    fixture.jobs.runAll(job);
    assertThat(service.newest(Examples.VISIT_ID).orElseThrow().reason()).contains(REASON);
    fixture.jobs.enqueue(new Job("report", Examples.VISIT_ID));
    fixture.jobs.runAll(job);
    assertThat(service.revisions(Examples.VISIT_ID)).hasSize(2);
    assertThat(fixture.deliveries.queued).hasSize(2);
  }

  @Test
  public void aCorrectionIsNotDeniedBecauseDeliveryIsMissing() {
    service.assemble(Examples.VISIT_ID);
    fixture.jobs.runAll(new ReportJob(service, fixture.clock));
    fixture.deliveryRuns = false;
    VisitReport revision = correct(REASON);
    assertThat(revision.revision()).isEqualTo(2);
    assertThat(revision.state()).isEqualTo(ReportState.FROZEN);
    fixture.deliveryRuns = true;
    fixture.jobs.runAll(new ReportJob(service, fixture.clock));
    assertThat(fixture.stored(revision).state()).isEqualTo(ReportState.RELEASED);
    assertThat(service.revisions(Examples.VISIT_ID)).hasSize(2);
  }

  @Test
  public void theOneBeforeStaysInForceUntilTheRevisionGoesOut() {
    VisitReport first = service.assemble(Examples.VISIT_ID);
    fixture.visits.correct(Examples.MANAGER, Examples.VISIT_ID, Fixture.because(REASON));
    fixture.deliveries.failure = new UnavailableException("no");
    assertThatThrownBy(() -> service.assemble(Examples.VISIT_ID))
        .isInstanceOf(UnavailableException.class);
    assertThat(fixture.stored(first).state()).isEqualTo(ReportState.RELEASED);
    fixture.deliveries.failure = null;
    assertThat(service.assemble(Examples.VISIT_ID).state()).isEqualTo(ReportState.RELEASED);
    assertThat(fixture.stored(first).state()).isEqualTo(ReportState.SUPERSEDED);
  }

  @Test
  public void aRevisionThatIsHeldLeavesTheReleasedOneInForce() {
    VisitReport first = service.assemble(Examples.VISIT_ID);
    fixture.reviewFirst();
    VisitReport held = correct(REASON);
    assertThat(held.state()).isEqualTo(ReportState.HELD);
    assertThat(fixture.stored(first).state()).isEqualTo(ReportState.RELEASED);
    assertThat(fixture.deliveries.queued).containsExactly(first);
    assertThatThrownBy(() -> service.send(Examples.MANAGER, first.id()))
        .isInstanceOf(RefusedException.class);
    service.send(Examples.MANAGER, held.id());
    assertThat(fixture.stored(first).state()).isEqualTo(ReportState.SUPERSEDED);
  }

  @Test
  public void aHeldReportThatIsCorrectedNeverGoesOut() {
    fixture.reviewFirst();
    VisitReport held = service.assemble(Examples.VISIT_ID);
    VisitReport second = correct(REASON);
    assertThat(fixture.stored(held).state()).isEqualTo(ReportState.SUPERSEDED);
    assertThatThrownBy(() -> service.send(Examples.MANAGER, held.id()))
        .isInstanceOf(RefusedException.class);
    service.send(Examples.MANAGER, second.id());
    assertThat(fixture.deliveries.queued).extracting(VisitReport::revision).containsExactly(2);
  }

  @Test
  public void whatWasFrozenAndNeverWentOutDoesNotFollowItsCorrection() {
    fixture.deliveryRuns = false;
    assertThatThrownBy(() -> service.assemble(Examples.VISIT_ID))
        .isInstanceOf(UnavailableException.class);
    VisitReport frozen = service.newest(Examples.VISIT_ID).orElseThrow();
    fixture.deliveryRuns = true;
    fixture.store.prepare(
        tx ->
            tx.freeze(
                new FrozenVisit(
                    Examples.VISIT_ID, 2, Optional.of(REASON), "{}", fixture.clock.instant())));
    VisitReport second = service.assemble(Examples.VISIT_ID);
    Release release =
        new Release(
            fixture.store,
            fixture.visits,
            fixture.clock,
            null,
            () -> Optional.of(fixture.deliveries));
    assertThat(release.letOut(Examples.ADMIN, frozen.id())).isEqualTo(frozen);
    assertThat(fixture.deliveries.queued).containsExactly(second);
  }

  @Test
  public void eachReportHoldsTheHashOfTheClientsOneBefore() {
    VisitReport first = service.assemble(Examples.VISIT_ID);
    fixture.closeVisit("visit-2", Examples.CLIENT_ID);
    VisitReport second = service.assemble("visit-2");
    VisitReport third = correct(REASON);
    assertThat(first.sequence()).isEqualTo(1);
    assertThat(first.previousSha256()).isEmpty();
    assertThat(second.sequence()).isEqualTo(2);
    assertThat(second.previousSha256()).contains(first.sha256());
    assertThat(third.sequence()).isEqualTo(3);
    assertThat(service.document(third).previousSha256()).contains(second.sha256());
  }

  @Test
  public void otherClientsHaveChainsOfTheirOwn() {
    fixture.store.prepare(
        tx ->
            tx.clients().insert(Examples.client().toBuilder().id("lyutik").code("lyutik").build()));
    fixture.closeVisit("visit-2", "lyutik");
    service.assemble(Examples.VISIT_ID);
    VisitReport other = service.assemble("visit-2");
    assertThat(other.sequence()).isEqualTo(1);
    assertThat(other.previousSha256()).isEmpty();
    assertThat(other.number()).isEqualTo("2026-0002");
  }

  @Test
  public void aReportThatIsRolledBackLeavesNoGap() {
    fixture.store.failNextCommit();
    assertThatThrownBy(() -> service.assemble(Examples.VISIT_ID))
        .isInstanceOf(UnavailableException.class);
    assertThat(service.assemble(Examples.VISIT_ID).sequence()).isEqualTo(1);
  }

  @Test
  public void theFirstReportInTheChainOfAnOldClientFollowsNone() {
    fixture.store.prepare(tx -> tx.reports().insert(old()));
    fixture.closeVisit("visit-2", Examples.CLIENT_ID);
    VisitReport first = service.assemble("visit-2");
    assertThat(first.sequence()).isEqualTo(1);
    assertThat(first.previousSha256()).isEmpty();
    assertThat(service.verify(Optional.empty()))
        .extracting(Verification::intact)
        .containsExactly(true, true);
  }

  @Test
  public void manyThreadsOverOneVisitMakeOneGaplessChain() throws Exception {
    service.assemble(Examples.VISIT_ID);
    List<Callable<VisitReport>> work = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String reason = REASON + " " + i;
      work.add(i % 3 == 0 ? () -> service.assemble(Examples.VISIT_ID) : () -> correct(reason));
    }
    int refused = 0;
    for (Future<VisitReport> each : together(work)) {
      try {
        each.get();
      } catch (ExecutionException e) {
        // Somebody else's correction was not in a report yet.
        assertThat(e).hasCauseInstanceOf(RefusedException.class);
        refused++;
      }
    }
    service.assemble(Examples.VISIT_ID);
    List<VisitReport> revisions = service.revisions(Examples.VISIT_ID);
    assertThat(revisions).hasSize(1 + 8 - refused);
    assertThat(revisions)
        .extracting(VisitReport::revision)
        .containsExactlyElementsOf(upTo(revisions.size()));
    assertThat(revisions)
        .extracting(VisitReport::sequence)
        .containsExactlyElementsOf(upTo(revisions.size()));
    assertThat(revisions.subList(0, revisions.size() - 1))
        .allMatch(each -> each.state() == ReportState.SUPERSEDED);
    assertThat(revisions.stream().skip(1).flatMap(each -> each.reason().stream()))
        .doesNotHaveDuplicates();
    assertIntact(revisions.size());
  }

  @Test
  public void manyVisitsOfOneClientMakeOneGaplessChain() throws Exception {
    List<Callable<VisitReport>> work = new ArrayList<>();
    for (int i = 2; i <= 25; i++) {
      String id = "visit-" + i;
      fixture.closeVisit(id, Examples.CLIENT_ID);
      work.add(() -> service.assemble(id));
    }
    for (Future<VisitReport> each : together(work)) {
      each.get();
    }
    List<VisitReport> all = fixture.store.read(tx -> tx.reports().all(ReportQuery.everything()));
    assertThat(all).extracting(VisitReport::sequence).containsExactlyInAnyOrderElementsOf(upTo(24));
    assertIntact(24);
  }

  private VisitReport correct(String reason) {
    return service.correct(Examples.MANAGER, Examples.VISIT_ID, Fixture.because(reason));
  }

  private void assertIntact(int reports) {
    assertThat(service.verify(Optional.empty()))
        .hasSize(reports)
        .allSatisfy(each -> assertThat(each.fault()).isEmpty());
  }

  private static Collection<Future<VisitReport>> together(List<Callable<VisitReport>> work)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      return threads.invokeAll(work);
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  /** A report of before there was a chain: its snapshot has none of the new members. */
  private VisitReport old() {
    ReportDocument preview = service.preview(Examples.VISIT_ID);
    String snapshot = new ReportJson().snapshot(ExampleReport.looking(preview, null));
    String former =
        snapshot
            .replaceFirst("\"branding\":\\{[^}]*},", "")
            .replace("\"number\":\"—\"", "\"number\":\"2025-0007\"")
            .replace("\"revision\":0", "\"revision\":1");
    assertThat(former).doesNotContain("branding").doesNotContain("previousSha256");
    return Examples.report().toBuilder()
        .id("old")
        .number("2025-0007")
        .createdAt(preview.createdAt())
        .snapshot(former)
        .sha256(ReportJson.sha256(former))
        .build();
  }
}
