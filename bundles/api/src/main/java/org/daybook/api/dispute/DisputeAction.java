package org.daybook.api.dispute;

import java.math.BigDecimal;
import java.util.Optional;

/** What somebody does about a dispute. Texts are 1 to 4000 characters unless said otherwise. */
public sealed interface DisputeAction {
  /** A manager takes it up. */
  record Review() implements DisputeAction {}

  /**
   * The engineer says what happened, until it is decided; if it was upheld, until a penalty is
   * applied or waived.
   */
  record Answer(String text) implements DisputeAction {}

  /** A manager other than the engineer finds that the client is right; the client reads why. */
  record Uphold(String outcome) implements DisputeAction {}

  /** A manager other than the engineer finds that the client is not right; the client reads why. */
  record Reject(String outcome) implements DisputeAction {}

  /** A manager writes down that the client took it back; the client reads why. */
  record Withdraw(String reason) implements DisputeAction {}

  /**
   * A manager proposes a penalty for an upheld dispute, which has none or one that was waived: see
   * {@link Penalty}.
   *
   * @param note at most 4000 characters; may be blank beside an amount
   */
  record ProposePenalty(
      Penalty.Kind kind, Optional<BigDecimal> amount, Optional<String> currency, String note)
      implements DisputeAction {}

  /**
   * A manager other than the engineer decides, once the engineer has answered or been able to since
   * it was proposed.
   */
  record ApplyPenalty() implements DisputeAction {}

  /** A manager other than the engineer decides against it. */
  record WaivePenalty(String reason) implements DisputeAction {}
}
