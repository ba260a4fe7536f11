package org.daybook.api.report;

import java.util.Map;
import java.util.Optional;

/** Where a report stands. What is not in the table is refused. */
public enum ReportState {
  /** Its sections are being asked. */
  COLLECTING,
  /** Its content is stored and will not change. */
  FROZEN,
  /** A manager looks at it before it goes out. */
  HELD,
  /** It goes out. */
  RELEASED,
  /** A later revision took its place. */
  SUPERSEDED;

  private static final Map<ReportState, Map<ReportEvent, ReportState>> TABLE =
      Map.of(
          COLLECTING, Map.of(ReportEvent.FREEZE, FROZEN),
          FROZEN, Map.of(ReportEvent.HOLD, HELD, ReportEvent.RELEASE, RELEASED),
          // A held one that is corrected never goes out: its later revision does.
          HELD, Map.of(ReportEvent.RELEASE, RELEASED, ReportEvent.SUPERSEDE, SUPERSEDED),
          RELEASED, Map.of(ReportEvent.SUPERSEDE, SUPERSEDED));

  /** The state that follows, or empty if the event is refused in this state. */
  public Optional<ReportState> on(ReportEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
  }
}
