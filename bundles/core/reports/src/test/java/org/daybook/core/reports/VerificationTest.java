package org.daybook.core.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.ReportQuery;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Test;

/** A change anywhere in what is stored shows. */
public class VerificationTest {
  private final Fixture fixture = new Fixture();
  private final ReportsService service = fixture.service(new FakeSection("devices"));
  private VisitReport first;
  private VisitReport second;
  private VisitReport third;

  @Before
  public void threeReports() {
    fixture.closeVisit("visit-2", Examples.CLIENT_ID);
    fixture.closeVisit("visit-3", Examples.CLIENT_ID);
    first = service.assemble(Examples.VISIT_ID);
    second = service.assemble("visit-2");
    third = service.assemble("visit-3");
  }

  @Test
  public void whatIsAsItWasFrozenIsIntact() {
    assertThat(faults()).containsExactly(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(faultOf(second)).isEmpty();
  }

  @Test
  public void aChangedSnapshotIsFound() {
    String changed = second.snapshot().replace("23 из 25", "25 из 25");
    fixture.tamper(second, report -> report.snapshot(changed));
    assertThat(faultOf(second))
        .contains(
            "Its content is not what was frozen: the hash of it is "
                + ReportJson.sha256(changed)
                + ".");
    assertThat(faults()).containsExactly(Optional.empty(), faultOf(second), Optional.empty());
  }

  @Test
  public void aSnapshotThatWasChangedTogetherWithItsHashIsFoundByItsNeighbours() {
    String changed = second.snapshot().replace("23 из 25", "25 из 25");
    fixture.tamper(second, report -> report.snapshot(changed).sha256(ReportJson.sha256(changed)));
    assertThat(faultOf(second))
        .contains(
            "The client's report after it, 2026-0003, revision 1, carries another hash of it.");
    assertThat(faultOf(third))
        .contains(
            "It carries another hash of the client's report before it than 2026-0002, revision 1"
                + " has.");
    assertThat(faultOf(first)).isEmpty();
    assertThat(faults()).containsExactly(Optional.empty(), faultOf(second), faultOf(third));
  }

  @Test
  public void whatCannotBeReadIsNotIntactThoughItsHashIsRight() {
    fixture.tamper(third, report -> report.snapshot("{}").sha256(ReportJson.sha256("{}")));
    assertThat(faultOf(third)).contains("Its content cannot be read.");
  }

  @Test
  public void aRowThatSaysOtherThanItsContentIsFound() {
    fixture.tamper(first, report -> report.number("2026-0099").visitId("visit-x"));
    fixture.tamper(second, report -> report.reason("Никто этого не говорил"));
    fixture.tamper(
        third,
        report ->
            report.previousSha256(first.sha256()).createdAt(third.createdAt().minusSeconds(1)));
    assertThat(faults())
        .containsExactly(
            Optional.of(
                "It is kept under another number than its content says."
                    + " It is kept under another visit than its content says."),
            Optional.of("It is kept under another reason than its content says."),
            Optional.of(
                "It is kept under another time than its content says."
                    + " It is kept under another previous hash than its content says."));
  }

  @Test
  public void aMissingReportIsFoundOnBothSidesOfTheGap() {
    remove(second);
    assertThat(faultOf(first)).contains("The client's report after it, the 2nd of 3, is missing.");
    assertThat(faultOf(third)).contains("The client's report before it, the 2nd, is missing.");
    assertThat(faults()).contains(faultOf(first), faultOf(third));
  }

  @Test
  public void aMissingLastReportIsFound() {
    remove(third);
    assertThat(faultOf(second)).contains("The client's report after it, the 3rd of 3, is missing.");
  }

  @Test
  public void ofAClientWhoseReportsAreAllGoneItIsSaid() {
    List.of(first, second, third).forEach(this::remove);
    List<Verification> all = service.verify(Optional.empty());
    Verification gone = all.get(all.size() - 1);
    assertThat(gone.reportId()).isEmpty();
    assertThat(gone.fault()).contains("All reports of ООО «Ромашка» are missing.");
  }

  @Test
  public void twoWithTheSamePlaceAreFound() {
    fixture.store.prepare(
        tx ->
            tx.reports()
                .insert(
                    second.toBuilder()
                        .id("twin")
                        .visitId("visit-9")
                        .number("2026-0009")
                        .version(0)
                        .build()));
    assertThat(faultOf(second))
        .contains("It has the same place among the client's reports, 2, as 2026-0009, revision 1.");
    assertThat(service.verify(Optional.of("twin")).get(0).fault().orElseThrow())
        .contains("same place among the client's reports, 2, as 2026-0002, revision 1.");
  }

  @Test
  public void aReportThatWasSlippedInAtTheEndIsFound() {
    fixture.tamper(third, report -> report.sequence(4));
    assertThat(faultOf(third).orElseThrow())
        .contains("Its place among the client's reports was never given.")
        .contains("The client's report before it, the 3rd, is missing.");
  }

  @Test
  public void aReportThatWasTakenOutOfTheChainIsFound() {
    fixture.tamper(second, report -> report.sequence(0));
    assertThat(faultOf(second)).contains("Its place among the client's reports was taken away.");
    assertThat(faultOf(third)).contains("The client's report before it, the 2nd, is missing.");
  }

  @Test
  public void aReportThatWasMadeTheFirstIsFound() {
    remove(first);
    fixture.tamper(second, report -> report.sequence(1));
    assertThat(faultOf(second).orElseThrow())
        .contains("It is the client's first report, and yet carries the hash of one before.");
  }

  @Test
  public void everyReportIsVerifiedHoweverManyThereAre() {
    for (int i = 4; i <= 45; i++) {
      fixture.closeVisit("visit-" + i, Examples.CLIENT_ID);
      service.assemble("visit-" + i);
    }
    assertThat(service.verify(Optional.empty()))
        .hasSize(45)
        .allMatch(Verification::intact)
        .extracting(Verification::number)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  public void aReportThatIsFrozenMeanwhileIsNoFault() {
    Chain chain = new Chain(1, 2);
    ReportJson json = new ReportJson();
    List.of(first, second).forEach(report -> chain.add(ChainLink.of(report, json)));
    assertThat(chain.verify(ChainLink.of(first, json)).fault()).isEmpty();
    assertThat(chain.verify(ChainLink.of(second, json)).fault()).isEmpty();
  }

  private Optional<String> faultOf(VisitReport report) {
    return service.verify(Optional.of(report.id())).get(0).fault();
  }

  private List<Optional<String>> faults() {
    return service.verify(Optional.empty()).stream().map(Verification::fault).toList();
  }

  /** No store deletes; so the row goes to another client's and nobody finds it here. */
  private void remove(VisitReport report) {
    fixture.tamper(report, each -> each.clientId("nobody").sequence(0));
    assertThat(
            fixture.store.<List<VisitReport>>read(
                tx -> tx.reports().all(ReportQuery.builder().clientId(Examples.CLIENT_ID).build())))
        .noneMatch(each -> each.id().equals(report.id()));
  }
}
