package org.daybook.api.simulation;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets a made-up company live: monitoring reports, requests come in, months are planned, engineers
 * work their visits, clients dispute, all through the services that people and machines use, with
 * every rule, source and report on. One at a time, on the calling thread, for minutes.
 */
@ProviderType
public interface Simulation {
  /**
   * Lives through whole months, from the first of the next one on.
   *
   * @param told is given a line for people after each simulated week
   * @throws org.daybook.api.error.RefusedException if Daybook was not started for a simulation, or
   *     has clients already
   */
  SimulationSummary run(SimulationOrder order, Consumer<String> told);
}
