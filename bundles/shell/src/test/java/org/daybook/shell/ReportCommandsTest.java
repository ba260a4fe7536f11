package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.Reports;
import org.daybook.api.report.Verification;
import org.daybook.api.report.VisitReport;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Correction;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Test;

public class ReportCommandsTest {
  private final Console console = new Console();
  private final FakeReports reports = new FakeReports(console.store);

  @Before
  public void storeReport() {
    console.with(Reports.class, reports);
    console.store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit());
          tx.reports().insert(Examples.report());
        });
  }

  @Test
  public void sendingAHeldReportSaysThatItIsReleasedAndToWhom() throws Exception {
    change(Examples.report().toBuilder().state(ReportState.HELD).version(1).build());
    reports.queuedBySending.add(Examples.delivery());

    assertThat(console.run(send()))
        .isEqualToIgnoringNewLines(
            "Report 2026-0001, revision 1 is released; queued for anna@romashka.test.");
  }

  @Test
  public void sendingAReleasedReportSaysWhomItIsNewFor() throws Exception {
    assertThat(console.run(send())).contains("was released before; nobody new gets it.");

    console.store.prepare(tx -> tx.deliveries().insert(Examples.delivery()));
    reports.queuedBySending.add(
        Examples.delivery().toBuilder()
            .id("delivery-2")
            .contactId("contact-2")
            .recipient("boris@romashka.test")
            .messageId("other")
            .build());

    assertThat(console.run(send()))
        .contains("was released before; queued for boris@romashka.test.")
        .doesNotContain("anna");
  }

  @Test
  public void correctionCarriesWhatWasSaidOfEachTaskAndCheck() throws Exception {
    ReportCorrectCommand command = correct();
    command.done = List.of("task-1=Заменён ролик = и шлейф");
    command.notDone = List.of("task-2=Нет доступа");
    command.minutes = List.of("task-1=40");
    command.ok = List.of("check-1");
    command.problem = List.of("check-2=Шумит");
    command.action = List.of("check-2=Заменить вентилятор");
    command.skipped = List.of("check-3=Выключен");

    assertThat(console.run(command)).contains("Report 2026-0001, revision 2 is HELD.");

    Correction correction = reports.lastCorrection;
    assertThat(correction.reason()).isEqualTo("Ошиблись");
    assertThat(correction.tasks())
        .containsExactly(
            new Correction.TaskCorrection(
                "task-1", TaskState.DONE, "Заменён ролик = и шлейф", Optional.of(40)),
            new Correction.TaskCorrection(
                "task-2", TaskState.NOT_DONE, "Нет доступа", Optional.empty()));
    assertThat(correction.checks())
        .containsExactly(
            new Correction.CheckCorrection(
                "check-1", CheckAnswer.builder().result(CheckState.OK).build()),
            new Correction.CheckCorrection(
                "check-2",
                CheckAnswer.builder()
                    .result(CheckState.PROBLEM)
                    .description("Шумит")
                    .action("Заменить вентилятор")
                    .build()),
            new Correction.CheckCorrection(
                "check-3",
                CheckAnswer.builder().result(CheckState.SKIPPED).reason("Выключен").build()));
  }

  @Test
  public void correctionThatSaysNothingOfAThingNamesTheOption() {
    ReportCorrectCommand noText = correct();
    noText.done = List.of("task-1=");
    assertThat(console.failure(noText)).hasMessage("--task: must be ID=TEXT, is task-1=");
    ReportCorrectCommand twice = correct();
    twice.skipped = List.of("check-1=a", "check-1=b");
    assertThat(console.failure(twice)).hasMessage("--skipped: says two things of check-1");
    ReportCorrectCommand leftOver = correct();
    leftOver.minutes = List.of("task-9=10");
    assertThat(console.failure(leftOver))
        .hasMessage("--minutes: names what is not corrected: task-9");
    ReportCorrectCommand hours = correct();
    hours.done = List.of("task-1=ok");
    hours.minutes = List.of("task-1=an hour");
    assertThat(console.failure(hours)).hasMessageStartingWith("--minutes: must be ID=NUMBER");
    assertThat(reports.lastCorrection).isNull();
  }

  @Test
  public void verificationThatFindsAFaultSaysWhichAndFails() {
    reports.verified.add(new Verification("report-0", "2026-0000", 1, "ab", Optional.empty()));
    reports.verified.add(
        new Verification(
            Examples.REPORT_ID, "2026-0001", 1, "cd", Optional.of("The snapshot was changed.")));

    Throwable failure = console.failure(new ReportVerifyCommand());

    assertThat(failure)
        .isInstanceOf(CommandException.class)
        .hasMessage("Not as they were frozen: 1 of 2 reports.");
    assertThat(console.printed())
        .contains("2026-0000", "true", "2026-0001", "false", "The snapshot was changed.");
  }

  @Test
  public void verificationThatFindsNothingSucceeds() throws Exception {
    reports.verified.add(new Verification("report-0", "2026-0000", 1, "ab", Optional.empty()));

    assertThat(console.run(new ReportVerifyCommand())).contains("true");
    ReportVerifyCommand unknown = new ReportVerifyCommand();
    unknown.report = "nonsense";
    assertThat(console.failure(unknown)).hasMessageContaining("nonsense");
  }

  @Test
  public void heldReportsAreListed() throws Exception {
    console.store.prepare(
        tx ->
            tx.reports()
                .insert(
                    Examples.report().toBuilder()
                        .id("report-2")
                        .revision(2)
                        .reason("Ошиблись")
                        .state(ReportState.HELD)
                        .build()));
    ReportListCommand list = new ReportListCommand();
    list.state = ReportState.HELD;
    list.client = "romashka";

    assertThat(console.run(list)).contains("report-2", "Ошиблись").doesNotContain("report-1");
    list.visit = "other";
    assertThat(console.run(list)).contains("Nothing.");
  }

  @Test
  public void whatIsNotThereIsSaidInOneSentence() {
    ReportSendCommand unknown = new ReportSendCommand();
    unknown.visit = "x\u001b[2J";
    Throwable failure = console.failure(unknown);

    assertThat(failure).isInstanceOf(CommandException.class);
    assertThat(((CommandException) failure).getNiceHelp())
        .isEqualTo("Error executing command: There is no visit x [2J.");
  }

  private ReportSendCommand send() {
    ReportSendCommand command = new ReportSendCommand();
    command.visit = Examples.VISIT_ID;
    return command;
  }

  private ReportCorrectCommand correct() {
    ReportCorrectCommand command = new ReportCorrectCommand();
    command.visit = Examples.VISIT_ID;
    command.reason = "Ошиблись";
    return command;
  }

  private void change(VisitReport report) {
    console.store.prepare(tx -> tx.reports().update(report));
  }
}
