package org.daybook.web.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.daybook.api.figures.TaskCounts;

/**
 * What the running month has come to, of the whole company: by client there would be a series for
 * each. Counting a month costs more than a scrape should, so it is counted once in five minutes.
 */
final class MonthFigures {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private Instant countedAt = Instant.MIN;
  private List<FigureRow> rows = List.of();

  void measure(Figures figures, Instant now, ZoneId zone, Gauges gauges) {
    List<FigureRow> month = counted(figures, now, zone);
    TaskCounts tasks =
        month.stream()
            .flatMap(row -> row.tasks().values().stream())
            .reduce(TaskCounts.NONE, TaskCounts::plus);
    gauges.byName(
        "daybook_month_visits",
        "Planned visits of the running month.",
        "outcome",
        named(
            "planned", sum(month, FigureRow::visitsPlanned),
            "made", sum(month, FigureRow::visitsMade),
            "missed", sum(month, FigureRow::visitsMissed),
            "cancelled", sum(month, FigureRow::visitsCancelled)));
    gauges.byName(
        "daybook_month_tasks",
        "Tasks of the running month by what became of them.",
        "outcome",
        named(
            "done", tasks.done(),
            "resolved_remotely", tasks.resolvedRemotely(),
            "self_recovered", tasks.selfRecovered(),
            "cancelled", tasks.cancelled(),
            "carried", tasks.carried(),
            "open", tasks.open()));
    gauges.byName(
        "daybook_month_requests",
        "Requests that were finished in the running month, and those that nobody had to come for.",
        "how",
        named(
            "all", sum(month, row -> row.remote().whole()),
            "remote", sum(month, row -> row.remote().part())));
    gauges.byName(
        "daybook_month_tasks_on_visits",
        "Tasks that were done on a visit in the running month, and those done on their first one.",
        "how",
        named(
            "all", sum(month, row -> row.firstTime().whole()),
            "first_time", sum(month, row -> row.firstTime().part())));
    gauges.byName(
        "daybook_promises_open",
        "Promises that are open, by age: 0 to 7 days, 8 to 30, 31 to 90, more.",
        "age",
        named(
            "week", sum(month, row -> row.promises().week()),
            "month", sum(month, row -> row.promises().month()),
            "quarter", sum(month, row -> row.promises().quarter()),
            "older", sum(month, row -> row.promises().older())));
    gauges.byName(
        "daybook_month_emergencies",
        "Emergencies that were raised in the running month, reached, and reached in time.",
        "how",
        named(
            "raised", sum(month, row -> row.emergencies().raised()),
            "reached", sum(month, row -> row.emergencies().reached()),
            "kept", sum(month, row -> row.emergencies().kept().part())));
    gauges.one(
        "daybook_month_on_site_seconds",
        "Time on site in the running month.",
        Duration.ofMinutes(sum(month, FigureRow::minutesOnSite)).toSeconds());
    gauges.one(
        "daybook_month_violations",
        "Visits of the running month that were closed over what was missing.",
        sum(month, FigureRow::violations));
    gauges.one(
        "daybook_month_disputes_upheld",
        "Disputes that were decided for the client in the running month.",
        sum(month, FigureRow::disputesUpheld));
  }

  private synchronized List<FigureRow> counted(Figures figures, Instant now, ZoneId zone) {
    if (countedAt.isAfter(now) || !countedAt.isAfter(now.minus(KEPT))) {
      rows = figures.of(YearMonth.from(now.atZone(zone)), Figures.By.CLIENT);
      countedAt = now;
    }
    return rows;
  }

  private static int sum(List<FigureRow> rows, ToIntFunction<FigureRow> figure) {
    return rows.stream().mapToInt(figure).sum();
  }

  /** Names and numbers by turns. */
  private static Map<String, Double> named(Object... pairs) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      named.put((String) pairs[i], ((Integer) pairs[i + 1]).doubleValue());
    }
    return named;
  }
}
