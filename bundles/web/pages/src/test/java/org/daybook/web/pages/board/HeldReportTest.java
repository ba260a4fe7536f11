package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** A report is read on the page of its visit, and sent from there when it waits for that. */
public class HeldReportTest {
  private static final String VISIT = "/board/visits/" + Examples.VISIT_ID;
  private static final String SEND = VISIT + "/send";

  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Before
  public void theVisitIsClosedAndItsReportWaits() {
    visitIs(VisitState.CLOSED);
    reportIs(ReportState.HELD);
  }

  @Test
  public void whoLookedAtItSendsIt() {
    Document page = server.page(MANAGER, VISIT);
    assertThat(page.select(".todo a").eachText()).contains("Отправить отчёт клиенту");
    Document asked = server.page(MANAGER, SEND);
    assertThat(asked.select(".note").text()).contains("№ 2026-0001, редакция 1");
    HttpResponse<String> sent =
        server.send(MANAGER, asked.selectFirst("main form[method=post]"), Map.of());
    assertThat(BoardServer.next(sent)).isEqualTo(VISIT + "?done=sent");
    assertThat(state(Examples.REPORT_ID)).isEqualTo(ReportState.RELEASED);
    Document after = server.page(MANAGER, BoardServer.next(sent));
    assertThat(after.select("#done").text()).contains("Отчёт отправляется клиенту.");
    assertThat(after.select(".todo a[href*=send]")).isEmpty();
    assertThat(server.page(MANAGER, SEND).select(".note").text()).contains("не ждёт просмотра");
  }

  @Test
  public void aRevisionThatNobodyLookedAtIsNotSent() {
    Element form = server.page(MANAGER, SEND).selectFirst("main form[method=post]");
    reportIs(ReportState.SUPERSEDED);
    server.office.store.prepare(
        tx ->
            tx.reports()
                .insert(
                    Examples.report().toBuilder()
                        .id("report-2")
                        .revision(2)
                        .state(ReportState.HELD)
                        .releasedAt(Optional.empty())
                        .build()));
    assertThat(server.send(MANAGER, form, Map.of()).statusCode()).isEqualTo(409);
    assertThat(state("report-2")).isEqualTo(ReportState.HELD);
  }

  @Test
  public void itIsForManagers() {
    assertThat(server.get(ENGINEER, SEND).statusCode()).isEqualTo(403);
    assertThat(server.page(ENGINEER, VISIT).select(".todo a[href*=send]")).isEmpty();
  }

  @Test
  public void theReportIsReadFromTheVisitAndBeforeThatWhatItWouldSay() {
    assertThat(papers()).containsExactly("Читать отчёт", "Отчёт в PDF");
    assertThat(server.page(ENGINEER, VISIT).select("nav.reach a").eachAttr("href"))
        .containsExactly(
            "../../api/v1/visits/visit-1/report.html", "../../api/v1/visits/visit-1/report.pdf");
    visitIs(VisitState.ON_SITE);
    reportIs(ReportState.COLLECTING);
    assertThat(papers()).containsExactly("Что сейчас было бы в отчёте");
    visitIs(VisitState.SCHEDULED);
    assertThat(papers()).isEmpty();
  }

  private Iterable<String> papers() {
    return server.page(MANAGER, VISIT).select("nav.reach a").eachText();
  }

  private ReportState state(String reportId) {
    VisitReport report = server.office.store.read(tx -> tx.reports().find(reportId).orElseThrow());
    return report.state();
  }

  private void visitIs(VisitState state) {
    server.office.store.prepare(
        tx ->
            tx.visits()
                .update(
                    tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                        .state(state)
                        .build()));
  }

  private void reportIs(ReportState state) {
    server.office.store.prepare(
        tx ->
            tx.reports()
                .update(
                    tx.reports().find(Examples.REPORT_ID).orElseThrow().toBuilder()
                        .state(state)
                        .build()));
  }
}
