package org.daybook.core.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.visit.Visits;

/** The rules, as the settings want them. {@link OutgrownPlans} has a look of its own. */
final class Rules {
  private Rules() {}

  static List<ClosingRule> ofClosing(Settings.Thresholds thresholds) {
    return List.of(
        new OverriddenGates(),
        new UndoneTasks(),
        new SkippedChecks(),
        new EarlyLeaves(thresholds.leastVisit()));
  }

  static List<Rule> all(
      Settings settings,
      Visits visits,
      Supplier<List<SourceStatus>> sources,
      Instant listeningSince) {
    Settings.Thresholds thresholds = settings.thresholds();
    List<Rule> rules = new ArrayList<>();
    rules.add(new EmergencyClocks());
    rules.add(new MissedVisits(visits, thresholds.missed()));
    rules.add(new LateStarts(thresholds.lateStart()));
    rules.add(new LateReports(thresholds.reportOut()));
    rules.add(Undelivered.failed());
    rules.add(Undelivered.bounced());
    rules.add(new WaitingDisputes(settings.decideWithin()));
    rules.add(new OverdueTasks());
    rules.add(new TasksDueSoon(thresholds.dueSoon()));
    rules.add(new BrokenPromises(thresholds.promiseVisits(), thresholds.promise()));
    rules.add(new WaitingHandovers(thresholds.handover()));
    rules.add(new SilentSources(thresholds.silentSources(), sources, listeningSince));
    rules.addAll(ofClosing(thresholds));
    return rules;
  }
}
