package org.daybook.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.Reports;
import org.daybook.api.report.Verification;
import org.daybook.shell.completion.ReportIds;

/** {@code daybook:report-verify}. */
@Service
@Command(
    scope = "daybook",
    name = "report-verify",
    description =
        "Checks stored reports against their hashes and their client's reports before them; fails"
            + " if something was changed")
public final class ReportVerifyCommand extends DaybookCommand {
  @Argument(name = "report", description = "Id of one report; all if none is given")
  @Completion(ReportIds.class)
  String report;

  @Option(name = "--json", description = "Print JSON instead of a table")
  boolean json;

  @Override
  protected void run(Platform platform) {
    List<Verification> checked =
        platform.with(Reports.class, reports -> reports.verify(Optional.ofNullable(report)));
    new Listing<Verification>()
        .column("number", Verification::number)
        .column("revision", Verification::revision)
        .column("intact", Verification::intact)
        .column("fault", Verification::fault)
        .column("sha256", Verification::sha256)
        .column("id", Verification::reportId)
        .print(out(), checked, json);
    long faulty = checked.stream().filter(each -> !each.intact()).count();
    if (faulty > 0) {
      throw new RefusedException(
          "Not as they were frozen: " + faulty + " of " + checked.size() + " reports.");
    }
  }
}
