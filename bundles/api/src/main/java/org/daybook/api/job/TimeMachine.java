package org.daybook.api.job;

import java.time.Duration;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Moves the time of the whole platform by hand, so that months can be lived through in minutes.
 * There only where Daybook was started for that ({@code DAYBOOK_SIMULATION=true}): in an
 * installation that works, nobody may change the time.
 */
@ProviderType
public interface TimeMachine {
  /**
   * Moves on to a moment, at which time stands still from then on, and lets the jobs begin whose
   * time has come.
   *
   * @throws IllegalArgumentException for a moment that is over
   */
  void moveTo(Instant moment);

  /**
   * Waits until every job whose time has come is done, those that they queue included.
   *
   * @param atMost how long to wait, in the machine's own time
   * @return whether all are done
   */
  boolean settle(Duration atMost) throws InterruptedException;
}
