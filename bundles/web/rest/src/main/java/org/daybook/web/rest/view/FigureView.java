package org.daybook.web.rest.view;

import java.util.List;
import java.util.Map;
import org.daybook.api.figures.FigureRow;

/**
 * What a month came to for one client or engineer.
 *
 * @param id of the client or member of staff; null for what no engineer has
 * @param code the client's code, or the staff id
 * @param minutesOnSite of all visits, emergencies among them
 * @param tasks by source
 * @param firstTime done on the first visit they were on, of all that were done on a visit
 * @param promises open ones, by age
 * @param remote resolved remotely, of all finished requests
 */
public record FigureView(
    String id,
    String code,
    String name,
    int visitsPlanned,
    int visitsMade,
    int visitsMissed,
    int visitsCancelled,
    int minutesOnSite,
    List<TaskCountsView> tasks,
    ShareView firstTime,
    PromiseAgesView promises,
    ShareView remote,
    EmergenciesView emergencies,
    int violations,
    int disputesUpheld) {

  public static FigureView of(FigureRow row) {
    return new FigureView(
        row.id().orElse(null),
        row.code().orElse(null),
        row.name(),
        row.visitsPlanned(),
        row.visitsMade(),
        row.visitsMissed(),
        row.visitsCancelled(),
        row.minutesOnSite(),
        row.tasks().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> TaskCountsView.of(entry.getKey(), entry.getValue()))
            .toList(),
        ShareView.of(row.firstTime()),
        PromiseAgesView.of(row.promises()),
        ShareView.of(row.remote()),
        EmergenciesView.of(row.emergencies()),
        row.violations(),
        row.disputesUpheld());
  }
}
