package org.daybook.shell;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.shell.completion.AllDisputeIds;

/** {@code daybook:dispute-show}. */
@Service
@Command(
    scope = "daybook",
    name = "dispute-show",
    description = "Shows all that is known of one dispute, as whoever decides it needs it")
public final class DisputeShowCommand extends DaybookCommand {
  @Argument(name = "dispute", required = true, description = "Id of the dispute")
  @Completion(AllDisputeIds.class)
  String dispute;

  @Option(name = "--json", description = "Print JSON instead of lines")
  boolean json;

  @Override
  protected void run(Platform platform) {
    platform.read(
        tx -> {
          Dispute found =
              tx.disputes()
                  .find(dispute)
                  .orElseThrow(() -> new NotFoundException("dispute", dispute));
          sheet(tx).printOne(out(), found, json);
          return null;
        });
  }

  private static Listing<Dispute> sheet(Transaction tx) {
    Listing<Dispute> sheet =
        new Listing<Dispute>()
            .column("id", Dispute::id)
            .column("state", Dispute::state)
            .column("stateAt", Dispute::stateAt)
            .column("client", each -> tx.clients().find(each.clientId()).map(Client::code))
            .column("contact", each -> contact(tx, each))
            .column("visit", Dispute::visitId)
            .column("revision", Dispute::revision)
            .column("openedAt", Dispute::openedAt)
            .column("title", Dispute::title)
            .column("text", Dispute::text)
            .column("task", Dispute::taskId)
            .column("taskState", each -> tx.tasks().find(each.taskId()).map(Task::state))
            .column("engineer", each -> staff(tx, each.engineerId()))
            .column("answer", Dispute::answer)
            .column("answeredAt", Dispute::answeredAt)
            .column("decision", Dispute::decision)
            .column("outcome", Dispute::outcome)
            .column("decidedBy", each -> each.decidedBy().map(id -> staff(tx, id)))
            .column("decidedAt", Dispute::decidedAt);
    return penalty(sheet);
  }

  private static Listing<Dispute> penalty(Listing<Dispute> sheet) {
    return sheet
        .column("penalty", penalty(Penalty::kind))
        .column("penaltyState", penalty(Penalty::state))
        .column(
            "penaltyAmount",
            each -> each.penalty().flatMap(Penalty::amount).map(BigDecimal::toPlainString))
        .column("penaltyCurrency", penalty(Penalty::currency))
        .column("penaltyNote", penalty(Penalty::note))
        .column("penaltyProposedBy", penalty(Penalty::proposedBy))
        .column("penaltyProposedAt", penalty(Penalty::proposedAt))
        .column("penaltyDecidedBy", penalty(Penalty::decidedBy))
        .column("penaltyDecidedAt", penalty(Penalty::decidedAt))
        .column("penaltyReason", penalty(Penalty::decisionReason));
  }

  private static Function<Dispute, Optional<?>> penalty(Function<Penalty, ?> value) {
    return dispute -> dispute.penalty().map(value);
  }

  /** Who opened it; empty if a manager wrote it down. */
  private static Optional<String> contact(Transaction tx, Dispute dispute) {
    return dispute.contactId().map(id -> tx.contacts().find(id).map(Contact::name).orElse(id));
  }

  /** Who decides on the console is nobody's staff id. */
  private static String staff(Transaction tx, String id) {
    return tx.staff().find(id).map(StaffMember::name).orElse(id);
  }
}
