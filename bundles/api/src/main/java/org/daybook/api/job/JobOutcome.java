package org.daybook.api.job;

import java.time.Instant;

/** What comes after one run of a job. */
public sealed interface JobOutcome {
  /** Nothing more to do. */
  record Finished() implements JobOutcome {}

  /**
   * Run it again.
   *
   * @param at not before this moment
   */
  record Again(Instant at) implements JobOutcome {}

  static JobOutcome finished() {
    return new Finished();
  }

  static JobOutcome again(Instant at) {
    return new Again(at);
  }
}
