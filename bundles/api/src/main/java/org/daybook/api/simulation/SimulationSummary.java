package org.daybook.api.simulation;

import java.time.Instant;
import java.util.List;

/**
 * What came of a simulation.
 *
 * @param from where simulated time began
 * @param until where it ended
 * @param seconds how long it took, in the machine's own time
 * @param figures each with its name, in the order in which they are told
 * @param differences what the store has otherwise than it happened, a sentence each; empty if every
 *     task, visit and report is accounted for
 */
public record SimulationSummary(
    Instant from, Instant until, long seconds, List<Figure> figures, List<String> differences) {
  public SimulationSummary {
    figures = List.copyOf(figures);
    differences = List.copyOf(differences);
  }

  /** One line of the summary. */
  public record Figure(String name, String value) {}
}
