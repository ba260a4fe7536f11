package org.daybook.demo;

import java.time.Instant;
import java.util.Optional;
import org.daybook.api.visit.CheckState;

/**
 * A check of a past visit that was not OK.
 *
 * @param text the problem, or why it was skipped
 * @param action with a problem
 */
record Finding(
    String assetId,
    String itemId,
    CheckState state,
    String text,
    Optional<String> action,
    Optional<Instant> dueAt) {

  static Finding problem(String assetId, String itemId, String text, String action, Instant dueAt) {
    return new Finding(
        assetId, itemId, CheckState.PROBLEM, text, Optional.of(action), Optional.of(dueAt));
  }

  static Finding skipped(String assetId, String itemId, String reason) {
    return new Finding(
        assetId, itemId, CheckState.SKIPPED, reason, Optional.empty(), Optional.empty());
  }
}
