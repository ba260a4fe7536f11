package org.daybook.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.shell.completion.ClientCodes;
import org.daybook.shell.completion.StaffLogins;
import org.daybook.shell.completion.VisitIds;

/** {@code daybook:dispute-list}. */
@Service
@Command(
    scope = "daybook",
    name = "dispute-list",
    description = "Lists what clients miss in their reports, the newest first")
public final class DisputeListCommand extends ListCommand<Dispute> {
  @Option(name = "--client", description = "Only of this client (code)")
  @Completion(ClientCodes.class)
  String client;

  @Option(name = "--visit", description = "Only about this visit (id)")
  @Completion(VisitIds.class)
  String visit;

  @Option(name = "--engineer", description = "Only those that concern this engineer (login)")
  @Completion(StaffLogins.class)
  String engineer;

  @Option(name = "--state", description = "Only in this state")
  DisputeState state;

  @Override
  List<Dispute> rows(Platform platform) {
    DisputeQuery.Builder query = DisputeQuery.builder().visitId(Optional.ofNullable(visit));
    if (client != null) {
      query.clientId(Names.clientId(platform, client));
    }
    if (engineer != null) {
      query.engineerId(Names.staffId(platform, "--engineer", engineer));
    }
    if (state != null) {
      query.states(EnumSet.of(state));
    }
    PageRequest newest = new PageRequest(MOST, Optional.empty(), true);
    return platform.read(tx -> tx.disputes().list(query.build(), newest).items());
  }

  @Override
  Listing<Dispute> listing(Platform platform) {
    Map<String, String> codes = Names.clientCodes(platform);
    Map<String, String> staff = Names.staffNames(platform);
    return new Listing<Dispute>()
        .column("id", Dispute::id)
        .column("client", dispute -> codes.get(dispute.clientId()))
        .column("engineer", dispute -> staff.get(dispute.engineerId()))
        .column("state", Dispute::state)
        .column("openedAt", Dispute::openedAt)
        .column("title", Dispute::title)
        .column("answer", Dispute::answer)
        .column("decision", Dispute::decision)
        .column("outcome", Dispute::outcome)
        .column("penalty", dispute -> dispute.penalty().map(DisputeListCommand::inShort))
        .column("task", Dispute::taskId)
        .column("visit", Dispute::visitId);
  }

  private static String inShort(Penalty penalty) {
    return penalty.kind()
        + penalty.amount().map(amount -> " " + amount.toPlainString()).orElse("")
        + penalty.currency().map(currency -> " " + currency).orElse("")
        + " "
        + penalty.state();
  }
}
