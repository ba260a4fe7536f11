package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.visit.SiteAsset;

/**
 * What monitoring reports of a piece of equipment and has not taken back.
 *
 * @param task the id of the task that it became
 */
public record FaultView(String task, String title, Instant since) {
  static FaultView of(SiteAsset.Fault fault) {
    return new FaultView(fault.taskId().orElse(null), fault.title(), fault.since());
  }
}
