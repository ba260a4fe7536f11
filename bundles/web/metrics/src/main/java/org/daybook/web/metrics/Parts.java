package org.daybook.web.metrics;

import java.time.Clock;
import org.daybook.api.access.Accounts;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.figures.Figures;
import org.daybook.api.job.JobQueue;
import org.daybook.api.store.Store;

/** The parts of the platform that are looked at. Each may come and go at any time. */
interface Parts {
  /** The parts as they are now. */
  Present present();

  /** The parts at one moment; each may be null, and without figures the rest is measured. */
  record Present(Store storage, Accounts access, JobQueue jobs, Clock clock, Figures figures) {
    /** Says which one is missing, if one is; without storage the others are away too. */
    void requireAll() {
      require("storage", storage);
      require("access", access);
      require("jobs", jobs);
      require("clock", clock);
    }

    private static void require(String name, Object part) {
      if (part == null) {
        throw new UnavailableException(
            "A part of Daybook is missing at the moment: " + name + ". Please try again later.");
      }
    }
  }
}
