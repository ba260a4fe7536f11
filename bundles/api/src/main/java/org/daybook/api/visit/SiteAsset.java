package org.daybook.api.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybook.api.directory.Asset;

/**
 * A piece of equipment during a visit.
 *
 * @param verdict as it would be if the visit were closed now
 * @param reasons why it is red, each a sentence in the client's language; empty if it is green
 * @param openChecks how many of its checks have no answer
 * @param faults what monitoring reports and has not taken back; a tick does not outvote it
 */
public record SiteAsset(
    Asset asset, Verdict verdict, List<String> reasons, int openChecks, List<Fault> faults) {
  public SiteAsset {
    reasons = List.copyOf(reasons);
    faults = List.copyOf(faults);
  }

  /**
   * A fault that monitoring reports.
   *
   * @param taskId the task that it became
   */
  public record Fault(Optional<String> taskId, String title, Instant since) {}
}
