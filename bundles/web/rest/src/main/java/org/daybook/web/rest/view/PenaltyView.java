package org.daybook.web.rest.view;

import java.math.BigDecimal;
import java.time.Instant;
import org.daybook.api.dispute.Penalty;

/**
 * What an upheld dispute costs the engineer.
 *
 * @param currency ISO 4217
 * @param proposedBy name of the manager
 * @param decidedBy name of the manager who applied or waived it
 * @param reason why it was waived
 */
public record PenaltyView(
    Penalty.Kind kind,
    BigDecimal amount,
    String currency,
    String note,
    Penalty.State state,
    String proposedBy,
    Instant proposedAt,
    String decidedBy,
    Instant decidedAt,
    String reason) {
  static PenaltyView of(Penalty penalty) {
    return new PenaltyView(
        penalty.kind(),
        penalty.amount().orElse(null),
        penalty.currency().orElse(null),
        penalty.note(),
        penalty.state(),
        penalty.proposedBy(),
        penalty.proposedAt(),
        penalty.decidedBy().orElse(null),
        penalty.decidedAt().orElse(null),
        penalty.decisionReason().orElse(null));
  }
}
