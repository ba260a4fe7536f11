package org.daybook.api.dispute;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What an upheld dispute costs the engineer.
 *
 * @param amount more than 0; only for a {@link Kind#DEDUCTION}
 * @param currency ISO 4217 code; there if and only if there is an amount
 * @param note why, or what else; blank only if there is an amount
 * @param proposedBy name of the manager
 * @param decidedBy name of the manager who applied or waived it
 * @param decisionReason why it was waived; empty if it was applied or is not decided
 */
public record Penalty(
    Kind kind,
    Optional<BigDecimal> amount,
    Optional<String> currency,
    String note,
    State state,
    String proposedBy,
    Instant proposedAt,
    Optional<String> decidedBy,
    Optional<Instant> decidedAt,
    Optional<String> decisionReason) {

  /** What it is. */
  public enum Kind {
    REMARK,
    REPRIMAND,
    DEDUCTION
  }

  /** Where it stands: {@code PROPOSED → APPLIED | WAIVED}. */
  public enum State {
    PROPOSED,
    APPLIED,
    WAIVED
  }
}
