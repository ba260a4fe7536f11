package org.daybook.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.Reports;
import org.daybook.api.report.Verification;

/** {@code daybook:report-verify}. */
@Service
@Command(
    scope = "daybook",
    name = "report-verify",
    description = "Checks stored reports against their hashes; fails if one was changed")
public final class ReportVerifyCommand extends DaybookCommand {
  @Argument(name = "report", description = "Id of one report; all if none is given")
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
        .column("sha256", Verification::sha256)
        .column("id", Verification::reportId)
        .print(out(), checked, json);
    long changed = checked.stream().filter(each -> !each.intact()).count();
    if (changed > 0) {
      throw new RefusedException(changed + " of " + checked.size() + " reports were changed.");
    }
  }
}
