package org.daybook.shell;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.InvalidInputException;

/** {@code daybook:penalty-propose}. */
@Service
@Command(
    scope = "daybook",
    name = "penalty-propose",
    description = "Proposes a penalty for an upheld dispute")
public final class PenaltyProposeCommand extends DisputeCommand {
  @Option(name = "--kind", required = true, description = "REMARK, REPRIMAND or DEDUCTION")
  Penalty.Kind kind;

  @Option(name = "--amount", description = "Of a deduction, such as 1500.00")
  String amount;

  @Option(name = "--currency", description = "Of the amount, such as RUB")
  String currency;

  @Option(name = "--note", description = "Why, or what else")
  String note = "";

  @Override
  DisputeAction action() {
    return new DisputeAction.ProposePenalty(
        kind, Optional.ofNullable(amount).map(this::number), Optional.ofNullable(currency), note);
  }

  private BigDecimal number(String text) {
    if (!text.matches("\\d{1,12}(\\.\\d{1,4})?")) {
      throw new InvalidInputException("--amount", "must be a number such as 1500.00, is " + text);
    }
    return new BigDecimal(text);
  }
}
