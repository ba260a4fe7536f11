package org.daybook.shell;

import java.util.Optional;
import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.error.RefusedException;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visits;
import org.daybook.shell.completion.VisitIds;

/** {@code daybook:visit-close}. */
@Service
@Command(
    scope = "daybook",
    name = "visit-close",
    description = "Closes a visit, or says what is missing")
public final class VisitCloseCommand extends DaybookCommand {
  @Argument(name = "visit", required = true, description = "Id of the visit")
  @Completion(VisitIds.class)
  String visit;

  @Option(name = "--override", description = "Close it over what is missing, for this reason")
  String override;

  @Override
  protected void run(Platform platform) {
    Closing closing =
        platform.with(
            Visits.class,
            visits ->
                visits.close(actor(), visit, OptionalLong.empty(), Optional.ofNullable(override)));
    if (closing instanceof Closing.StillOpen stillOpen) {
      new Listing<OpenItem>()
          .column("kind", OpenItem::kind)
          .column("title", OpenItem::title)
          .column("asset", OpenItem::asset)
          .column("id", OpenItem::id)
          .print(out(), stillOpen.open(), false);
      throw new RefusedException(
          "The visit is not closed: " + stillOpen.open().size() + " things have no outcome.");
    }
    out().println("The visit is closed; its report is on the way.");
  }
}
