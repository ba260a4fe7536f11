package org.daybook.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.error.RefusedException;
import org.daybook.api.simulation.Simulation;
import org.daybook.api.simulation.SimulationOrder;
import org.daybook.api.simulation.SimulationSummary;

/** {@code daybook:simulate}. */
@Service
@Command(
    scope = "daybook",
    name = "simulate",
    description = "Lives through months of a made-up company's life, in a copy started for that")
public final class SimulateCommand extends DaybookCommand {
  @Option(name = "--clients", description = "How many clients it has")
  int clients = SimulationOrder.USUAL.clients();

  @Option(name = "--months", description = "How many months to live through")
  int months = SimulationOrder.USUAL.months();

  @Option(name = "--seed", description = "The same seed gives the same company and chances")
  long seed = SimulationOrder.USUAL.seed();

  @Override
  protected void run(Platform platform) {
    SimulationOrder order = new SimulationOrder(clients, months, seed);
    SimulationSummary summary =
        platform.with(Simulation.class, simulation -> simulation.run(order, this::say));
    say("From %s until %s, in %d s".formatted(summary.from(), summary.until(), summary.seconds()));
    summary.figures().forEach(each -> say(each.name() + ": " + each.value()));
    say("Unexplained differences: " + summary.differences().size());
    summary.differences().forEach(each -> say("  " + each));
    if (!summary.differences().isEmpty()) {
      throw new RefusedException(
          summary.differences().size() + " differences are not explained; seed " + seed + ".");
    }
  }
}
