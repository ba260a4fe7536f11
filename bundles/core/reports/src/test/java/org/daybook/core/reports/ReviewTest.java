package org.daybook.core.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.daybook.api.job.Job;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** A report that a manager looks at first is not forgotten. */
public class ReviewTest {
  private final Fixture fixture = new Fixture();
  private final ReportsService service = fixture.service(new FakeSection("devices"));
  private final ReviewJob job =
      new ReviewJob(
          new Reviews(
              fixture.store, fixture.clock, fixture.notices, fixture.jobs, Fixture.REMINDER));

  @Test
  public void theClientsManagerIsToldAtOnce() {
    VisitReport held = held();
    Notice notice = standing(held).orElseThrow();
    assertThat(notice.recipientId()).contains(Examples.MANAGER_ID);
    assertThat(notice.subject())
        .isEqualTo(
            "Отчёт 2026-0001, редакция 1, для клиента ООО «Ромашка» ждёт вашей проверки и не уйдёт,"
                + " пока вы его не отправите.");
    assertThat(fixture.jobs.jobs())
        .containsEntry(
            new Job("report-review", held.id()), fixture.clock.instant().plus(Fixture.REMINDER));
  }

  @Test
  public void withoutAManagerTheOperatorsAreTold() {
    fixture.changeClient(client -> client.managerId(Optional.empty()));
    assertThat(standing(held()).orElseThrow().recipientId()).isEmpty();
  }

  @Test
  public void aClientWithoutReviewCausesNone() {
    service.assemble(Examples.VISIT_ID);
    assertThat(fixture.notices.all()).isEmpty();
    assertThat(fixture.jobs.jobs()).isEmpty();
  }

  @Test
  public void itRemindsAgainAndAgainEvenOfWhatWasAcknowledged() {
    VisitReport held = held();
    fixture.notices.acknowledge(Examples.MANAGER, standing(held).orElseThrow().id());
    assertThat(fixture.jobs.runAll(job)).isZero();
    fixture.clock.advance(Fixture.REMINDER);
    assertThat(fixture.jobs.runAll(job)).isEqualTo(1);
    Notice reminder = standing(held).orElseThrow();
    assertThat(reminder.state()).isEqualTo(Notice.State.RAISED);
    assertThat(reminder.subject())
        .isEqualTo(
            "Отчёт 2026-0001, редакция 1, для клиента ООО «Ромашка» ждёт вашей проверки уже 24 часа."
                + " Клиент его не получил.");
    fixture.clock.advance(Fixture.REMINDER);
    assertThat(fixture.jobs.runAll(job)).isEqualTo(1);
    assertThat(standing(held).orElseThrow().subject()).contains("уже 48 часов");
    assertThat(fixture.notices.standing()).hasSize(1);
  }

  @Test
  public void onceItIsReleasedNobodyIsRemindedAnyMore() {
    VisitReport held = held();
    service.send(Examples.MANAGER, held.id());
    assertThat(standing(held)).isEmpty();
    fixture.clock.advance(Fixture.REMINDER);
    assertThat(fixture.jobs.runAll(job)).isEqualTo(1);
    assertThat(fixture.notices.standing()).isEmpty();
    assertThat(fixture.jobs.jobs()).isEmpty();
  }

  @Test
  public void aNoticeFromBeforeKeysNamedTheVisitEndsWithTheReportToo() {
    VisitReport held = held();
    fixture.notices.raise(
        NoticeKind.REVIEW_WAITING, "report:" + held.id(), "ждёт", Optional.empty());
    service.send(Examples.MANAGER, held.id());
    assertThat(fixture.notices.standing()).isEmpty();
  }

  @Test
  public void aCorrectionIsReviewedInsteadOfWhatItCorrects() {
    VisitReport held = held();
    VisitReport second =
        service.correct(Examples.MANAGER, Examples.VISIT_ID, Fixture.because("Опечатка"));
    assertThat(standing(held)).isEmpty();
    assertThat(standing(second).orElseThrow().subject()).contains("редакция 2");
    assertThat(fixture.notices.standing()).hasSize(1);
    fixture.clock.advance(Duration.ofDays(2));
    fixture.jobs.runAll(job);
    assertThat(fixture.jobs.jobs().keySet())
        .filteredOn(each -> each.type().equals("report-review"))
        .containsExactlyElementsOf(List.of(new Job("report-review", second.id())));
  }

  @Test
  public void aReportThatIsGoneIsNotRemindedOf() {
    fixture.jobs.enqueue(new Job("report-review", "gone"));
    assertThat(fixture.jobs.runAll(job)).isEqualTo(1);
    assertThat(fixture.jobs.jobs()).isEmpty();
    assertThat(fixture.notices.all()).isEmpty();
  }

  private VisitReport held() {
    fixture.reviewFirst();
    VisitReport held = service.assemble(Examples.VISIT_ID);
    assertThat(held.state()).isEqualTo(ReportState.HELD);
    return held;
  }

  private Optional<Notice> standing(VisitReport report) {
    return fixture.notices.standing(
        NoticeKind.REVIEW_WAITING, "visit:" + report.visitId() + ":report:" + report.id());
  }
}
