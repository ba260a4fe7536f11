package org.daybook.api.report;

import java.util.Optional;

/**
 * What came of checking a stored report.
 *
 * @param reportId blank if this is about reports that are gone
 * @param fault what is wrong with it, in a sentence or more; empty if it is as it was frozen and
 *     follows the client's report before it
 */
public record Verification(
    String reportId, String number, int revision, String sha256, Optional<String> fault) {

  /** Whether nothing is wrong. */
  public boolean intact() {
    return fault.isEmpty();
  }
}
